package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

/** What people say of a call's labels, put over what was read. */
public final class Corrections {

    /**
     * An utterance is the one that was meant when it shares at least this part of the time that
     * both take together. A speech model that cuts a sentence in two leaves the longer half.
     */
    private static final double SHARED_FROM = 0.5;

    private Corrections() {}

    /**
     * The same utterances with what people say of them, as certain labels. A correction holds for
     * one utterance at most; of several for the same one and task, what was said last. Where the
     * words themselves are unclear, only what people say counts.
     *
     * @param utterances all of the call, in any order
     */
    public static List<ScoredUtterance> over(
            List<ScoredUtterance> utterances, Collection<LabelCorrection> corrections) {
        if (corrections.isEmpty()) {
            return utterances;
        }
        List<ScoredUtterance> corrected = new ArrayList<>(utterances);
        corrections.stream()
                .sorted(
                        Comparator.comparing(LabelCorrection::correctedAt)
                                .thenComparing(LabelCorrection::key))
                .forEach(correction -> put(correction, corrected));
        return List.copyOf(corrected);
    }

    private static void put(LabelCorrection correction, List<ScoredUtterance> utterances) {
        List<Utterance> said = utterances.stream().map(ScoredUtterance::utterance).toList();
        meant(correction, said)
                .map(said::indexOf)
                .ifPresent(
                        at ->
                                utterances.set(
                                        at,
                                        new ScoredUtterance(
                                                said.get(at),
                                                clear(utterances.get(at).labels())
                                                        .corrected(correction.right()))));
    }

    /**
     * Which utterance a correction is about: of those in its stretch of its channel the one that
     * fits best, or in a transcript without times the one at its place. None when there is no such
     * utterance, or when its speaker, who may have been corrected since, cannot have such a label.
     */
    public static Optional<Utterance> meant(
            LabelCorrection correction, List<Utterance> utterances) {
        return (correction.startSeconds().isPresent()
                        ? inItsTime(correction, utterances)
                        : utterances.stream()
                                .filter(said -> said.index() == correction.index())
                                .findFirst())
                .filter(said -> canHave(correction.task(), said.speaker()));
    }

    private static Optional<Utterance> inItsTime(
            LabelCorrection correction, List<Utterance> utterances) {
        return utterances.stream()
                .filter(Utterance::timed)
                .filter(said -> said.channel() == correction.channel())
                .filter(said -> shared(correction, said) >= SHARED_FROM)
                .max(
                        Comparator.<Utterance>comparingDouble(said -> shared(correction, said))
                                .thenComparingInt(
                                        said -> -Math.abs(said.index() - correction.index())));
    }

    /** Whether such a label means anything in what this speaker says. */
    public static boolean canHave(LabelTask task, Speaker speaker) {
        return switch (task) {
            case QUESTION -> speaker != Speaker.CUSTOMER;
            case OBJECTION, NEED -> speaker != Speaker.REP;
            case SENTIMENT -> true;
            case HANDLING -> speaker == Speaker.REP;
        };
    }

    /** The time that both take divided by the time that either takes, 0…1. */
    private static double shared(LabelCorrection correction, Utterance said) {
        double from = correction.startSeconds().orElseThrow();
        double to = correction.endSeconds().orElseThrow();
        double start = said.startSeconds().orElseThrow();
        double end = said.endSeconds().orElseThrow();
        double either = Math.max(to, end) - Math.min(from, start);
        return either == 0 ? 1 : (Math.min(to, end) - Math.max(from, start)) / either;
    }

    /** Labels of unclear words say nothing; a person's label on them does. */
    private static UtteranceLabels clear(UtteranceLabels labels) {
        return labels.unclear()
                ? new UtteranceLabels(
                        new Scored<>(QuestionType.NONE, 1),
                        new Scored<>(ObjectionType.NONE, 1),
                        new Scored<>(Need.NONE, 1),
                        new Scored<>(Sentiment.NEUTRAL, 1),
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false)
                : labels;
    }
}
