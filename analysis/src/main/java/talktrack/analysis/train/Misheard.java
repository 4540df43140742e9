package talktrack.analysis.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * How well lines that nothing is trained on are read after a recogniser has got words of them
 * wrong: spoken by a synthesiser, written down by the starter model.
 *
 * @param said what was said, in the spoken form
 * @param heard what was written down
 */
record Misheard(int lines, Scores said, Scores heard) {

    /** Absent where no line of this task was spoken. */
    static Optional<Misheard> of(Language language, String task) {
        List<Map<String, String>> heard = rows(language, task);
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> said = heard.stream().map(Misheard::asSaid).toList();
        return Optional.of(
                new Misheard(
                        heard.size(),
                        HeldOut.of(language, task, said).spoken(),
                        HeldOut.of(language, task, heard).spoken()));
    }

    private static Map<String, String> asSaid(Map<String, String> row) {
        Map<String, String> said = new HashMap<>(row);
        said.put("text", row.get("said"));
        return said;
    }

    /** The strangers' columns, and {@code said}. */
    static List<Map<String, String>> rows(Language language, String task) {
        String resource = "/talktrack/heldout/%s/misheard/%s.tsv".formatted(language.id(), task);
        return Corpus.exists(resource) ? Corpus.read(resource) : List.of();
    }
}
