package talktrack.analysis.score;

import java.util.Arrays;
import java.util.Set;
import talktrack.models.events.Utterance;
import talktrack.models.text.TextNormaliser;

/**
 * Sounds that say "go on, I am listening". They are neither an interruption nor a turn, and so no
 * change of speaker either.
 */
public final class Backchannels {

    private static final int AT_MOST_WORDS = 3;
    private static final Set<String> ENGLISH =
            Set.of(
                    "uh", "huh", "mm", "hm", "hmm", "mhm", "mmhm", "um", "ah", "oh", "aha", "yeah",
                    "yep", "right", "okay", "ok", "sure", "wow", "i", "see");

    /** Possessive: the matcher would go one call deeper with every sound it might give back. */
    private static final String CHINESE = "(?:[嗯哦噢喔啊呃额唔欸诶哎唉哼]|对对|是是|好好|行行|对啊|是啊|这样啊|这样子)++";

    private Backchannels() {}

    public static boolean is(Utterance utterance) {
        String text = TextNormaliser.normalise(utterance.language(), utterance.text());
        return switch (utterance.language()) {
            case EN -> english(text.split(" ", -1));
            case ZH -> text.replace(" ", "").matches(CHINESE);
        };
    }

    private static boolean english(String[] words) {
        return words.length <= AT_MOST_WORDS && Arrays.stream(words).allMatch(ENGLISH::contains);
    }
}
