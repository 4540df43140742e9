package talktrack.api.documents.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes headings, paragraphs, lists and tables out of the lines on a PDF file's pages. */
final class PdfLayout {

    /** Times the usual size; what is larger is a heading. */
    private static final double LARGER = 1.12;

    /** Times the usual distance between lines; what is farther apart is another paragraph. */
    private static final double FARTHER = 1.3;

    private static final int LONGEST_HEADING = 120;
    private static final int DEEPEST_HEADING = 4;

    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?,;:。！？，；：]\\s*");
    private static final Pattern BULLET =
            Pattern.compile("[•·▪●○◦‣■□➢✓–\\-*\uF0B7\uF0A7\uE00A\uE00C]\\s+(?=\\S)");
    private static final Pattern MARK =
            Pattern.compile("[•·▪●○◦‣■□➢✓–\\-*\uF0B7\uF0A7\uE00A\uE00C]|\\d{1,2}[.)、]");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:\\d{1,2}[.)]\\s+|\\d{1,2}、\\s*|[(（]\\d{1,2}[)）]\\s*)(?=\\S)");

    private final double usualSize;
    private final double usualDistance;
    private final List<Double> headingSizes;
    private final LineJoiner joiner;
    private final StringBuilder xhtml = new StringBuilder();

    private PdfLayout(List<PdfLine> all) {
        Map<Double, Integer> characters = new TreeMap<>();
        all.forEach(line -> characters.merge(line.size(), line.text().length(), Integer::sum));
        usualSize =
                characters.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(1.0);
        headingSizes =
                characters.keySet().stream()
                        .filter(size -> size > usualSize * LARGER)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        usualDistance = usualDistance(all, usualSize);
        joiner = LineJoiner.knowing(all.stream().map(PdfLine::text).toList());
    }

    static String xhtml(List<PdfPage> printed) {
        List<PdfPage> pages = PageMargins.removed(printed);
        PdfLayout layout =
                new PdfLayout(pages.stream().flatMap(page -> page.lines().stream()).toList());
        layout.xhtml.append("<html><body>");
        for (PdfPage page : pages) {
            layout.xhtml.append("<div data-page=\"").append(page.number()).append("\">");
            layout.page(page.lines());
            layout.xhtml.append("</div>");
        }
        return layout.xhtml.append("</body></html>").toString();
    }

    private static double usualDistance(List<PdfLine> lines, double size) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            double distance = lines.get(i).y() - lines.get(i - 1).y();
            if (lines.get(i).size() == size && distance > size / 2 && distance < size * 3) {
                distances.add(distance);
            }
        }
        distances.sort(Comparator.naturalOrder());
        return distances.isEmpty() ? size * 1.2 : distances.get(distances.size() / 3);
    }

    private void page(List<PdfLine> lines) {
        int at = 0;
        while (at < lines.size()) {
            int level = headingLevel(lines.get(at));
            PdfTable table = PdfTable.at(lines, at);
            int end = at + table.lines();
            if (end > at) {
                xhtml.append(table.xhtml());
            } else if (level > 0) {
                end = headingEnd(lines, at, level);
                tag("h" + level, joiner.join(texts(lines.subList(at, end))));
            } else if (isItem(lines.get(at))) {
                end = list(lines, at);
            } else {
                end = paragraphEnd(lines, at);
                tag("p", joiner.join(texts(lines.subList(at, end))));
            }
            at = end;
        }
    }

    /** 0 is no heading. */
    private int headingLevel(PdfLine line) {
        int larger = headingSizes.indexOf(line.size());
        if (line.text().length() > LONGEST_HEADING) {
            return 0;
        }
        if (larger >= 0) {
            return Math.min(larger + 1, DEEPEST_HEADING);
        }
        boolean title =
                line.bold()
                        && line.size() >= usualSize
                        && line.cells().size() == 1
                        && !SENTENCE.matcher(line.text()).matches();
        return title ? Math.min(headingSizes.size() + 1, DEEPEST_HEADING + 1) : 0;
    }

    private int headingEnd(List<PdfLine> lines, int at, int level) {
        int end = at + 1;
        while (end < lines.size()
                && headingLevel(lines.get(end)) == level
                && lines.get(end).size() == lines.get(at).size()
                && follows(lines.get(end - 1), lines.get(end), lines.get(at).size() * 1.4)) {
            end++;
        }
        return end;
    }

    private int paragraphEnd(List<PdfLine> lines, int at) {
        int end = at + 1;
        while (end < lines.size() && continues(lines, end)) {
            end++;
        }
        return end;
    }

    private boolean continues(List<PdfLine> lines, int at) {
        PdfLine line = lines.get(at);
        return follows(lines.get(at - 1), line, usualDistance * FARTHER)
                && headingLevel(line) == 0
                && !isItem(line)
                && PdfTable.at(lines, at).lines() == 0;
    }

    private static boolean follows(PdfLine before, PdfLine line, double most) {
        double distance = line.y() - before.y();
        return distance > 0 && distance <= most;
    }

    /** Whether this is all that stands before the item of a list. */
    static boolean isMark(CharSequence text) {
        return MARK.matcher(text).matches();
    }

    private static boolean isItem(PdfLine line) {
        return BULLET.matcher(line.text()).lookingAt() || NUMBERED.matcher(line.text()).lookingAt();
    }

    private int list(List<PdfLine> lines, int at) {
        boolean numbered = lines.get(at).text().matches("[(（]?1\\D.*");
        xhtml.append(numbered ? "<ol>" : "<ul>");
        int end = at;
        while (end < lines.size() && isItem(lines.get(end)) && headingLevel(lines.get(end)) == 0) {
            int next = paragraphEnd(lines, end);
            String item = joiner.join(texts(lines.subList(end, next)));
            item = BULLET.matcher(item).replaceFirst("");
            tag("li", numbered ? NUMBERED.matcher(item).replaceFirst("") : item);
            end = next;
        }
        xhtml.append(numbered ? "</ol>" : "</ul>");
        return end;
    }

    private static List<String> texts(List<PdfLine> lines) {
        return lines.stream().map(PdfLine::text).collect(Collectors.toList());
    }

    private void tag(String name, String text) {
        xhtml.append('<').append(name).append('>');
        xhtml.append(escaped(text)).append("</").append(name).append('>');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
