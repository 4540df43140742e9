package talktrack.api.llm;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a clause says that something is not so. */
public final class Negation {

    private static final Pattern NEGATES =
            Pattern.compile(
                    "\\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|impossible|"
                            + "except|exclud\\w+)\\b|n['’]t\\b"
                            + "|[不没无未勿]|并非|禁止|除外");

    /** They only look like it. */
    private static final Pattern NEGATES_NOTHING =
            Pattern.compile(
                    "\\b(?:not (?:only|just)|no (?:later|more|less|longer) than|no doubt|no problem|no matter"
                            + "|why don['’]t (?:we|you|i)|why not)\\b"
                            + "|不[仅但光只过同错少断管论如妨]|差不多|无论|无线|未来|没问题|没关系|不好意思"
                            + "|是不是|能不能|会不会|要不要|有没有|可不可以|好不好|行不行|对不对");

    private Negation() {}

    public static boolean isIn(String clause) {
        String plain = NEGATES_NOTHING.matcher(clause.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return NEGATES.matcher(plain).find();
    }
}
