package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

/** Three calls worked by hand, and where the skill is absent (docs/metrics.md). */
class TalkTrackSkillTest {

    private static final String TRACK =
            "When you say it's high, is that against another quote, against the budget, or against what you expect to get out of it?";
    private static final String NOTHING_OF_IT = "The weather in Bristol is lovely this week.";

    private static LabelledCall price(LabelledCall call, double certainty, String reply) {
        return call.customer("That is far too expensive for us.")
                .objecting(ObjectionType.PRICE, certainty)
                .rep(reply);
    }

    private static Optional<SkillScore> score(LabelledCall call) {
        SpokenCall spoken = call.build();
        return TalkTrackSkill.of(spoken, ObjectionArcs.of(spoken));
    }

    @Test
    void theTalkTracksOwnWordsAreFullAdherence() {
        LabelledCall call = price(call(), 0.9, TRACK);
        assertThat(score(call))
                .hasValueSatisfying(
                        skill -> {
                            assertThat(skill.score()).isEqualTo(100);
                            assertThat(skill.n()).isEqualTo(1);
                            assertThat(skill.evidence()).containsExactly(call.id(0), call.id(1));
                        });
        assertThat(
                        score(
                                call().in(Language.ZH)
                                        .customer("这对我们来说太贵了。")
                                        .objecting(ObjectionType.PRICE, 0.9)
                                        .rep("您说的贵，是比别家的报价高，超出了预算，还是担心花了钱见不到效果？")))
                .hasValueSatisfying(skill -> assertThat(skill.score()).isEqualTo(100));
    }

    @Test
    void whatHasNothingOfThemIsNone() {
        assertThat(score(price(call(), 0.9, NOTHING_OF_IT)))
                .hasValueSatisfying(skill -> assertThat(skill.score()).isZero());
    }

    @Test
    void overTwoObjectionsItIsTheMean() {
        LabelledCall call = price(call(), 0.9, TRACK);
        call.customer("I see.").rep("Good.").customer("Go on.").rep("Fine.");
        call.customer("Not before the summer.")
                .objecting(ObjectionType.TIMING, 0.9)
                .rep(NOTHING_OF_IT);
        assertThat(score(call))
                .hasValueSatisfying(
                        skill -> {
                            assertThat(skill.score()).isEqualTo(50);
                            assertThat(skill.n()).isEqualTo(2);
                        });
    }

    @Test
    void anUnsureOrUnansweredObjectionIsNoOccasion() {
        assertThat(score(price(call(), 0.69, TRACK))).isEmpty();
        assertThat(
                        score(
                                call().customer("That is far too expensive for us.")
                                        .objecting(ObjectionType.PRICE, 0.9)))
                .isEmpty();
        assertThat(score(price(call(), 0.9, "Yes."))).isEmpty();
    }
}
