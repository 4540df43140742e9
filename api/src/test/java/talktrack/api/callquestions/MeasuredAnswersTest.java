package talktrack.api.callquestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.api.callquestions.MeasuredAnswers.Said;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;

/** Figures come with what they rest on, and thin ones are no judgement. */
class MeasuredAnswersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Span SPAN = new Span(FIRST, FIRST.plusDays(27));
    private static final Map<String, Person> REPS =
            Stream.of("Ann Hill", "Ben Stone", "Cy Vale")
                    .map(SomeCalls::rep)
                    .collect(Collectors.toMap(Person::repId, Function.identity()));

    private final List<Heard> calls = new ArrayList<>();

    private void calls(String rep, double... scores) {
        for (double score : scores) {
            calls.add(
                    SomeCalls.heard(
                            SomeCalls.call(
                                    "c" + calls.size(), rep, "Acme", FIRST.plusDays(calls.size())),
                            score));
        }
    }

    private Said ask(String question) {
        CallQuestion read =
                new QuestionReader(List.copyOf(REPS.values()), List.of("Acme"), FIRST.plusDays(27))
                        .read(question, Language.EN)
                        .orElseThrow();
        MeasuredAnswers answers =
                new MeasuredAnswers(AnswerWords.in(Language.EN), calls, REPS, SPAN);
        return switch (read.intent()) {
            case SCORE -> answers.score(read);
            case RANKING -> answers.ranking(read);
            case STRENGTHS -> answers.strengths(read);
            case TREND -> answers.trend(read, ZoneOffset.UTC);
            default -> throw new AssertionError(read);
        };
    }

    @Test
    void theBestHasEnoughCallsToBeJudgedBy() {
        calls("Ann Hill", 90, 90, 90, 90, 90, 90);
        calls("Ben Stone", 20, 20, 20, 20, 20, 20);
        calls("Cy Vale", 100, 100);
        Said said = ask("Who handles price objections best?");
        assertThat(said.text())
                .startsWith("Best at handling of price objections: Ann Hill, with 90 of 100")
                .contains("6 objections", "Then Ben Stone 20 of 100 (6 objections).")
                .contains("Too few to judge: Cy Vale (2 objections).")
                .doesNotContain("may be chance");
        assertThat(said.figures())
                .extracting(CallAnswer.Figure::judged)
                .containsExactly(true, true, false);
        assertThat(said.evidence()).containsExactly("c0-1-0000", "c1-1-0000", "c2-1-0000");
        assertThat(ask("Who is worst at objection handling?").text())
                .startsWith("Weakest at objection handling: Ben Stone");
    }

    @Test
    void aSmallLeadMayBeChance() {
        calls("Ann Hill", 70, 70, 70, 70);
        calls("Ben Stone", 60, 60, 60, 60);
        assertThat(ask("Who is best at objection handling?").text()).contains("may be chance");
    }

    @Test
    void nobodyIsRankedOnTwoCalls() {
        calls("Ann Hill", 90, 90);
        assertThat(ask("Who is best at objection handling?").text())
                .startsWith("Not enough calls to rank anybody")
                .doesNotContain("90");
    }

    @Test
    void whoIsJudgedAloneIsNotTheBest() {
        calls("Ann Hill", 12, 12, 12, 12);
        calls("Cy Vale", 95);
        assertThat(ask("Who handles price objections best?").text())
                .startsWith("On handling of price objections only Ann Hill has enough calls")
                .contains("12 of 100", "nobody to compare with", "Cy Vale (1 objection)")
                .doesNotContain("Best");
    }

    @Test
    void aScoreSaysItsCallsItsBandAndTheTeams() {
        calls("Ann Hill", 80, 70, 90, 80);
        calls("Ben Stone", 40, 40, 40, 40);
        Said said = ask("How good is Ann at objection handling?");
        assertThat(said.text())
                .startsWith("Ann Hill, objection handling: 80 of 100 on average over 4 calls")
                .contains("likely between 55 and 93")
                .contains("Harbor: 60 of 100 over 8 calls")
                .contains("2026-03-02 to 2026-03-29");
        assertThat(said.link()).isEqualTo(Optional.of("/reps/ann-hill"));
    }

    @Test
    void twoCallsAreNoJudgement() {
        calls("Cy Vale", 95, 95);
        Said said = ask("How good is Cy at objection handling?");
        assertThat(said.text()).contains("not enough calls to say (2 calls").doesNotContain("95");
        assertThat(said.figures().getFirst().judged()).isFalse();
        assertThat(ask("How good is Ben at objection handling?").text()).contains("No call");
    }

    private void halves(String rep, double before, double after) {
        calls(rep, before, before, before, before, before, before);
        calls("Cy Vale", 50, 50, 50, 50, 50, 50, 50, 50);
        calls(rep, after, after, after, after, after, after);
    }

    @Test
    void aTrendNeedsFiveCallsInEitherHalf() {
        calls("Ann Hill", 10, 10, 10, 10);
        assertThat(ask("Is Ann getting better at objection handling?").text())
                .contains("not enough calls to say whether it changes", "needs 5", "4 and 0");
        calls("Ben Stone", 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
        calls("Ann Hill", 90, 90, 90, 90);
        assertThat(ask("Is Ann getting better at objection handling?").text())
                .contains("not enough calls to say whether it changes", "4 and 4");
    }

    @Test
    void aTrendIsToldWhereTheBandsDoNotTouch() {
        halves("Ann Hill", 20, 90);
        assertThat(ask("Is Ann getting better at objection handling?").text())
                .contains("up from 20 of 100 (6 calls) to 90 of 100 (6 calls)");
    }

    @Test
    void aTrendOfBandsThatOverlapMayBeChance() {
        halves("Ann Hill", 45, 55);
        assertThat(ask("Is Ann getting better at objection handling?").text())
                .contains("no sure change", "45 of 100 (6 calls)", "55 of 100 (6 calls)", "chance")
                .doesNotContain("up from");
    }

    @Test
    void aRepWithoutCallsIsNamedBesideOneWithThem() {
        halves("Ann Hill", 20, 90);
        assertThat(ask("Are Ann and Ben getting better?").text())
                .contains("Ann Hill, objection handling: up", "Ben Stone: not enough calls");
    }
}
