package talktrack.ingest.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;

/**
 * Puts the glossary's names where something that sounds like them was recognised, and keeps what
 * was heard in {@link Word#heardAs()}. Imported text stays: somebody wrote it so. Thread-safe.
 */
public final class GlossaryCorrection {

    private final Map<Language, EnglishTerms> english = new EnumMap<>(Language.class);
    private final ChineseTerms chinese;

    public GlossaryCorrection(Glossary glossary) {
        for (Language language : Language.values()) {
            english.put(language, new EnglishTerms(spokenIn(glossary, language)));
        }
        chinese = new ChineseTerms(spokenIn(glossary, Language.ZH));
    }

    private static List<Term> spokenIn(Glossary glossary, Language language) {
        return glossary.terms().stream().filter(term -> term.spokenIn(language)).toList();
    }

    /** The utterance with names in it, or itself. */
    public Utterance correct(Utterance utterance) {
        if (utterance.words().isEmpty()) {
            return utterance;
        }
        List<Integer> starts = starts(utterance.words());
        List<Replacement> found =
                new ArrayList<>(english.get(utterance.language()).in(utterance.words(), starts));
        if (utterance.language() == Language.ZH) {
            found.addAll(chinese.in(utterance.text()));
        }
        List<Replacement> best = best(found);
        return best.isEmpty() ? utterance : replaced(utterance, starts, best);
    }

    private static List<Integer> starts(List<Word> words) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            starts.add(at);
            at += word.word().length() + 1;
        }
        return starts;
    }

    /** The surest first, of equal ones the longer; none overlaps another. */
    private static List<Replacement> best(List<Replacement> found) {
        List<Replacement> best = new ArrayList<>();
        found.stream()
                .sorted(
                        Comparator.comparingDouble(Replacement::sureness)
                                .reversed()
                                .thenComparingInt(one -> one.start() - one.end()))
                .filter(one -> best.stream().noneMatch(one::overlaps))
                .forEach(best::add);
        return best.stream().sorted(Comparator.comparingInt(Replacement::start)).toList();
    }

    private static Utterance replaced(
            Utterance utterance, List<Integer> starts, List<Replacement> replacements) {
        List<Word> words = utterance.words();
        List<Word> corrected = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int to = i + 1;
            int from = i;
            while (to < words.size() && reachesOver(replacements, starts.get(to))) {
                to++;
            }
            int end = starts.get(to - 1) + words.get(to - 1).word().length();
            List<Replacement> here =
                    replacements.stream()
                            .filter(one -> one.start() < end && one.end() > starts.get(from))
                            .toList();
            corrected.add(
                    here.isEmpty()
                            ? words.get(i)
                            : merged(
                                    utterance.text(),
                                    words.subList(i, to),
                                    starts.get(i),
                                    end,
                                    here));
            i = to;
        }
        return utterance.withWords(
                corrected.stream().map(Word::word).collect(Collectors.joining(" ")), corrected);
    }

    private static boolean reachesOver(List<Replacement> replacements, int start) {
        return replacements.stream().anyMatch(one -> one.start() < start && one.end() > start);
    }

    private static Word merged(
            String text, List<Word> words, int start, int end, List<Replacement> replacements) {
        StringBuilder corrected = new StringBuilder();
        int at = start;
        for (Replacement one : replacements) {
            corrected.append(text, at, one.start()).append(one.name());
            at = one.end();
        }
        corrected.append(text, at, end);
        String heard = text.substring(start, end);
        return new Word(
                corrected.toString(),
                words.getFirst().startSeconds(),
                words.getLast().endSeconds(),
                words.stream().mapToDouble(Word::confidence).average().orElse(0),
                heard.equalsIgnoreCase(corrected.toString()) ? "" : heard);
    }
}
