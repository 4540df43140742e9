package talktrack.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads what Office files become as XHTML. Word processors write lists as paragraphs with a mark,
 * and many people write headings as bold paragraphs; slides have their title first.
 */
final class OfficeBlocks {

    private static final int LONGEST_HEADING = 80;

    private static final Pattern ITEM =
            Pattern.compile(
                    "(?:[-*•·▪●○◦‣–\uF0B7]|\\d{1,2}[.)、]|[(（]\\d{1,2}[)）]|[a-z][.)])\\s*\\S.*",
                    Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("[•·▪●○◦‣–\uF0B7]\\s*");
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?,;:。！？，；：]");

    private OfficeBlocks() {}

    static List<Block> read(String xhtml) {
        Document document = Jsoup.parse(xhtml, Parser.xmlParser());
        Element body = document.selectFirst("body");
        if (body == null) {
            return List.of();
        }
        numberSlides(body);
        if (body.select("h1, h2, h3, h4, h5, h6").isEmpty()) {
            boldIsHeading(body);
        }
        return listed(HtmlBlocks.read(body));
    }

    /** Tika marks slides, but neither their numbers nor their titles. */
    private static void numberSlides(Element body) {
        int number = 1;
        for (Element slide : body.select("div.slide-content")) {
            slide.attr("data-page", String.valueOf(number++));
            Element title = slide.selectFirst("> p");
            if (title != null
                    && title.elementSiblingIndex() == 0
                    && !title.text().isBlank()
                    && title.text().length() <= LONGEST_HEADING) {
                title.tagName("h1");
            }
        }
    }

    private static void boldIsHeading(Element body) {
        for (Element paragraph : body.select("> p, > div > p")) {
            String text = paragraph.text().strip();
            String bold = paragraph.select("b").text().strip();
            if (!text.isEmpty()
                    && text.equals(bold)
                    && text.length() <= LONGEST_HEADING
                    && !SENTENCE.matcher(text).matches()) {
                paragraph.tagName("h2");
            }
        }
    }

    /** Paragraphs with a mark, one after the other, are one list. */
    private static List<Block> listed(List<Block> blocks) {
        List<Block> all = new ArrayList<>();
        List<Block.Piece> items = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Content content
                    && content.lead().isEmpty()
                    && ITEM.matcher(content.text()).matches()
                    && !content.text().contains("\n")) {
                String item = content.text();
                items.add(
                        new Block.Piece(
                                BULLET.matcher(item).replaceFirst("- "),
                                BULLET.matcher(item).replaceFirst("")));
            } else {
                end(items, all);
                all.add(block);
            }
        }
        end(items, all);
        return all;
    }

    private static void end(List<Block.Piece> items, List<Block> all) {
        if (!items.isEmpty()) {
            all.add(new Block.Content("", items, "\n"));
            items.clear();
        }
    }
}
