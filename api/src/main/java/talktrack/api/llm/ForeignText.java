package talktrack.api.llm;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text from calls and documents on its way to a language model. It always travels as JSON strings,
 * as data; what talks to the model nevertheless does not travel at all.
 */
public final class ForeignText {

    private static final Pattern TALKS_TO_A_MODEL =
            Pattern.compile(
                    "(?i)\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instruction|prompt|rule|above|previous|guideline)s?\\b"
                            + "|\\b(?:system|developer)\\s+(?:prompt|message)\\b"
                            + "|\\b(?:ai|language model|assistant|chatbot)\\b.{0,30}\\b(?:must|should|now|please|say|tell|answer|reply)\\b"
                            + "|\\byou are (?:now|no longer)\\b|\\bact as (?:a|an|the)\\b|\\bjailbreak\\b"
                            + "|<\\|?(?:im_start|system|assistant|endoftext)|^\\s*(?:system|assistant)\\s*:"
                            + "|(?:忽略|无视|忘记|不要理会).{0,12}(?:指令|指示|提示|规则|要求|内容|设定)"
                            + "|系统提示|提示词|你现在是|从现在起你|(?:人工智能|语言模型|助手|机器人).{0,12}(?:必须|应该|请|回答|告诉)",
                    Pattern.MULTILINE);

    /** Characters that hide words from us but not from a model. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]");

    private ForeignText() {}

    /**
     * Whether a text looks like instructions for a language model rather than talk or knowledge.
     */
    public static boolean talksToAModel(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return TALKS_TO_A_MODEL.matcher(INVISIBLE.matcher(plain).replaceAll("")).find();
    }
}
