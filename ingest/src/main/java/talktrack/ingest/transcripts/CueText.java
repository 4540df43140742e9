package talktrack.ingest.transcripts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a cue without its markup. What only looks dangerous stays: it is text. */
final class CueText {

    private static final int LONGEST = 20_000;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|<[\\d:.]{5,12}>");
    private static final Pattern SSA = Pattern.compile("\\{\\\\[^{}]{0,100}}");
    private static final Pattern ENTITY =
            Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|lrm|rlm|#39|#34);");
    private static final Map<String, String> CHARACTERS =
            Map.of(
                    "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "lrm",
                    "", "rlm", "", "#39", "'", "#34", "\"");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

    private CueText() {}

    /** Without tags, entities written out, on one line. */
    static String ofMarkup(String text) throws Malformed {
        String bare = SSA.matcher(TAG.matcher(text).replaceAll("")).replaceAll("");
        Matcher entities = ENTITY.matcher(bare);
        return plain(
                entities.replaceAll(
                        found -> Matcher.quoteReplacement(CHARACTERS.get(found.group(1)))));
    }

    /** On one line. */
    static String plain(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed(
                    "a single utterance of it has %d characters, more than anybody says"
                            .formatted(text.length()));
        }
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
