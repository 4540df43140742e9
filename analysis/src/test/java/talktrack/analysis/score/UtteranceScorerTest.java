package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.events.Word;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

class UtteranceScorerTest {

    /** The labels of a call's last utterance. */
    private static UtteranceLabels last(CallFixture.Builder call) {
        List<Utterance> said = call.build().utterances();
        return UtteranceScorer.score(said.getLast(), said.subList(0, said.size() - 1));
    }

    @Test
    void theCustomersWordsBeforeDecideWhatAShortQuestionAsks() {
        String question = "and what happens then";
        assertThat(
                        last(CallFixture.aCall()
                                        .customer("our machine breaks down every week")
                                        .rep(question))
                                .question()
                                .label())
                .isEqualTo(QuestionType.IMPLICATION);
    }

    @Test
    void twoQuestionsInOneTurnAreTwo() {
        String turn = "What do you use today? And what does it cost you when it fails?";
        UtteranceLabels labels = last(CallFixture.aCall().rep(turn));
        assertThat(labels.question().label()).isEqualTo(QuestionType.IMPLICATION);
        assertThat(labels.countedQuestions())
                .containsExactly(QuestionType.IMPLICATION, QuestionType.SITUATION);
        FurtherQuestion further = labels.furtherQuestions().getFirst();
        assertThat(turn.substring(further.from(), further.to()))
                .isEqualTo("What do you use today?");
        assertThat(last(CallFixture.aCall().customer(turn)).furtherQuestions()).isEmpty();
    }

    @Test
    void aStepThatIsOnlyPerhapsThereIsNotCounted() {
        UtteranceLabels labels =
                last(
                        CallFixture.aCall()
                                .customer("Your software is far too complicated for us.")
                                .rep("Which part of it seems complicated to you?"));
        assertThat(labels.handlingCertainty().get("clarify")).isGreaterThanOrEqualTo(0.5);
        labels.handlingCertainty()
                .forEach(
                        (label, certainty) ->
                                assertThat(
                                                Stream.<Label>concat(
                                                                labels.steps().stream(),
                                                                labels.faults().stream())
                                                        .anyMatch(one -> one.id().equals(label)))
                                        .isEqualTo(certainty >= 0.5));
    }

    @Test
    void handlingIsReadOnlyWhereAnObjectionIsAnswered() {
        String reply = "Which part of it seems complicated to you?";
        assertThat(
                        last(CallFixture.aCall()
                                        .customer("Your software is far too complicated for us.")
                                        .rep(reply))
                                .steps())
                .contains(HandlingStep.CLARIFY);
        assertThat(last(CallFixture.aCall().customer("We have two offices.").rep(reply)).steps())
                .isEmpty();
    }

    @Test
    void ofAnUnknownSpeakerContentDecides() {
        List<Utterance> said =
                CallFixture.aCall().rep("That is far too expensive for us.").build().utterances();
        assertThat(UtteranceScorer.score(said.getFirst(), List.of()).objection().label())
                .isEqualTo(ObjectionType.NONE);
        assertThat(
                        UtteranceScorer.score(said.getFirst().as(1, Speaker.UNKNOWN), List.of())
                                .objection()
                                .label())
                .isEqualTo(ObjectionType.PRICE);
    }

    @Test
    void writtenAndRecognisedTextAreReadAlike() {
        UtteranceLabels written =
                last(CallFixture.aCall().rep("What is the biggest problem with your supplier?"));
        UtteranceLabels spoken =
                last(CallFixture.aCall().rep("what is the biggest problem with your supplier"));
        assertThat(spoken.question().label()).isEqualTo(written.question().label());
        assertThat(spoken.sentiment().label()).isEqualTo(Sentiment.NEUTRAL);
    }

    @Test
    void belowAMeanWordConfidenceWordsAreUnclear() {
        assertThat(UtteranceScorer.unclear(withConfidences(0.7, 0.5))).isFalse();
        assertThat(UtteranceScorer.unclear(withConfidences(0.7, 0.48))).isTrue();
        assertThat(UtteranceScorer.unclear(withConfidences())).isFalse();
    }

    private static Utterance withConfidences(double... confidences) {
        Utterance plain = CallFixture.aCall().rep("hello there").build().utterances().getFirst();
        return new Utterance(
                plain.utteranceId(),
                plain.callId(),
                plain.revision(),
                plain.index(),
                plain.channel(),
                plain.voice(),
                plain.speaker(),
                plain.speakerName(),
                plain.language(),
                plain.startSeconds(),
                plain.endSeconds(),
                plain.text(),
                plain.displayText(),
                java.util.Arrays.stream(confidences)
                        .mapToObj(confidence -> new Word("hello", 0, 1, confidence))
                        .toList());
    }
}
