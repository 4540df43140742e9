package talktrack.ingest.glossary;

import java.util.Locale;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a phrase sounds in English, without its word breaks: the consonants by Double Metaphone, and
 * a rough spelling that keeps the vowels, which Double Metaphone drops.
 *
 * @param code Double Metaphone's primary code
 * @param rough one letter a sound, about
 */
record EnglishSound(String code, String rough) {

    private static final int LONGEST_CODE = 16;

    static EnglishSound of(String phrase) {
        String letters = phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST_CODE);
        String code = metaphone.doubleMetaphone(letters);
        return new EnglishSound(code == null ? "" : code, rough(letters));
    }

    private static String rough(String letters) {
        return letters.replaceAll("([bdgptrz])\\1", "$1")
                .replace("igh", "i")
                .replace("ough", "o")
                .replace("gh", "")
                .replace("ph", "f")
                .replace("sch", "sk")
                .replace("tch", "ch")
                .replace("ck", "k")
                .replace("qu", "kw")
                .replace("x", "ks")
                .replaceAll("c(?=[eiy])", "s")
                .replaceAll("c(?!h)", "k")
                .replaceAll("^kn|(?<=.)kn(?=$)", "n")
                .replaceAll("e[ae]|ie|y", "i")
                .replaceAll("oo|ou|ew|ue", "u")
                .replaceAll("ai|ay|ei|ey", "e")
                .replaceAll("aw|au|or(?=$)", "o")
                .replaceAll("er(?=$)|ah(?=$)", "a")
                .replaceAll("(?<=..)e$", "")
                .replaceAll("(.)\\1", "$1");
    }

    /** 0…1: half by consonants, half by the rough spelling. */
    double similarity(EnglishSound other) {
        return 0.5 * Edits.similarity(code, other.code, EnglishSound::codeCost)
                + 0.5 * Edits.similarity(rough, other.rough, EnglishSound::letterCost);
    }

    private static double codeCost(char a, char b) {
        return related(a, b, "PF", "FP", "TK", "SX", "KX", "MN", "TS", "0T", "0S", "LR") ? 0.6 : 1;
    }

    private static double letterCost(char a, char b) {
        boolean vowels = "aeiou".indexOf(a) >= 0 && "aeiou".indexOf(b) >= 0;
        return vowels || related(a, b, "bv", "bp", "dt", "gk", "sz", "fv", "mn", "kj", "td")
                ? 0.5
                : 1;
    }

    private static boolean related(char a, char b, String... pairs) {
        for (String pair : pairs) {
            if ((pair.charAt(0) == a && pair.charAt(1) == b)
                    || (pair.charAt(0) == b && pair.charAt(1) == a)) {
                return true;
            }
        }
        return false;
    }
}
