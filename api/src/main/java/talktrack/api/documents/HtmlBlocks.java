package talktrack.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads HTML as blocks; scripts, styles, navigation and what no reader sees are left out. */
final class HtmlBlocks {

    private static final String NOT_READ =
            "script, style, noscript, template, nav, head, svg, form, [hidden]";

    /** Deeper nesting is no document, and every level takes from our stack. */
    private static final int DEEPEST = 200;

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

    private static final Pattern INVISIBLE =
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    /** Where the source's lines were broken. */
    private static final Pattern SPACE_IN_CHINESE =
            Pattern.compile("(?<=[\\p{IsHan}，。；：、！？）]) +(?=[\\p{IsHan}（])");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder running = new StringBuilder();

    private HtmlBlocks() {}

    static List<Block> read(String html) {
        return read(Jsoup.parse(html).body());
    }

    static List<Block> read(Element body) {
        body.select(NOT_READ).remove();
        body.select("[style]").stream()
                .filter(element -> INVISIBLE.matcher(element.attr("style")).find())
                .toList()
                .forEach(Element::remove);
        HtmlBlocks reader = new HtmlBlocks();
        reader.read(body, 0);
        reader.endParagraph();
        return reader.blocks;
    }

    private void read(Element parent, int depth) {
        if (depth > DEEPEST) {
            running.append(parent.text());
            return;
        }
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                running.append(text.text());
            } else if (node instanceof Element element) {
                readElement(element, depth + 1);
            }
        }
    }

    private void readElement(Element element, int depth) {
        if (PAGE.matcher(element.attr("data-page")).matches()) {
            add(new Block.Page(Integer.parseInt(element.attr("data-page"))));
        }
        switch (element.tagName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    add(
                            new Block.Heading(
                                    element.tagName().charAt(1) - '0', element.text().strip()));
            case "ul", "ol" -> add(list(element));
            case "dl" -> add(definitions(element));
            case "table" -> {
                if (holdsTables(element)) {
                    readBlock(element, depth);
                } else {
                    add(table(element));
                }
            }
            case "pre" ->
                    add(
                            new Block.Content(
                                    "",
                                    element.wholeText()
                                            .lines()
                                            .map(line -> new Block.Piece(line, line.strip()))
                                            .toList(),
                                    "\n"));
            case "br" -> running.append(' ');
            default -> {
                if (element.isBlock()) {
                    readBlock(element, depth);
                } else {
                    read(element, depth);
                }
            }
        }
    }

    private void readBlock(Element element, int depth) {
        endParagraph();
        read(element, depth);
        endParagraph();
    }

    /** Such a table only arranges the page. */
    private static boolean holdsTables(Element table) {
        return table.getElementsByTag("table").size() > 1;
    }

    private void add(Block block) {
        endParagraph();
        if (!(block instanceof Block.Content content) || !content.pieces().isEmpty()) {
            blocks.add(block);
        }
    }

    private void endParagraph() {
        String text = SPACE_IN_CHINESE.matcher(running).replaceAll("").strip();
        running.setLength(0);
        if (!text.isEmpty()) {
            blocks.add(Sentences.paragraph(text));
        }
    }

    private static Block.Content list(Element list) {
        List<Block.Piece> pieces = new ArrayList<>();
        for (Element item : list.children()) {
            String marker = list.tagName().equals("ol") ? (pieces.size() + 1) + ". " : "- ";
            pieces.add(new Block.Piece(marker + item.text(), item.text()));
        }
        return new Block.Content("", pieces, "\n");
    }

    /** {@code term: what it is}, one each; a list within one is part of it. */
    private static Block.Content definitions(Element list) {
        List<Block.Piece> pieces = new ArrayList<>();
        String term = "";
        for (Element part : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (part.tagName().equals("dt")) {
                term = part.text();
            } else {
                String line = term.isEmpty() ? part.text() : term + ": " + part.text();
                pieces.add(new Block.Piece(line, line));
            }
        }
        return new Block.Content("", pieces, "\n");
    }

    private static Block.Content table(Element table) {
        List<List<String>> rows =
                table.select("tr").stream()
                        .map(row -> row.select("> th, > td").stream().map(Element::text).toList())
                        .filter(row -> !row.isEmpty())
                        .toList();
        return rows.isEmpty() ? new Block.Content("", List.of(), "\n") : Table.of(rows);
    }
}
