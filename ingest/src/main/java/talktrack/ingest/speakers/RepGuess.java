package talktrack.ingest.speakers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/**
 * Guesses which party of a call is the rep: by greetings with a name, by what sellers and buyers
 * say, by who asks, talks more and talks first. A guess only: whoever uses it says so.
 */
public final class RepGuess {

    private static final int OPENING_UTTERANCES = 4;
    private static final int WORDS_OF_A_GREETING = 4;

    /** Phrases of one kind, in English and Chinese, on normalised text. */
    private record Phrases(Pattern english, Pattern chinese) {
        static Phrases of(String english, String chinese) {
            return new Phrases(
                    Pattern.compile("\\b(?:" + english + ")\\b"), Pattern.compile(chinese));
        }

        int count(Language language, String text) {
            Matcher matcher = (language == Language.EN ? english : chinese).matcher(text);
            return (int) matcher.results().limit(3).count();
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
                    "^(?:so |and |well |okay |ok )*(?:what|how|who|when|where|why|which|do|does|did|are|is|can|could|would|have|has|will)",
                    "吗$|呢$|什么|怎么|多少|几个|哪|请问|是不是|有没有|能不能|会不会");

    private RepGuess() {}

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
        double[] scores = new double[parties];
        int[] utterances = new int[parties];
        int[] questions = new int[parties];
        double[] units = new double[parties];
        for (int i = 0; i < said.size(); i++) {
            int party = said.get(i).party();
            String text = TextNormaliser.normalise(language, said.get(i).text());
            if (utterances[party] < OPENING_UTTERANCES) {
                scores[party] += 3.0 * Math.min(1, GREETING.count(language, text));
            }
            scores[party] += SELLER.count(language, text) - BUYER.count(language, text);
            questions[party] += Math.min(1, QUESTION.count(language, text));
            units[party] += Segmenter.spokenUnits(language, text);
            if (i == 0 && Segmenter.spokenUnits(language, text) >= WORDS_OF_A_GREETING) {
                scores[party] += 0.5;
            }
            utterances[party]++;
        }
        double allUnits = 0;
        for (double spoken : units) {
            allUnits += spoken;
        }
        int best = 0;
        for (int p = 0; p < parties; p++) {
            if (utterances[p] == 0) {
                scores[p] = Double.NEGATIVE_INFINITY;
            } else {
                scores[p] += 3.0 * questions[p] / utterances[p] + units[p] / Math.max(1, allUnits);
            }
            if (scores[p] > scores[best]) {
                best = p;
            }
        }
        double next = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < parties; p++) {
            next = p == best ? next : Math.max(next, scores[p]);
        }
        return new Guess(best, confidence(scores[best] - next));
    }

    private static double confidence(double margin) {
        return Double.isNaN(margin) ? 0.5 : 1 / (1 + Math.exp(-margin));
    }
}
