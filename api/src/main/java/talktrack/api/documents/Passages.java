package talktrack.api.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/** Cuts a document into passages: along its headings, with tables and lists whole. */
final class Passages {

    private static final int MOST_WORDS = 220;
    private static final int MOST_CHARACTERS = 500;

    /** Of text that may hold no words at all, such as a drawing made of lines. */
    private static final int LONGEST = 10_000;

    /** What is longer names nothing, and would stand above every passage below it. */
    private static final int LONGEST_HEADING = 300;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final String document;

    /** Of the whole: a table of model numbers in a Chinese document is Chinese. */
    private final Language documentLanguage;

    private final List<Passage> passages = new ArrayList<>();
    private final Deque<Block.Heading> headings = new ArrayDeque<>();
    private final List<Block.Content> waiting = new ArrayList<>();
    private int waitingLength;
    private Optional<Integer> page = Optional.empty();
    private Optional<Integer> firstPage = Optional.empty();

    private Passages(String document, Language documentLanguage) {
        this.document = document;
        this.documentLanguage = documentLanguage;
    }

    /**
     * @param name of the document
     * @param text all of it
     */
    static List<Passage> of(String name, List<Block> blocks, String text) {
        Passages passages = new Passages(name, TextNormaliser.detect(text));
        blocks.forEach(passages::add);
        passages.flush();
        return passages.passages;
    }

    /** All that the blocks say. */
    static String whole(List<Block> blocks) {
        return blocks.stream()
                .map(
                        block ->
                                switch (block) {
                                    case Block.Heading heading -> heading.text();
                                    case Block.Content content -> content.text();
                                    case Block.Page page -> "";
                                })
                .collect(Collectors.joining("\n"));
    }

    /**
     * Text in any usual encoding.
     *
     * @throws UnreadableDocument when the bytes are no text
     */
    static String decode(byte[] bytes) throws UnreadableDocument {
        String text = TextEncoding.decode(bytes);
        long strange =
                text.chars()
                        .filter(c -> (c < ' ' && !Character.isWhitespace(c)) || c == '\uFFFD')
                        .count();
        if (strange * 50 > text.length()) {
            throw new UnreadableDocument("it is not text");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading when heading.text().length() > LONGEST_HEADING ->
                    add(Sentences.paragraph(heading.text()));
            case Block.Heading heading -> {
                flush();
                while (!headings.isEmpty() && headings.getLast().level() >= heading.level()) {
                    headings.removeLast();
                }
                headings.addLast(heading);
            }
            case Block.Page(int number) -> page = Optional.of(number);
            case Block.Content content -> {
                flushBefore(content.text());
                parts(content).forEach(this::addPart);
            }
        }
    }

    private void addPart(Block.Content part) {
        flushBefore(part.text());
        if (waiting.isEmpty()) {
            firstPage = page;
        }
        waiting.add(part);
        waitingLength += part.text().length();
    }

    private void flushBefore(String text) {
        if (waitingLength + text.length() > LONGEST
                || (saysSomething(text) && tooLong(text(waiting) + text))) {
            flush();
        }
    }

    /** The content itself, or what it must be cut into because it is too long for a passage. */
    private static List<Block.Content> parts(Block.Content content) {
        String whole = content.text();
        if (whole.length() <= LONGEST && !tooLong(whole)) {
            return List.of(content);
        }
        List<Block.Content> parts = new ArrayList<>();
        List<Block.Piece> pieces = new ArrayList<>();
        int length = content.lead().length();
        for (Block.Piece piece : content.pieces().stream().flatMap(Passages::cut).toList()) {
            pieces.add(piece);
            length += piece.text().length() + content.joiner().length();
            boolean full =
                    length > LONGEST
                            || (saysSomething(piece.text())
                                    && tooLong(
                                            new Block.Content(
                                                            content.lead(),
                                                            pieces,
                                                            content.joiner())
                                                    .text()));
            if (pieces.size() > 1 && full) {
                pieces.removeLast();
                parts.add(new Block.Content(content.lead(), pieces, content.joiner()));
                pieces = new ArrayList<>(List.of(piece));
                length = content.lead().length() + piece.text().length();
            }
        }
        parts.add(new Block.Content(content.lead(), pieces, content.joiner()));
        return parts;
    }

    private static Stream<Block.Piece> cut(Block.Piece piece) {
        if (piece.text().length() <= LONGEST) {
            return Stream.of(piece);
        }
        List<String> parts = new ArrayList<>();
        Sentences.addInParts(piece.text(), LONGEST, parts);
        return parts.stream().map(part -> new Block.Piece(part, part));
    }

    /** What says nothing makes nothing too long, so that it need not be counted again. */
    private static boolean saysSomething(String text) {
        return Segmenter.spokenUnits(Language.EN, text) > 0
                || Segmenter.spokenUnits(Language.ZH, text) > 0;
    }

    private static boolean tooLong(String text) {
        Language language = TextNormaliser.detect(text);
        return Segmenter.spokenUnits(language, text)
                > (language == Language.ZH ? MOST_CHARACTERS : MOST_WORDS);
    }

    private static String text(List<Block.Content> contents) {
        return contents.stream().map(Block.Content::text).collect(Collectors.joining("\n\n"));
    }

    private Language language(String text) {
        return documentLanguage == Language.ZH && HAN.matcher(text).find()
                ? Language.ZH
                : TextNormaliser.detect(text);
    }

    private void flush() {
        String text = text(waiting).strip();
        if (!text.isEmpty()) {
            String heading =
                    headings.stream()
                            .map(Block.Heading::text)
                            .collect(Collectors.joining(Passage.HEADING_SEPARATOR));
            passages.add(
                    new Passage(
                            document,
                            heading,
                            text,
                            language(heading + text),
                            waiting.stream()
                                    .flatMap(content -> content.pieces().stream())
                                    .map(Block.Piece::unit)
                                    .filter(unit -> !unit.isBlank())
                                    .toList(),
                            passages.size(),
                            firstPage,
                            1));
        }
        waiting.clear();
        waitingLength = 0;
    }
}
