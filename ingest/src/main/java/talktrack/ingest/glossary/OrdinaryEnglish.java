package talktrack.ingest.glossary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;

/**
 * Words and pairs of words that people say in sales calls, from the corpora: what is among them is
 * hardly a misheard name.
 */
final class OrdinaryEnglish {

    private static final class Loaded {
        static final OrdinaryEnglish INSTANCE = new OrdinaryEnglish();
    }

    private final Set<String> pairs = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private OrdinaryEnglish() {
        for (String task : List.of("spin", "objection", "sentiment", "handling")) {
            Corpus.rows(Language.EN, task)
                    .forEach(
                            row -> {
                                add(row.get("text"));
                                add(row.getOrDefault("previous", ""));
                            });
        }
    }

    /** Loaded at first use; a quarter of a second. */
    static OrdinaryEnglish get() {
        return Loaded.INSTANCE;
    }

    private void add(String text) {
        List<String> line = Segmenter.words(Language.EN, text);
        words.addAll(line);
        for (int i = 1; i < line.size(); i++) {
            pairs.add(line.get(i - 1) + " " + line.get(i));
        }
    }

    /** Whether each of them is an ordinary word. */
    boolean words(List<String> several) {
        return words.containsAll(several);
    }

    /** Whether all words, or all neighbours, are often said so. */
    boolean sequence(List<String> sequence) {
        if (sequence.size() == 1) {
            return words.contains(sequence.getFirst());
        }
        for (int i = 1; i < sequence.size(); i++) {
            if (!pairs.contains(sequence.get(i - 1) + " " + sequence.get(i))) {
                return false;
            }
        }
        return true;
    }
}
