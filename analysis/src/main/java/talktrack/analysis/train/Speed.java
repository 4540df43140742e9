package talktrack.analysis.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import talktrack.analysis.score.Classifiers;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/** How many utterances are read a second on one thread, and how long a long call takes. */
final class Speed {

    private static final int ROUNDS = 3;

    private Speed() {}

    /**
     * Rows of a Markdown table: language, questions a second by words alone, by both experts as
     * written and as recognised, then utterances of a call of an hour and seconds to read it.
     */
    static String table(List<Language> languages) {
        return languages.stream()
                .map(
                        language -> {
                            List<Map<String, String>> rows =
                                    ConversationRows.heldOut(language, "spin");
                            List<Map<String, String>> recognised =
                                    rows.stream().map(row -> recognised(language, row)).toList();
                            Classifiers both = Classifiers.of(language);
                            RecognisedCall call = RecognisedCall.ofAnHour(language);
                            return String.format(
                                    Locale.ROOT,
                                    "| %s | %.0f | %.0f | %.0f | %d | %.1f |",
                                    language.id(),
                                    rows.size() / seconds(() -> readAll(both.byWords(), rows)),
                                    rows.size() / seconds(() -> readAll(both, rows)),
                                    rows.size() / seconds(() -> readAll(both, recognised)),
                                    call.size(),
                                    seconds(call::read));
                        })
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> recognised(Language language, Map<String, String> row) {
        return Map.of(
                "text", TextNormaliser.normalise(language, row.get("text")),
                "previous", TextNormaliser.normalise(language, row.get("previous")));
    }

    private static void readAll(Classifiers classifiers, List<Map<String, String>> rows) {
        rows.forEach(row -> classifiers.spin(row.get("text"), row.get("previous"), Speaker.REP));
    }

    /** Of the fastest of some rounds: the first ones only warm up. */
    private static double seconds(Runnable work) {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            least = Math.min(least, (System.nanoTime() - start) / 1e9);
        }
        return least;
    }
}
