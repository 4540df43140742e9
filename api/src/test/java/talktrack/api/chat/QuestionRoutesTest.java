package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuestionRoutesTest {

    private static final String RARE = "\uD840\uDC00"; // a Han character outside the BMP

    @Test
    void aNameIsNotCutWithinACharacter() {
        String name = QuestionRoutes.name("x" + RARE.repeat(40), "0123456789abcdef");
        assertThat(name).isEqualTo("x" + RARE.repeat(29) + "-01234567.md");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
        assertThat(QuestionRoutes.name(RARE.repeat(40), "0123456789abcdef"))
                .isEqualTo(RARE.repeat(30) + "-01234567.md");
    }
}
