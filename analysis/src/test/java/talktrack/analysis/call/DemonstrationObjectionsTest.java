package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ObjectionType;

/**
 * Objections of the demonstration's calls, as a reader labelled them: {@code real}, {@code again}
 * for more of the one just raised, {@code none} for what only has its words. Listed is every
 * utterance in which the classifiers of the day saw an objection.
 */
class DemonstrationObjectionsTest {

    /** A third of the calls; reading all takes half a minute. */
    private static final int EVERY = 3;

    private static final double SURE = 0.7;

    private final Map<String, String> verdicts = new HashMap<>();

    DemonstrationObjectionsTest() {
        Corpus.read("/talktrack/analysis/call/demonstration-objections.tsv")
                .forEach(
                        row ->
                                verdicts.put(
                                        row.get("file") + " " + row.get("index"),
                                        row.get("verdict")));
    }

    @Test
    void theCallAroundAnObjectionTellsMoreThanItsWordsAlone() throws IOException {
        List<String> byWords = new ArrayList<>();
        List<String> inTheCall = new ArrayList<>();
        for (DemonstrationReading.Read read :
                DemonstrationReading.transcripts(call -> call.week() % EVERY == 0)) {
            List<CallAnalysis.UtteranceReading> labels = read.analysis().labels();
            for (int i = 0; i < labels.size(); i++) {
                var objection = byWords(read.said(), i);
                if (objection.label() != ObjectionType.NONE && objection.score() >= SURE) {
                    byWords.add(verdict(read, i));
                }
            }
            read.analysis().objections().stream()
                    .filter(ObjectionHandling::sure)
                    .flatMap(arc -> arc.course().raisedIds().stream())
                    .map(id -> index(labels, id))
                    .filter(i -> labels.get(i).labels().objection().score() >= SURE)
                    .map(i -> verdict(read, i))
                    .forEach(inTheCall::add);
        }
        assertThat(rightRatio(inTheCall))
                .as("of the sure ones in context, against %.2f by words", rightRatio(byWords))
                .isGreaterThan(0.9);
        assertThat(wrong(inTheCall))
                .as("wrong ones among the sure, none that words alone would not have")
                .isLessThanOrEqualTo(wrong(byWords));
        assertThat(right(inTheCall))
                .as("real ones that are still sure, of %.0f", right(byWords))
                .isGreaterThan(0.85 * right(byWords));
    }

    private static Scored<ObjectionType> byWords(List<Utterance> said, int index) {
        return UtteranceScorer.score(said.get(index), said.subList(Math.max(0, index - 10), index))
                .objection();
    }

    private String verdict(DemonstrationReading.Read read, int index) {
        return verdicts.getOrDefault(read.call().fileName() + " " + index, "not listed");
    }

    private static int index(List<CallAnalysis.UtteranceReading> labels, String id) {
        return labels.stream().map(CallAnalysis.UtteranceReading::utteranceId).toList().indexOf(id);
    }

    private static double right(List<String> verdicts) {
        return verdicts.stream().filter(v -> v.equals("real") || v.equals("again")).count();
    }

    private static long wrong(List<String> verdicts) {
        return verdicts.stream().filter(v -> v.equals("none")).count();
    }

    private static double rightRatio(List<String> verdicts) {
        return right(verdicts) / verdicts.stream().filter(v -> !v.equals("not listed")).count();
    }
}
