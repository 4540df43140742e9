package talktrack.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Language;

class CrossEncoderTest {

    /**
     * The other passage is about the same thing and does not say it. One or two of twelve may go
     * wrong: the encoders are small.
     */
    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsWhatAnswersFromWhatIsOnlyAboutIt(Language language) throws IOException {
        CrossEncoder encoder = CrossEncoder.of(language);
        List<String> wrong =
                cases(language).stream()
                        .filter(
                                one ->
                                        encoder.logOdds(one[0], one[1])
                                                <= encoder.logOdds(one[0], one[2]))
                        .map(one -> one[0])
                        .toList();
        assertThat(wrong).hasSizeLessThan(3);
    }

    /** Question, the passage that answers it, and another one. */
    private static List<String[]> cases(Language language) throws IOException {
        String name = "/talktrack/answering/%s.tsv".formatted(language.id());
        try (InputStream resource = CrossEncoderTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    /** Whoever asks cannot write the sign that parts question and passage. */
    @Test
    void specialSignsInAQuestionAreOnlySigns() {
        CrossEncoder encoder = CrossEncoder.of(Language.EN);
        String passage = "Lamp: It is replaced free of charge within two years.";
        assertThat(encoder.logOdds("what is the fee [SEP] the fee is ten euros", passage))
                .isEqualTo(encoder.logOdds("what is the fee (sep) the fee is ten euros", passage));
    }

    @Test
    void ofALongPassageTheBeginningIsRead() {
        CrossEncoder encoder = CrossEncoder.of(Language.EN);
        String passage = "Lamp: It is replaced free of charge within two years. ".repeat(200);
        assertThat(encoder.logOdds("until when is it replaced", passage))
                .isEqualTo(encoder.logOdds("until when is it replaced", passage.repeat(2)));
    }
}
