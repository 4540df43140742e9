package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Skill;

class TellingMomentsTest {

    private static final CallFixture CALL =
            aCall().rep("Hello, this is Ann from Harbor Systems, do you have a minute?")
                    .customer("Yes, go ahead.")
                    .rep("How many people work in your warehouse?")
                    .customer("About forty, in two shifts.")
                    .rep("What goes wrong when you pick at night?")
                    .customer("We ship wrong parts all the time, it is a real problem for us.")
                    .rep("I see. Our scanner has a big display and two batteries.")
                    .customer("That is far too expensive for us.")
                    .rep("I can take ten percent off if you sign today.")
                    .customer("No, I have to think about it. Goodbye.")
                    .build();

    private static final List<ScoredUtterance> SCORED = scored();
    private static final CallAnalysis ANALYSIS =
            CallReader.read(CALL.details(), CALL.end(), SCORED, ZoneOffset.UTC);

    private static List<ScoredUtterance> scored() {
        List<Utterance> said = CALL.utterances();
        return IntStream.range(0, said.size())
                .mapToObj(
                        i ->
                                new ScoredUtterance(
                                        said.get(i),
                                        UtteranceScorer.score(
                                                said.get(i), said.subList(Math.max(0, i - 10), i))))
                .toList();
    }

    private static String said(String utteranceId) {
        return CALL.utterances().stream()
                .filter(one -> one.utteranceId().equals(utteranceId))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void theMissedChanceIsTheProblemThatNobodyAskedOnAbout() {
        assertThat(said(TellingMoments.weakest(ANALYSIS, Skill.IMPLICATION_DEPTH).getFirst()))
                .contains("wrong parts");
    }

    @Test
    void anObjectionIsHeardFromWhereItIsRaised() {
        assertThat(said(TellingMoments.weakest(ANALYSIS, Skill.OBJECTION_HANDLING).getFirst()))
                .contains("too expensive");
    }

    @Test
    void theOpeningIsHeardFromTheStartAndTheNextStepBeforeTheGoodbye() {
        assertThat(TellingMoments.weakest(ANALYSIS, Skill.OPENING).getFirst())
                .isEqualTo(CALL.utterances().getFirst().utteranceId());
        assertThat(said(TellingMoments.weakest(ANALYSIS, Skill.CLEAR_NEXT_STEP).getFirst()))
                .doesNotContain("Goodbye");
    }

    @Test
    void everyMomentIsAnUtteranceOfTheCall() {
        for (Skill skill : Skill.values()) {
            assertThat(TellingMoments.weakest(ANALYSIS, skill)).allMatch(id -> !said(id).isEmpty());
            assertThat(TellingMoments.best(ANALYSIS, skill)).allMatch(id -> !said(id).isEmpty());
        }
    }
}
