package talktrack.ingest.speakers;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/**
 * Guesses which party of a call is the rep: by greetings with a name, by what sellers and buyers
 * say, by who asks and talks first, and by whether somebody speaks of the other side (you, your) or
 * of his own (we, our). A guess only: whoever uses it says so, and how sure it is.
 *
 * <p>Weights and confidence are a logistic regression on parts of the demonstration's transcripts
 * (docs/speakers.md has its cross-validation). How much somebody talks is left out on purpose: it
 * told much there, but differs from one kind of call to the next.
 */
public final class RepGuess {

    private static final int OPENING_UTTERANCES = 4;
    private static final int WORDS_OF_A_GREETING = 4;

    /** So much unseen speech is added, in which both sides are spoken of equally. */
    private static final double UNITS_ADDED = 20;

    private static final double GREETS = 1.4;
    private static final double SELLS = 2.0;
    private static final double BUYS = -0.8;
    private static final double ASKS = 1.8;
    private static final double SPEAKS_FIRST = 0.8;
    private static final double OF_THE_OTHER_SIDE = 45;
    private static final double OF_THE_OWN_SIDE = -40;

    /** Real calls are less clear than invented ones: scores count for less, nothing is certain. */
    private static final double SCORE_SHARE = 0.75;

    private static final double MOST_CONFIDENCE = 0.97;

    /** Phrases of one kind, in English and Chinese, on normalised text. */
    private record Phrases(Pattern english, Pattern chinese) {
        static Phrases of(String english, String chinese) {
            return new Phrases(
                    Pattern.compile("\\b(?:" + english + ")\\b"), Pattern.compile(chinese));
        }

        int count(Language language, String text) {
            Matcher matcher = (language == Language.EN ? english : chinese).matcher(text);
            return (int) matcher.results().count();
        }
    }

    /** How a rep opens a call. */
    private static final Phrases GREETING =
            Phrases.of(
                    "thank you for calling|thanks for calling|calling from|this is \\w+ (?:from|with|at)"
                            + "|my name is|how (?:can|may) i (?:help|assist)|thanks for (?:taking|making) the time"
                            + "|did i catch you|is now a good time|on a recorded line|speaking with",
                    "我是.{1,12}的|这里是|这边是|给您打(?:这个)?电话|打扰您|请问(?:您)?是.{1,6}(?:吗|先生|女士|总|经理)"
                            + "|有什么可以帮|方便(?:聊|说话|接电话)|工号");

    /** What sellers say. */
    private static final Phrases SELLER =
            Phrases.of(
                    "our (?:product|platform|system|solution|software|team|customers|clients|service|plans?|pricing)"
                            + "|we (?:offer|provide|help|work with|specialize)|i can offer|let me (?:check|pull|explain|walk|show|ask|send)"
                            + "|(?:can|could|may) i (?:get|have|ask) your|anything else i can|walk you through|happy to (?:help|send|show)"
                            + "|would you like|how are you currently|what are you using|your (?:team|company|current|account|budget)"
                            + "|next steps?|send you|set up a|for you today|does that (?:make sense|work|sound)|i understand your",
                    "我们的?(?:产品|方案|系统|平台|服务|软件|客户|团队|公司)|给您|帮您|为您|您这边|您那边|贵公司|咱们公司"
                            + "|您目前|您现在|优惠|跟您|向您|您看|理解您|发您|您觉得|您的意思|请问您");

    /** What buyers say. */
    private static final Phrases BUYER =
            Phrases.of(
                    "i(?:'m| am) calling (?:about|because|to)|i have a (?:question|problem)|my (?:car|bill|order|boss|manager|account|bank|card)"
                            + "|how much (?:is|does|do|would)|too (?:expensive|much|pricey)|we already (?:have|use)|not interested"
                            + "|think about it|call me (?:back|later)|do you (?:have|offer|guys)|your (?:product|price|company|competitor)s?|i need to",
                    "太贵|多少钱|怎么收费|考虑(?:一下|考虑)|不需要|没兴趣|我们已经|我们现在|我们这边|再说吧|回头|你们(?:的|家|这个)?|便宜|领导|老板");

    private static final Phrases QUESTION =
            Phrases.of(
                    "^(?:so |and |well |okay |ok )*+(?:what|how|who|when|where|why|which|do|does|did|are|is|can|could|would|have|has|will)",
                    "吗$|呢$|什么|怎么|多少|几个|哪|请问|是不是|有没有|能不能|会不会");

    private static final Phrases OTHER_SIDE =
            Phrases.of("you|your|yours|you're|you've|you'd|you'll", "您|贵");

    private static final Phrases OWN_SIDE =
            Phrases.of("we|our|us|we're|we've|i|my|me|i'm|i've", "我们|我");

    private RepGuess() {}

    /** What one party said. */
    private static final class Party {

        private boolean greets;
        private boolean first;
        private int sells;
        private int buys;
        private int asks;
        private int utterances;
        private int units;
        private int otherSide;
        private int ownSide;

        void add(Language language, String text, boolean firstOfAll) {
            int spoken = Segmenter.spokenUnits(language, text);
            greets |= utterances < OPENING_UTTERANCES && GREETING.count(language, text) > 0;
            first |= firstOfAll && spoken >= WORDS_OF_A_GREETING;
            sells += SELLER.count(language, text);
            buys += BUYER.count(language, text);
            asks += Math.min(1, QUESTION.count(language, text));
            otherSide += OTHER_SIDE.count(language, text);
            ownSide += OWN_SIDE.count(language, text);
            units += spoken;
            utterances++;
        }

        double score() {
            if (utterances == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            return (greets ? GREETS : 0)
                    + SELLS * Math.log1p(sells)
                    + BUYS * Math.log1p(buys)
                    + ASKS * (asks + 0.5) / (utterances + 2)
                    + (first ? SPEAKS_FIRST : 0)
                    + OF_THE_OTHER_SIDE * (otherSide + 1) / (units + UNITS_ADDED)
                    + OF_THE_OWN_SIDE * (ownSide + 1) / (units + UNITS_ADDED);
        }
    }

    /**
     * Who is the rep.
     *
     * @param party from 0
     * @param confidence estimated probability that it is right, 0.5…1
     */
    public record Guess(int party, double confidence) {}

    /**
     * The party that is most probably the rep.
     *
     * @param said in order of time
     * @param parties how many there are; parties that say nothing are never guessed unless all are
     *     silent
     */
    public static Guess of(Language language, List<Said> said, int parties) {
        Party[] heard = new Party[parties];
        Arrays.setAll(heard, p -> new Party());
        for (int i = 0; i < said.size(); i++) {
            String text = TextNormaliser.normalise(language, said.get(i).text());
            heard[said.get(i).party()].add(language, text, i == 0);
        }
        double[] scores = Arrays.stream(heard).mapToDouble(Party::score).toArray();
        int best = 0;
        for (int p = 1; p < parties; p++) {
            best = scores[p] > scores[best] ? p : best;
        }
        return new Guess(best, confidence(scores, best));
    }

    /** Against whoever else may be the rep; one who speaks alone may be either side. */
    private static double confidence(double[] scores, int best) {
        double others = 0;
        for (int p = 0; p < scores.length; p++) {
            if (p != best && scores[p] > Double.NEGATIVE_INFINITY) {
                others += Math.exp(SCORE_SHARE * (scores[p] - scores[best]));
            }
        }
        return others == 0 ? 0.5 : Math.clamp(1 / (1 + others), 0.5, MOST_CONFIDENCE);
    }
}
