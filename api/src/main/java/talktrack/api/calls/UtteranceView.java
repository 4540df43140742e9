package talktrack.api.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.LabelOpinion;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.events.Word;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

/**
 * An utterance with its labels, as pages show it.
 *
 * @param voice which of the voices on this channel, from 1; 0 when none were told apart
 * @param emotion absent where the voice is not read for it, or where it is unclear
 * @param confidence mean of the recognised words, 0…1; absent for a transcript
 * @param corrected what a person has said, instead of a classifier
 * @param secondOpinions what a language model has said where classifiers were unsure, with what
 *     they had read
 * @param furtherQuestions what is asked besides, in its order
 * @param handlingCertainty id of each step and fault → how probable it is, as far as that is known
 */
public record UtteranceView(
        String id,
        int index,
        int channel,
        int voice,
        Speaker speaker,
        Optional<String> speakerName,
        OptionalDouble startSeconds,
        OptionalDouble endSeconds,
        String text,
        String displayText,
        OptionalDouble confidence,
        VoiceMeasures voiceMeasures,
        QuestionType questionType,
        double questionScore,
        Sentiment sentiment,
        double sentimentScore,
        double valence,
        Optional<Emotion> emotion,
        ObjectionType objection,
        double objectionScore,
        Need need,
        double needScore,
        List<HandlingStep> steps,
        List<HandlingFault> faults,
        boolean unclear,
        List<LabelTask> corrected,
        List<LabelOpinion> secondOpinions,
        List<FurtherQuestion> furtherQuestions,
        Map<String, Double> handlingCertainty) {

    public static UtteranceView of(Utterance utterance, UtteranceLabels labels) {
        return new UtteranceView(
                utterance.utteranceId(),
                utterance.index(),
                utterance.channel(),
                utterance.voice(),
                utterance.speaker(),
                Optional.of(utterance.speakerName()).filter(name -> !name.isEmpty()),
                utterance.startSeconds(),
                utterance.endSeconds(),
                utterance.text(),
                utterance.displayText(),
                utterance.words().stream().mapToDouble(Word::confidence).average(),
                utterance.voiceMeasures(),
                labels.question().label(),
                labels.question().score(),
                labels.sentiment().label(),
                labels.sentiment().score(),
                labels.valence(),
                labels.emotion(),
                labels.objection().label(),
                labels.objection().score(),
                labels.need().label(),
                labels.need().score(),
                labels.steps(),
                labels.faults(),
                labels.unclear(),
                labels.corrected(),
                labels.secondOpinions(),
                labels.furtherQuestions(),
                labels.handlingCertainty());
    }
}
