package talktrack.api.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.models.events.RolePlay.End;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.QuestionType;

class CustomerTest {

    private static final Scenario SCENARIO = Scenarios.find("clinic-booking").orElseThrow();
    private static final Scenario.Problem NO_SHOWS = SCENARIO.problems().getFirst();
    private static final Scenario.Objection PRICE = SCENARIO.objections().getFirst();

    /** Share of the words that both have: enough to tell the scenario's matters apart. */
    private final Customer customer =
            new Customer(
                    SCENARIO,
                    (one, other) -> {
                        List<String> words = Arrays.asList(other.split(" "));
                        return Arrays.stream(one.split(" ")).filter(words::contains).count() / 3.0;
                    });

    private Position now = Position.atStart(SCENARIO);

    private String says(QuestionType question, String text) {
        return says(new Turn(text, question, Set.of(), Set.of()));
    }

    private String says(Turn turn) {
        Customer.Reply reply = customer.reply(now, turn);
        now = reply.position();
        return reply.said().line();
    }

    private String presents() {
        return says(
                QuestionType.NONE,
                "Our software does everything you could wish for, with reminders and a lovely page.");
    }

    private String answers(HandlingStep... steps) {
        return says(new Turn("well", QuestionType.NONE, Set.of(steps), Set.of()));
    }

    @Test
    void aNeedIsSaidToWhoAsksItsWayThere() {
        assertThat(says(QuestionType.SITUATION, "how many doctors work there"))
                .isEqualTo(SCENARIO.facts().getFirst().line());
        assertThat(says(QuestionType.PROBLEM, "are missed appointments a problem"))
                .isEqualTo(NO_SHOWS.admits());
        assertThat(says(QuestionType.IMPLICATION, "what do missed appointments cost"))
                .isEqualTo(NO_SHOWS.consequence());
        assertThat(says(QuestionType.NEED_PAYOFF, "what if missed appointments were fewer"))
                .isEqualTo(NO_SHOWS.need());
        assertThat(now.depths()).containsExactly(3, 0);
        assertThat(Kept.of(SCENARIO, now))
                .containsExactly(
                        new Kept(Kept.What.PROBLEM, SCENARIO.problems().getLast().admits()));
    }

    @Test
    void beforeAProblemIsAdmittedNobodySaysWhatItCosts() {
        assertThat(says(QuestionType.IMPLICATION, "what do missed appointments cost"))
                .isEqualTo(NO_SHOWS.admits());
        assertThat(says(QuestionType.NEED_PAYOFF, "what would it be worth"))
                .isEqualTo(NO_SHOWS.need());
    }

    @Test
    void whoAsksOnAboutTheConsequenceHearsWhatIsWanted() {
        says(QuestionType.PROBLEM, "are missed appointments a problem");
        says(QuestionType.IMPLICATION, "what do missed appointments cost");
        assertThat(says(QuestionType.IMPLICATION, "and what does that lead to"))
                .isEqualTo(NO_SHOWS.need());
    }

    @Test
    void anInterrogationEndsTheCall() {
        says(QuestionType.SITUATION, "how many doctors work there");
        says(QuestionType.SITUATION, "which system diary do you use now");
        says(QuestionType.SITUATION, "how many calls a day");
        assertThat(says(QuestionType.SITUATION, "how many nurses work there"))
                .isEqualTo(SCENARIO.lines().hurried());
        says(QuestionType.SITUATION, "and what else");
        assertThat(says(QuestionType.SITUATION, "and what else"))
                .isEqualTo(SCENARIO.lines().leaves());
        assertThat(now.end()).contains(End.LEFT);
    }

    @Test
    void whoDecidesIsToldOnceAndIsNoInterrogation() {
        says(QuestionType.SITUATION, "how many doctors work there");
        says(QuestionType.SITUATION, "which system diary do you use now");
        says(QuestionType.SITUATION, "how many calls a day");
        assertThat(says(QuestionType.CLOSING, "who decides on it")).contains("the partners sign");
        assertThat(says(QuestionType.CLOSING, "who decides on it"))
                .isEqualTo(SCENARIO.lines().nothingMore());
        assertThat(now.end()).isEmpty();
    }

    @Test
    void whoPresentsWithoutANeedMeetsAnObjection() {
        assertThat(says(QuestionType.NONE, "I see.")).isEqualTo(SCENARIO.lines().listens());
        assertThat(presents()).isEqualTo(PRICE.raises());
        assertThat(now.open()).contains(0);
    }

    @Test
    void anObjectionIsSettledByAskingAndAnswering() {
        presents();
        assertThat(answers(HandlingStep.CLARIFY)).isEqualTo(PRICE.explains());
        assertThat(answers(HandlingStep.RESPOND)).isEqualTo(PRICE.settles());
        assertThat(now.open()).isEmpty();
        assertThat(Kept.of(SCENARIO, now)).noneMatch(one -> one.what() == Kept.What.OBJECTION);
    }

    @Test
    void aFaultIsPushedBackAndASecondOneIsTooMuch() {
        presents();
        Turn argues =
                new Turn(
                        "that is wrong",
                        QuestionType.NONE,
                        Set.of(HandlingStep.RESPOND, HandlingStep.ACKNOWLEDGE),
                        Set.of(HandlingFault.ARGUES));
        assertThat(says(argues)).isEqualTo(PRICE.pushesBack());
        says(argues);
        assertThat(now.open()).isEmpty();
        assertThat(Kept.of(SCENARIO, now))
                .contains(new Kept(Kept.What.OBJECTION, PRICE.explains()));
    }

    @Test
    void theNextStepIsAgreedToWhenItHasBeenEarned() {
        says(QuestionType.PROBLEM, "are missed appointments a problem");
        says(QuestionType.NEED_PAYOFF, "what if missed appointments were fewer");
        for (Scenario.Objection objection : SCENARIO.objections()) {
            assertThat(says(QuestionType.CLOSING, "shall we meet")).isEqualTo(objection.raises());
            answers(HandlingStep.ACKNOWLEDGE, HandlingStep.RESPOND);
        }
        assertThat(says(QuestionType.CLOSING, "shall we meet"))
                .isEqualTo(SCENARIO.lines().agrees());
        assertThat(now.end()).contains(End.AGREED);
    }

    @Test
    void whoseAnswersAllFailedIsPutOff() {
        says(QuestionType.PROBLEM, "are missed appointments a problem");
        says(QuestionType.NEED_PAYOFF, "what if missed appointments were fewer");
        Turn argues =
                new Turn(
                        "that is wrong", QuestionType.NONE, Set.of(), Set.of(HandlingFault.ARGUES));
        for (int i = 0; i < SCENARIO.objections().size(); i++) {
            says(QuestionType.CLOSING, "shall we meet");
            says(argues);
            says(argues);
        }
        assertThat(now.end()).isEmpty();
        assertThat(says(QuestionType.CLOSING, "shall we meet"))
                .isEqualTo(SCENARIO.lines().putsOff());
        assertThat(now.end()).contains(End.PUT_OFF);
    }

    @Test
    void withoutANeedTheCustomerPutsOff() {
        for (int i = 0; i < SCENARIO.objections().size(); i++) {
            says(QuestionType.CLOSING, "shall we meet");
            answers(HandlingStep.ACKNOWLEDGE, HandlingStep.RESPOND);
        }
        assertThat(says(QuestionType.CLOSING, "shall we meet"))
                .isEqualTo(SCENARIO.lines().putsOff());
        assertThat(now.end()).contains(End.PUT_OFF);
    }
}
