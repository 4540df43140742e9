package talktrack.ingest.transcribe;

import java.util.List;
import java.util.regex.Pattern;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;

/**
 * Whether sound seems to be in another language than the model that heard it: an estimate from the
 * words alone.
 *
 * <p>Mean word confidence does not tell: on telephone English the starter model is as unsure as on
 * Mandarin (both 0.66 to 0.74). What it makes of Mandarin has other sounds, though: Mandarin is
 * full of sibilants like those of "she", "cheese" and "jeep", so words that begin so come up far
 * more often than English has them. The two rates are weighed as in a likelihood ratio, so that few
 * words never suffice. Sound of 8 kHz loses most of it. There is no such rule for Chinese models:
 * none could be measured.
 */
public final class OtherLanguage {

    /** A model that is so sure of its words hears its own language. */
    private static final double SURE = 0.8;

    private static final int LEAST_WORDS = 30;

    private static final Pattern SIBILANT = Pattern.compile("(sh|ch|j).*");

    /** In the demonstration's English calls; 0.013 in the corpora of sales talk. */
    private static final double RATE_IN_ENGLISH = 0.016;

    /** In what the starter model makes of clear Mandarin. */
    private static final double RATE_IN_MANDARIN = 0.08;

    /** Twenty times as likely. */
    private static final double EVIDENCE = Math.log(20);

    private OtherLanguage() {}

    /**
     * @param language of the model
     */
    public static boolean likely(Language language, List<Spoken> spoken) {
        List<Word> words = spoken.stream().flatMap(said -> said.words().stream()).toList();
        if (language != Language.EN || words.size() < LEAST_WORDS) {
            return false;
        }
        double confidence = words.stream().mapToDouble(Word::confidence).average().orElseThrow();
        long sibilant =
                words.stream().filter(word -> SIBILANT.matcher(word.word()).matches()).count();
        return confidence < SURE && evidence(sibilant, words.size()) > EVIDENCE;
    }

    /** Logarithm of how many times as likely Mandarin is, given so many such words. */
    private static double evidence(long sibilant, int words) {
        return sibilant * Math.log(RATE_IN_MANDARIN / RATE_IN_ENGLISH)
                + (words - sibilant) * Math.log((1 - RATE_IN_MANDARIN) / (1 - RATE_IN_ENGLISH));
    }
}
