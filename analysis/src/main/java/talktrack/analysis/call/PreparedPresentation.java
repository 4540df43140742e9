package talktrack.analysis.call;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import talktrack.models.events.PhaseSpan;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/** Whether the rep asked before he showed (docs/conversation-model.md §1, the order S→P→I→N). */
final class PreparedPresentation {

    private PreparedPresentation() {}

    /**
     * Share of the rep's speech in the presentation that came after at least one problem question
     * and one implication or need-payoff question: of its words, since an answer's length in time
     * hangs on the voice. Absent where the rep presents nothing.
     */
    static OptionalDouble ratio(SpokenCall call, List<PhaseSpan> phases) {
        int ready = ready(call);
        int units = 0;
        int prepared = 0;
        for (PhaseSpan span : phases) {
            if (span.phase() != Phase.PRESENTATION) {
                continue;
            }
            int first = place(call, span.firstId());
            int last = place(call, span.lastId());
            for (int i = first; i <= last; i++) {
                ScoredUtterance said = call.utterances().get(i);
                if (said.utterance().speaker() == Speaker.REP && !isSpin(said)) {
                    int words = units(call.language(), said);
                    units += words;
                    prepared += i > ready ? words : 0;
                }
            }
        }
        return units == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) prepared / units);
    }

    /** The place of the utterance from which on both kinds were asked. */
    private static int ready(SpokenCall call) {
        int problem = first(call, type -> type == QuestionType.PROBLEM);
        int consequence =
                first(
                        call,
                        type ->
                                type == QuestionType.IMPLICATION
                                        || type == QuestionType.NEED_PAYOFF);
        return Math.max(problem, consequence);
    }

    private static int first(SpokenCall call, Predicate<QuestionType> asked) {
        for (int i = 0; i < call.utterances().size(); i++) {
            ScoredUtterance said = call.utterances().get(i);
            if (said.utterance().speaker() == Speaker.REP
                    && !said.labels().unclear()
                    && said.labels().countedQuestions().anyMatch(asked)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean isSpin(ScoredUtterance said) {
        return !said.labels().unclear()
                && said.labels().question().counts()
                && said.labels().question().label().isSpin();
    }

    private static int units(Language language, ScoredUtterance said) {
        return Segmenter.spokenUnits(language, said.utterance().text());
    }

    private static int place(SpokenCall call, String id) {
        for (int i = 0; i < call.utterances().size(); i++) {
            if (call.utterances().get(i).utterance().utteranceId().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("Bug: no utterance " + id);
    }
}
