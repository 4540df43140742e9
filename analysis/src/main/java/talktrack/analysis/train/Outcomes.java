package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.corpora.Conversation;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionOutcome;

/**
 * How often the end of an objection is read rightly, in whole calls that no training ever sees.
 *
 * @param objections that a person found in them
 * @param truths of those that were read as an objection: how they end
 * @param right how many of these were read to end so
 */
record Outcomes(int objections, List<ObjectionOutcome> truths, int right) {

    Outcomes {
        truths = List.copyOf(truths);
    }

    /** Reads the labelled calls as a recogniser would write them. */
    static Outcomes of(Language language) {
        Map<String, Conversation> calls = new HashMap<>();
        Conversation.of(language).forEach(call -> calls.put(call.name(), call));
        Map<String, CallAnalysis> read = new HashMap<>();
        List<Map<String, String>> rows = rows(language);
        for (Map<String, String> row : rows) {
            read.computeIfAbsent(
                    row.get("call"), name -> RecognisedCall.of(calls.get(name)).read());
        }
        return of(rows, read);
    }

    /** Where a turn of a call (from 1 on) raises an objection, and how it ends. */
    static List<Map<String, String>> rows(Language language) {
        return Corpus.read("/talktrack/heldout/%s/outcomes.tsv".formatted(language.id()));
    }

    /**
     * @param read name of a call → what was read in it
     */
    static Outcomes of(List<Map<String, String>> rows, Map<String, CallAnalysis> read) {
        List<ObjectionOutcome> truths = new ArrayList<>();
        int right = 0;
        for (Map<String, String> row : rows) {
            String id = RecognisedCall.id(Integer.parseInt(row.get("turn")) - 1);
            Optional<ObjectionHandling> found =
                    read.get(row.get("call")).objections().stream()
                            .filter(arc -> arc.course().raisedIds().contains(id))
                            .findFirst();
            if (found.isPresent()) {
                ObjectionOutcome truth = Label.parse(ObjectionOutcome.class, row.get("outcome"));
                truths.add(truth);
                right += found.get().course().outcome().equals(Optional.of(truth)) ? 1 : 0;
            }
        }
        return new Outcomes(rows.size(), truths, right);
    }

    int found() {
        return truths.size();
    }

    double rightShare() {
        return share(right);
    }

    /** What whoever always says the most frequent end would get right. */
    double mostFrequentShare() {
        Map<ObjectionOutcome, Integer> counts = new EnumMap<>(ObjectionOutcome.class);
        truths.forEach(truth -> counts.merge(truth, 1, Integer::sum));
        return share(counts.values().stream().mapToInt(count -> count).max().orElse(0));
    }

    private double share(int of) {
        return truths.isEmpty() ? 0 : (double) of / truths.size();
    }
}
