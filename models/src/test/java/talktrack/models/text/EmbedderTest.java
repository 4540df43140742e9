package talktrack.models.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class EmbedderTest {

    /** Nobody's corpus has these words; what is common to the first two is what is asked for. */
    @ParameterizedTest
    @CsvSource({
        "EN, what goes wrong with the yoghurt lids, where does the ferry timetable let you down, we sell yoghurt lids to ferries",
        "ZH, 酸奶盖老是出什么毛病, 渡轮时刻表哪里让您头疼, 我们把酸奶盖卖给渡轮公司",
    })
    void tunedVectorsTellLabelsApartRatherThanTopics(
            Language language, String problem, String otherProblem, String statement) {
        Embedder labels = Embedder.forLabels(language);
        float[] asked = labels.embed(problem);
        assertThat(cosine(asked, labels.embed(otherProblem)))
                .isGreaterThan(cosine(asked, labels.embed(statement)));

        Embedder topics = Embedder.of(language);
        float[] about = topics.embed(problem);
        assertThat(cosine(about, topics.embed(statement)))
                .as("before tuning the topic counts")
                .isGreaterThan(cosine(about, topics.embed(otherProblem)));
    }

    @Test
    void layersOfAnotherModelAreRefused() {
        assertThatThrownBy(
                        () -> new TunedEmbeddingModel(Language.EN, "/talktrack/encoder/zh.layers"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another e5-small-v2-q.onnx");
    }

    @Test
    void theTokenisersMakersAreToldNothing() {
        assertThat(Embedder.dimensions(Language.EN)).isEqualTo(384);
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
