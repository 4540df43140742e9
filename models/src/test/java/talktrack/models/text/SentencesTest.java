package talktrack.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "We pay 3.5 percent. Is that much? # We pay 3.5 percent.|Is that much?",
                "Write to sales@acme.com. I will! # Write to sales@acme.com.|I will!",
                "He said \"no.\" We left. # He said \"no.\"|We left.",
                "价格是3.5万。太贵了！为什么？ # 价格是3.5万。|太贵了！|为什么？",
                "他说：“不行。”我们走了。 # 他说：“不行。”我们走了。",
                "no stop at all # no stop at all",
            })
    void aSentenceEndsAtItsPunctuation(String text, String sentences) {
        assertThat(String.join("|", Sentences.of(text).toList())).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource({"'One line\nanother',2", "'  \n ',0", "'',0"})
    void aLineEndsOneAndNoneIsBlank(String text, int count) {
        assertThat(Sentences.of(text)).hasSize(count);
    }
}
