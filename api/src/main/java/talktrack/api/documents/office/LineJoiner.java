package talktrack.api.documents.office;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts lines together as they were before they were broken. */
final class LineJoiner {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern BROKEN = Pattern.compile("([\\p{L}\\p{N}-]*\\p{L})[-‐\u00AD]$");
    private static final Pattern REST = Pattern.compile("^(\\p{Ll}[\\p{L}\\p{N}]*)");
    private static final Pattern CHINESE_END = Pattern.compile(".*[\\p{IsHan}，。；：、！？）》”]$");
    private static final Pattern CHINESE_START = Pattern.compile("^[\\p{IsHan}，。；：、！？（《“].*");

    private final Set<String> words;

    private LineJoiner(Set<String> words) {
        this.words = words;
    }

    /**
     * @param lines whose words tell whether a hyphen is part of one
     */
    static LineJoiner knowing(Collection<String> lines) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
        return new LineJoiner(words);
    }

    String join(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            append(text, line.strip());
        }
        return text.toString().replace("\u00AD", "");
    }

    private void append(StringBuilder text, String line) {
        Matcher broken = BROKEN.matcher(text);
        Matcher rest = REST.matcher(line);
        if (broken.find() && rest.find()) {
            String hyphenated = (broken.group(1) + "-" + rest.group(1)).toLowerCase(Locale.ROOT);
            if (!words.contains(hyphenated)) {
                text.setLength(text.length() - 1);
            }
        } else if (!text.isEmpty()
                && !(CHINESE_END.matcher(text).find() && CHINESE_START.matcher(line).matches())) {
            text.append(' ');
        }
        text.append(line);
    }
}
