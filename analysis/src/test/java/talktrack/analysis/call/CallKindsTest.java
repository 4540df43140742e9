package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Judged;
import talktrack.models.events.RepWeek;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Skill;

/** What a call is for, guessed and declared, and what hangs on it. */
class CallKindsTest {

    private static LabelledCall complaint() {
        LabelledCall call = call();
        for (int i = 0; i < 3; i++) {
            call.rep("sorry to hear that, I'll log a ticket and send an engineer")
                    .customer("it stopped working again and nobody fixed it");
        }
        return call;
    }

    /** Six of the first twelve turns speak of the fault, 12 points; 12 / (12 + 0 + 2). */
    @Test
    void isGuessedFromWhatIsSaid() {
        assertThat(CallKinds.kind(complaint().build()))
                .hasValue(Judged.guessed(CallKind.SERVICE, 12.0 / 14));
        LabelledCall renewal = call().in(Language.ZH);
        for (int i = 0; i < 3; i++) {
            renewal.rep("合同快到期了，续约的事聊聊").customer("去年签的那个涨价了吧");
        }
        assertThat(CallKinds.kind(renewal.build()).orElseThrow().label())
                .isEqualTo(CallKind.RENEWAL);
        LabelledCall home = call();
        for (int i = 0; i < 3; i++) {
            home.rep("and where do you live").customer("at home with my wife and the kids");
        }
        assertThat(CallKinds.sale(home.build()).orElseThrow().label()).isEqualTo(SaleSize.SIMPLE);
    }

    @Test
    void isUnknownWithoutClearWords() {
        LabelledCall plain = call().rep("the sky is blue").customer("so it is today");
        assertThat(CallKinds.kind(plain.build())).isEmpty();
        assertThat(CallKinds.sale(plain.build())).isEmpty();
    }

    @Test
    void whatIsDeclaredCounts() {
        CallAnalysis analysis = read(complaint().declared(CallKind.DEMO, SaleSize.MAJOR));
        assertThat(analysis.kind()).hasValue(Judged.declared(CallKind.DEMO));
        assertThat(analysis.sale()).hasValue(Judged.declared(SaleSize.MAJOR));
    }

    @Test
    void serviceCallsScoreThreeSkillsOnly() {
        CallAnalysis analysis = read(complaint());
        assertThat(analysis.skills()).isNotEmpty();
        assertThat(analysis.skills())
                .extracting(SkillScore::skill)
                .isSubsetOf(
                        Set.of(Skill.LISTENING, Skill.EMOTIONAL_CONTROL, Skill.CLEAR_NEXT_STEP));
        assertThat(read(complaint().declared(CallKind.DEMO, SaleSize.MAJOR)).skills())
                .extracting(SkillScore::skill)
                .contains(Skill.OPENING, Skill.PROBLEM_DISCOVERY);
    }

    @Test
    void inSimpleSalesTwoSkillsAreShownButNotSummed() {
        LabelledCall call =
                call().rep("what is hard about that")
                        .asking(QuestionType.PROBLEM)
                        .customer("we lose orders every week")
                        .needing(Need.IMPLIED, 1);
        List.of(QuestionType.SITUATION, QuestionType.SITUATION).forEach(call::asks);
        CallAnalysis simple = read(call.declared(CallKind.DISCOVERY, SaleSize.SIMPLE));
        assertThat(simple.skills())
                .extracting(SkillScore::skill)
                .contains(Skill.IMPLICATION_DEPTH, Skill.NEED_PAYOFF);
        RepWeek week = RepWeek.empty().plus(simple);
        assertThat(week.skills())
                .extracting(RepWeek.SkillSum::skill)
                .contains(Skill.PROBLEM_DISCOVERY)
                .doesNotContain(Skill.IMPLICATION_DEPTH, Skill.NEED_PAYOFF);
        assertThat(week.minus(simple).skills()).isEmpty();
        assertThat(
                        RepWeek.empty()
                                .plus(read(call.declared(CallKind.DISCOVERY, SaleSize.MAJOR)))
                                .skills())
                .extracting(RepWeek.SkillSum::skill)
                .contains(Skill.IMPLICATION_DEPTH, Skill.NEED_PAYOFF);
    }

    private static CallAnalysis read(LabelledCall call) {
        return CallReader.read(call.details(), call.end(), call.scored(), ZoneOffset.UTC);
    }
}
