package talktrack.api.documents.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is printed on every page, above and below what the document says. */
final class PageMargins {

    /** Share of the page's height, at the top and at the bottom. */
    private static final double MARGIN = 0.1;

    /** Share of the pages that must have it; left and right pages may differ. */
    private static final double MOST_PAGES = 0.4;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "(?i)[-–—|\\s]*(?:page|p\\.|第)?\\s*\\d{1,4}\\s*(?:页|頁)?"
                            + "(?:\\s*(?:/|of|共|,|，)*\\s*\\d{0,4}\\s*(?:页|頁)?)[-–—|\\s]*");

    private PageMargins() {}

    static List<PdfPage> removed(List<PdfPage> pages) {
        Map<String, Integer> onPages = new HashMap<>();
        Set<String> within = new HashSet<>();
        for (PdfPage page : pages) {
            page.lines().stream()
                    .filter(line -> inMargin(line, page))
                    .map(PageMargins::sample)
                    .distinct()
                    .forEach(sample -> onPages.merge(sample, 1, Integer::sum));
            page.lines().stream()
                    .filter(line -> !inMargin(line, page))
                    .map(PageMargins::sample)
                    .forEach(within::add);
        }
        double enough = Math.max(2, MOST_PAGES * pages.size());
        Set<String> repeated =
                onPages.entrySet().stream()
                        .filter(entry -> entry.getValue() >= enough)
                        .map(Map.Entry::getKey)
                        .filter(sample -> !within.contains(sample))
                        .collect(Collectors.toSet());
        return pages.stream()
                .map(
                        page ->
                                new PdfPage(
                                        page.number(),
                                        page.height(),
                                        page.lines().stream()
                                                .filter(line -> !isMargin(line, page, repeated))
                                                .toList()))
                .toList();
    }

    private static boolean isMargin(PdfLine line, PdfPage page, Set<String> repeated) {
        return inMargin(line, page)
                && (repeated.contains(sample(line)) || PAGE_NUMBER.matcher(line.text()).matches());
    }

    private static boolean inMargin(PdfLine line, PdfPage page) {
        return line.y() < MARGIN * page.height() || line.y() > (1 - MARGIN) * page.height();
    }

    /** The same on all pages, but for the page's number. */
    private static String sample(PdfLine line) {
        return NUMBER.matcher(line.text().strip()).replaceAll("#");
    }
}
