package talktrack.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads Markdown, with tables, as blocks without markup. */
final class MarkdownBlocks {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** Data about a document in front of it, as site generators write it. */
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R.*?\\R---\\s*?\\R", Pattern.DOTALL);

    /**
     * Quotes in quotes or lists in lists, deeper than any document: the parser's stack has an end.
     */
    private static final Pattern ABSURDLY_DEEP =
            Pattern.compile(
                    "(?m)^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]?){50,}+");

    private static final Pattern SPACE_IN_CHINESE =
            Pattern.compile("(?<=[\\p{IsHan}，。；：、！？）])\\n|\\n(?=[\\p{IsHan}（])");

    private MarkdownBlocks() {}

    static List<Block> read(String markdown) {
        List<Block> blocks = new ArrayList<>();
        String text = FRONT_MATTER.matcher(markdown).replaceFirst("");
        read(PARSER.parse(ABSURDLY_DEEP.matcher(text).replaceAll("")), blocks);
        return blocks;
    }

    private static void read(Node parent, List<Block> into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading ->
                        into.add(new Block.Heading(heading.getLevel(), inline(heading)));
                case Paragraph paragraph -> addParagraph(inline(paragraph), into);
                case BlockQuote quote -> read(quote, into);
                case ListBlock list -> into.add(list(list));
                case TableBlock table -> into.add(Table.of(rows(table)));
                case FencedCodeBlock code -> into.add(code(code.getLiteral()));
                case IndentedCodeBlock code -> into.add(code(code.getLiteral()));
                case HtmlBlock html -> into.addAll(HtmlBlocks.read(html.getLiteral()));
                default -> read(node, into);
            }
        }
    }

    private static void addParagraph(String text, List<Block> into) {
        if (!text.isBlank()) {
            into.add(Sentences.paragraph(text));
        }
    }

    private static Block.Content list(ListBlock list) {
        List<Block.Piece> pieces = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof BulletList ? "- " : number++ + ". ";
            pieces.add(new Block.Piece(marker + item(item, "\n  - "), item(item, "; ")));
        }
        return new Block.Content("", pieces, "\n");
    }

    private static String item(Node item, String beforeNested) {
        StringBuilder text = new StringBuilder();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock nested) {
                for (Node inner = nested.getFirstChild(); inner != null; inner = inner.getNext()) {
                    text.append(beforeNested).append(item(inner, "; "));
                }
            } else {
                text.append(text.isEmpty() ? "" : " ").append(inline(child));
            }
        }
        return text.toString();
    }

    private static List<List<String>> rows(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        table.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(org.commonmark.node.CustomNode node) {
                        if (node instanceof TableRow row) {
                            List<String> cells = new ArrayList<>();
                            for (Node cell = row.getFirstChild();
                                    cell != null;
                                    cell = cell.getNext()) {
                                cells.add(cell instanceof TableCell ? inline(cell) : "");
                            }
                            rows.add(cells);
                        } else {
                            visitChildren(node);
                        }
                    }
                });
        return rows;
    }

    private static Block.Content code(String literal) {
        return new Block.Content(
                "",
                literal.lines().map(line -> new Block.Piece(line, line.strip())).toList(),
                "\n");
    }

    /** The words of a node, without emphasis marks and link targets. */
    private static String inline(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak part) {
                        text.append('\n');
                    }

                    @Override
                    public void visit(HardLineBreak part) {
                        text.append('\n');
                    }
                });
        return SPACE_IN_CHINESE
                .matcher(text)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
