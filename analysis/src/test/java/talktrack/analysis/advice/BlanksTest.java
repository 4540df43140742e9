package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.analysis.advice.Blanks.Facts;
import talktrack.analysis.advice.Blanks.Said;
import talktrack.models.labels.Language;

class BlanksTest {

    private static Facts english(String problem, String... around) {
        return new Facts(
                Language.EN,
                "North Point",
                Optional.of(new Said("u3", problem)),
                Optional.empty(),
                Optional.empty(),
                List.of(around).stream().map(words -> new Said("u5", words)).toList());
    }

    @Test
    void theProblemStandsInTheCustomersOwnWordsAndIsCited() {
        Blanks.Filled filled =
                Blanks.fill(
                        "When {the problem the customer named} happens, who mends it?",
                        english("We key every order in twice."));
        assertThat(filled.text())
                .isEqualTo(
                        "When the problem you named (“We key every order in twice”) happens, who mends it?");
        assertThat(filled.citedIds()).containsExactly("u3");
        assertThat(filled.changed()).isTrue();
    }

    @Test
    void fillersAroundTheOneTellingSentenceAreLeftOut() {
        assertThat(
                        Blanks.fill(
                                        "You said that {the problem}.",
                                        english("Um. Twelve. Three of them are broken."))
                                .text())
                .isEqualTo("You said that “Three of them are broken”.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Well we have tried a good many things over the years and nothing of it ever really worked out",
                "It is slow. And it is dear.",
                "It {costs} us",
                "Is that a problem?"
            })
    void whatCannotBeQuotedWithinASentenceStaysABlank(String problem) {
        Blanks.Filled filled = Blanks.fill("You said {the problem}.", english(problem));
        assertThat(filled.text()).isEqualTo("You said {the problem}.");
        assertThat(filled.changed()).isFalse();
    }

    @Test
    void theOnlySumThatWasNamedIsTheAmount() {
        assertThat(
                        Blanks.fill("{the amount quoted}", english("x", "So 1,900 euros a month?"))
                                .text())
                .isEqualTo("1,900 euros");
        assertThat(
                        Blanks.fill(
                                        "{the amount quoted}",
                                        english("x", "It is 1,900 euros.", "They ask $900."))
                                .text())
                .as("nobody knows which of two")
                .isEqualTo("{the amount quoted}");
    }

    @Test
    void nothingElseIsGuessed() {
        assertThat(
                        Blanks.fill(
                                        "{A comparable customer} of {the customer's company} saw {the result}.",
                                        english("x"))
                                .text())
                .isEqualTo("{A comparable customer} of North Point saw {the result}.");
    }

    @Test
    void chinese() {
        Facts facts =
                new Facts(
                        Language.ZH,
                        "",
                        Optional.of(new Said("u1", "每单都要录两遍。")),
                        Optional.empty(),
                        Optional.of(new Said("u2", "想让仓库自己能查")),
                        List.of(new Said("u0", "一个月900元？")));
        assertThat(Blanks.fill("您提到{客户说的问题}，想要{客户说出的需求}。碰上{客户说的问题}，{报价金额}，{客户公司}。", facts).text())
                .isEqualTo("您提到“每单都要录两遍”，想要“想让仓库自己能查”。碰上“每单都要录两遍”这件事，900元，{客户公司}。");
    }
}
