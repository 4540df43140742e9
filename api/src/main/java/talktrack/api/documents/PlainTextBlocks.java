package talktrack.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads plain text: paragraphs between empty lines, and short lines alone as headings. */
final class PlainTextBlocks {

    private static final int LONGEST_HEADING = 60;

    /** Of a heading that is not set off by an empty line; wrapped text has longer lines. */
    private static final int LONGEST_CLOSE_HEADING = 30;

    private static final Pattern EMPTY_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern ENDS_LIKE_A_SENTENCE = Pattern.compile(".*[.,;!。，；！]\\s*");
    private static final Pattern PAIR = Pattern.compile("[^:：]+[:：].+");
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:[-*•·–]|\\d{1,2}[.)、]|[(（]\\d{1,2}[)）])\\s*\\S.*");
    private static final Pattern UNDERLINE = Pattern.compile("\\s*[=\\-~_]{3,}\\s*");

    private PlainTextBlocks() {}

    static List<Block> read(String text) {
        List<List<String>> paragraphs =
                EMPTY_LINES
                        .splitAsStream(text)
                        .map(
                                paragraph ->
                                        paragraph
                                                .lines()
                                                .map(String::strip)
                                                .filter(line -> !line.isEmpty())
                                                .toList())
                        .filter(lines -> !lines.isEmpty())
                        .toList();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            List<String> lines = paragraphs.get(i);
            boolean underlined = lines.size() > 1 && UNDERLINE.matcher(lines.get(1)).matches();
            boolean more = i + 1 < paragraphs.size() || lines.size() > 1;
            if (more
                    && isHeading(lines.getFirst())
                    && (lines.size() == 1 || underlined || isCloseHeading(lines))) {
                blocks.add(new Block.Heading(blocks.isEmpty() ? 1 : 2, lines.getFirst()));
                lines = lines.subList(underlined ? 2 : 1, lines.size());
            }
            addContents(lines, blocks);
        }
        return blocks;
    }

    private static boolean isHeading(String line) {
        return line.length() <= LONGEST_HEADING && !ENDS_LIKE_A_SENTENCE.matcher(line).matches();
    }

    /** A short line over a sentence, like "3. Delivery" over what it says about that. */
    private static boolean isCloseHeading(List<String> lines) {
        String first = lines.getFirst();
        return first.length() <= LONGEST_CLOSE_HEADING
                && !PAIR.matcher(first).matches()
                && lines.get(1).length() > first.length()
                && ENDS_LIKE_A_SENTENCE.matcher(lines.getLast()).matches()
                && (lines.size() == 2
                        || !ITEM.matcher(first).matches()
                        || !ITEM.matcher(lines.get(1)).matches());
    }

    private static void addContents(List<String> lines, List<Block> blocks) {
        int items = (int) lines.stream().filter(line -> ITEM.matcher(line).matches()).count();
        if (items > 1) {
            blocks.add(
                    new Block.Content(
                            "",
                            lines.stream().map(line -> new Block.Piece(line, line)).toList(),
                            "\n"));
        } else if (!lines.isEmpty()) {
            String joiner = Sentences.joiner(lines.getFirst());
            blocks.add(Sentences.paragraph(lines.stream().collect(Collectors.joining(joiner))));
        }
    }
}
