package talktrack.ingest.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.models.events.Word;

/**
 * Finds words that sound like a name. A recogniser writes the words it knows for a name that it
 * does not, so what it wrote are real words, but in an order that nobody says and of which it is
 * not sure: the less ordinary and the less sure, the less alike they need sound.
 */
final class EnglishTerms {

    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_ROUGH = 5;
    private static final double SAME_SOUND = 0.93;
    private static final double SURE = 0.9;

    private static final double UNSURE = 0.7;
    private static final double NEVER = 2;

    private static final Set<String> FUNCTION_WORDS =
            Set.of(
                    "the", "a", "an", "of", "to", "and", "in", "is", "it", "at", "or", "we", "i",
                    "you", "that", "for", "on", "me", "him", "her", "us", "them", "he", "she",
                    "they", "my", "your", "our", "with", "from", "not");

    private static final Set<String> BEFORE_NOUNS =
            Set.of(
                    "a", "an", "the", "my", "your", "our", "their", "his", "her", "this", "every",
                    "some");

    private record Sounding(Term term, String letters, EnglishSound sound, boolean listed) {}

    private final List<Sounding> soundings = new ArrayList<>();

    EnglishTerms(List<Term> terms) {
        for (Term term : terms) {
            add(term, term.name(), false);
            term.soundsLike().forEach(phrase -> add(term, phrase, true));
        }
    }

    private void add(Term term, String phrase, boolean listed) {
        String letters = letters(phrase);
        if (!letters.isEmpty()) {
            soundings.add(new Sounding(term, letters, EnglishSound.of(phrase), listed));
        }
    }

    private static String letters(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * @param starts where each word begins in the text
     */
    List<Replacement> in(List<Word> words, List<Integer> starts) {
        List<Replacement> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                List<Word> window = words.subList(from, to);
                if (window.stream().anyMatch(word -> !word.word().matches("[A-Za-z'.-]+"))) {
                    break;
                }
                int start = starts.get(from);
                int end = starts.get(to - 1) + words.get(to - 1).word().length();
                String before = from == 0 ? "" : words.get(from - 1).word();
                best(window, before)
                        .map(one -> new Replacement(start, end, one.name(), one.sureness()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private record Match(String name, double sureness) {}

    private Stream<Match> best(List<Word> window, String before) {
        List<String> heard =
                window.stream().map(word -> word.word().toLowerCase(Locale.ROOT)).toList();
        String letters = String.join("", heard).replaceAll("[^a-z0-9]", "");
        EnglishSound sound = null;
        Match best = null;
        for (Sounding sounding : soundings) {
            double sureness;
            if (sounding.letters().equals(letters)) {
                sureness = spelledAlike(sounding, heard, before) ? 2 : 0;
            } else if (tooDifferent(letters, sounding.letters())) {
                continue;
            } else {
                sound = sound == null ? EnglishSound.of(letters) : sound;
                sureness = soundsAlike(sounding, window, heard, sound);
            }
            if (sureness > 0 && (best == null || sureness > best.sureness())) {
                best = new Match(sounding.term().name(), sureness);
            }
        }
        return Stream.ofNullable(best);
    }

    /** "Our sales force" is not Salesforce. */
    private static boolean spelledAlike(Sounding sounding, List<String> heard, String before) {
        boolean joined =
                heard.size() > 1 && !sounding.term().name().contains(" ") && !sounding.listed();
        return !joined || !BEFORE_NOUNS.contains(before) || !OrdinaryEnglish.get().words(heard);
    }

    private static boolean tooDifferent(String a, String b) {
        return Math.abs(a.length() - b.length()) > 3
                || Math.min(a.length(), b.length()) * 10 < Math.max(a.length(), b.length()) * 6;
    }

    private static double soundsAlike(
            Sounding sounding, List<Word> window, List<String> heard, EnglishSound sound) {
        if (sounding.sound().rough().length() < SHORTEST_ROUGH) {
            return 0;
        }
        double similarity = sound.similarity(sounding.sound());
        if (similarity < 0.7) {
            return 0;
        }
        double confidence = window.stream().mapToDouble(Word::confidence).average().orElse(1);
        boolean ordinary = OrdinaryEnglish.get().sequence(heard);
        // a word alone is one that the recogniser knows; a function word belongs to a sentence
        boolean speaksAgainst =
                heard.size() == 1 || heard.stream().anyMatch(FUNCTION_WORDS::contains);
        if (speaksAgainst && (similarity < SAME_SOUND || confidence > UNSURE)) {
            return 0;
        }
        double needed =
                ordinary ? (confidence >= SURE ? NEVER : SAME_SOUND) : 0.74 + 0.12 * confidence;
        return similarity >= needed ? similarity : 0;
    }
}
