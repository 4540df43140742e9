package talktrack.api.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import talktrack.analysis.call.Corrections;
import talktrack.analysis.score.Border;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.LabelOpinion;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.LabelTask;

/** The labels of a call that classifiers are unsure of and nobody has corrected. */
final class DoubtfulLines {

    /** How many utterances back the other side's last words are looked for, as when it was read. */
    private static final int CONTEXT = 10;

    /**
     * One label of one utterance.
     *
     * @param doubt over 0, up to 1
     */
    record Doubtful(int index, String utteranceId, Line line, double doubt) {}

    private final CallAnalysis call;
    private final List<Utterance> utterances;
    private final Map<String, String> objectionBefore;

    private DoubtfulLines(CallAnalysis call, List<ScoredUtterance> said) {
        this.call = call;
        this.utterances = said.stream().map(ScoredUtterance::utterance).toList();
        this.objectionBefore = objectionBefore();
    }

    /**
     * The most doubtful ones that fit into one request, in the call's order. Words that were too
     * unclear to be read at all are no matter of opinion.
     *
     * @param said all utterances of the call in order, as each was read for itself
     */
    static List<Doubtful> of(CallAnalysis call, List<ScoredUtterance> said, Set<LabelTask> tasks) {
        List<Doubtful> all = new DoubtfulLines(call, said).all(said, tasks);
        all.sort(Comparator.comparingDouble(Doubtful::doubt).reversed());
        List<Doubtful> chosen = new ArrayList<>();
        int characters = 0;
        for (Doubtful one : all) {
            int more = one.line().characters();
            if (chosen.size() < OpinionModel.MOST_LINES
                    && characters + more <= OpinionModel.MOST_CHARACTERS) {
                chosen.add(one);
                characters += more;
            }
        }
        chosen.sort(
                Comparator.comparingInt(Doubtful::index).thenComparing(one -> one.line().task()));
        return chosen;
    }

    private List<Doubtful> all(List<ScoredUtterance> said, Set<LabelTask> tasks) {
        Map<String, UtteranceLabels> labels = new HashMap<>();
        for (UtteranceReading reading : call.labels()) {
            labels.put(reading.utteranceId(), reading.labels());
        }
        List<Doubtful> doubtful = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Utterance one = said.get(i).utterance();
            UtteranceLabels ofCall = labels.get(one.utteranceId());
            if (ofCall == null || ofCall.unclear()) {
                continue;
            }
            for (LabelTask task : tasks) {
                if (!ofCall.corrected(task) && Corrections.canHave(task, one.speaker())) {
                    doubtful(i, task, said.get(i).labels()).ifPresent(doubtful::add);
                }
            }
        }
        return doubtful;
    }

    private Optional<Doubtful> doubtful(int at, LabelTask task, UtteranceLabels read) {
        Utterance said = utterances.get(at);
        String before =
                switch (task) {
                    case QUESTION, OBJECTION, NEED ->
                            UtteranceScorer.previous(
                                    said, utterances.subList(Math.max(0, at - CONTEXT), at));
                    case SENTIMENT -> "";
                    case HANDLING -> objectionBefore.get(said.utteranceId());
                };
        if (before == null) { // it answers no objection
            return Optional.empty();
        }
        double doubt =
                task == LabelTask.HANDLING
                        ? Border.handlingDoubt(said.language(), said.text(), before)
                        : Border.doubt(score(task, read));
        return doubt == 0
                ? Optional.empty()
                : Optional.of(
                        new Doubtful(
                                at,
                                said.utteranceId(),
                                new Line(task, before, said.text()),
                                doubt));
    }

    /** As classifiers read it, whatever an earlier opinion has made of it. */
    private static double score(LabelTask task, UtteranceLabels read) {
        return read.secondOpinions().stream()
                .filter(one -> one.task() == task)
                .map(LabelOpinion::scoreBefore)
                .findFirst()
                .orElseGet(() -> TaskLabel.score(task, read))
                .orElseThrow();
    }

    /** Id of each utterance that answers an objection → the objection's words. */
    private Map<String, String> objectionBefore() {
        Map<String, String> texts = new HashMap<>();
        utterances.forEach(one -> texts.put(one.utteranceId(), one.text()));
        Map<String, String> before = new HashMap<>();
        for (ObjectionHandling objection : call.objections()) {
            String text = texts.getOrDefault(objection.utteranceId(), "");
            objection.replyIds().forEach(id -> before.putIfAbsent(id, text));
        }
        return before;
    }
}
