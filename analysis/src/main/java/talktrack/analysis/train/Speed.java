package talktrack.analysis.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import talktrack.analysis.score.Classifiers;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/** How many utterances are read a second, on one thread. */
final class Speed {

    private static final int ROUNDS = 3;

    private Speed() {}

    /** Rows of a Markdown table: language, by words alone, by both experts. */
    static String table(List<Language> languages) {
        return languages.stream()
                .map(
                        language -> {
                            List<Map<String, String>> rows =
                                    ConversationRows.heldOut(language, "spin");
                            Classifiers both = Classifiers.of(language);
                            return String.format(
                                    Locale.ROOT,
                                    "| %s | %.0f | %.0f |",
                                    language.id(),
                                    perSecond(both.byWords(), rows),
                                    perSecond(both, rows));
                        })
                .collect(Collectors.joining("\n"));
    }

    /** The fastest of some rounds: the first ones only warm up. */
    private static double perSecond(Classifiers classifiers, List<Map<String, String>> rows) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (Map<String, String> row : rows) {
                classifiers.spin(row.get("text"), row.get("previous"), Speaker.REP);
            }
            best = Math.max(best, rows.size() / ((System.nanoTime() - start) / 1e9));
        }
        return best;
    }
}
