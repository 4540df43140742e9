package talktrack.analysis.score;

import java.util.List;
import java.util.Optional;
import talktrack.models.events.Scored;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.events.Word;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** Reads one utterance of a call. */
public final class UtteranceScorer {

    /**
     * Below this mean word confidence an utterance is unclear. The starter model is right in about
     * three words of four when it says 0.6, and in hardly one of two below.
     */
    public static final double UNCLEAR_BELOW = 0.6;

    /** How many utterances back a reply still answers an objection. */
    private static final int OBJECTION_REACH = 4;

    private UtteranceScorer() {}

    /**
     * The labels of an utterance. A customer's question type is always {@code none}, a rep's
     * objection and need too; of an unknown speaker all are read by content. Handling is read where
     * a rep answers an objection.
     *
     * @param theTenBefore what was said just before it in the same call, oldest first, fewer at the
     *     start
     */
    public static UtteranceLabels score(Utterance utterance, List<Utterance> theTenBefore) {
        Classifiers classifiers = Classifiers.of(utterance.language());
        String previous = previous(utterance, theTenBefore);
        Clues clues = classifiers.clues(utterance.text(), previous);
        Classifiers.QuestionReading questions =
                classifiers.questions(utterance.text(), previous, utterance.speaker());
        Classifiers.SentimentReading sentiment = classifiers.sentiment(utterance.text());
        Classifiers.HandlingReading handling =
                answersAnObjection(utterance, theTenBefore)
                        ? classifiers.handling(utterance.text(), previous)
                        : Classifiers.HandlingReading.NOTHING;
        return new UtteranceLabels(
                        questions.main(),
                        utterance.speaker() == Speaker.REP
                                ? new Scored<>(ObjectionType.NONE, 1)
                                : classifiers.objection(clues),
                        utterance.speaker() == Speaker.REP
                                ? new Scored<>(Need.NONE, 1)
                                : classifiers.need(clues),
                        sentiment.label(),
                        sentiment.valence(),
                        Optional.empty(),
                        handling.steps().stream().filter(handling::counts).toList(),
                        handling.faults().stream().filter(handling::counts).toList(),
                        unclear(utterance))
                .with(questions.further(), handling.certainty());
    }

    /** Whether the recogniser was too unsure of these words; imported text is always clear. */
    static boolean unclear(Utterance utterance) {
        return utterance.words().stream().mapToDouble(Word::confidence).average().orElse(1)
                < UNCLEAR_BELOW;
    }

    /**
     * What an utterance follows: the turn that the other side took last.
     *
     * @param before what was said before it in the same call, oldest first
     */
    public static String previous(Utterance utterance, List<Utterance> before) {
        return PreviousTurn.of(utterance, before);
    }

    private static boolean answersAnObjection(Utterance utterance, List<Utterance> before) {
        if (utterance.speaker() != Speaker.REP) {
            return false;
        }
        List<Utterance> near =
                before.subList(Math.max(0, before.size() - OBJECTION_REACH), before.size());
        for (int i = 0; i < near.size(); i++) {
            Utterance said = near.get(i);
            if (said.speaker() == Speaker.CUSTOMER
                    && Classifiers.of(said.language())
                                    .objection(
                                            said.text(),
                                            previous(said, near.subList(0, i)),
                                            said.speaker())
                                    .label()
                            != ObjectionType.NONE) {
                return true;
            }
        }
        return false;
    }
}
