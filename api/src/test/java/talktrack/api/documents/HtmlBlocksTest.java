package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.documents.sandbox.UnreadableDocument;

class HtmlBlocksTest {

    @Test
    void headingsListsTablesAndParagraphsAreKept() throws UnreadableDocument {
        List<Passage> passages =
                read(
                        "<h1>Prices</h1><p>Monthly.</p><h2>Plans</h2><table><tr><th>Plan</th><th>Fee</th>"
                                + "</tr><tr><td>Dock</td><td>390&nbsp;EUR</td></tr></table>"
                                + "<ul><li>no setup fee<li>no minimum</ul>");
        assertThat(passages)
                .extracting(Passage::heading)
                .containsExactly("Prices", "Prices > Plans");
        assertThat(passages.getLast().units())
                .containsExactly("Dock: Fee 390 EUR", "no setup fee", "no minimum");
    }

    @Test
    void aTermAndWhatItIsBelongTogether() throws UnreadableDocument {
        assertThat(
                        read("<dl><dt>Warranty<dd>two years<dt>Term<dd>36 months</dl>")
                                .getFirst()
                                .units())
                .containsExactly("Warranty: two years", "Term: 36 months");
    }

    @Test
    void aTableWithinATableIsReadOnce() throws UnreadableDocument {
        List<Passage> passages =
                read(
                        "<table><tr><td>Welcome.</td></tr><tr><td><table><tr><th>Plan<th>Fee</tr>"
                                + "<tr><td>Dock<td>390 EUR</tr></table></td></tr></table>");
        assertThat(passages.stream().flatMap(one -> one.units().stream()))
                .containsExactly("Welcome.", "Dock: Fee 390 EUR");
    }

    @Test
    void aListWithinADefinitionIsPartOfIt() throws UnreadableDocument {
        assertThat(read("<dl><dt>Cover<dd>all of <dl><dt>Parts<dd>five years</dl></dl>"))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.units())
                                        .containsExactly("Cover: all of Parts five years"));
    }

    @Test
    void tablesAndDefinitionsDoNotGrowWithTheirDepth() throws UnreadableDocument {
        for (String level : List.of("<table><tr><td>cell ", "<dl><dt>a<dd>b ")) {
            String deep = level.repeat(2_000);
            int length = read(deep).stream().mapToInt(one -> one.text().length()).sum();
            assertThat(length).isLessThan(2 * deep.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>secret</script>",
                "<style>secret</style>",
                "<nav>secret</nav>",
                "<!-- secret -->",
                "<div hidden>secret</div>",
                "<p style='color:red; display: none'>secret</p>",
                "<ul><li style='visibility:hidden'>secret</li></ul>",
                "<table><tr><td hidden>secret</td></tr></table>",
                "<img alt='x' onerror='secret'>"
            })
    void whatNoReaderSeesIsLeftOut(String html) throws UnreadableDocument {
        assertThat(texts(read("<p>Before.</p>" + html + "<p>After.</p>")))
                .contains("Before.", "After.")
                .doesNotContain("secret");
    }

    @Test
    void markupInTextStaysText() throws UnreadableDocument {
        assertThat(texts(read("<p>Write &lt;script&gt;alert(1)&lt;/script&gt; there.</p>")))
                .isEqualTo("Write <script>alert(1)</script> there.");
    }

    @Test
    void chineseIsReadWithoutSpacesOfTheLayout() throws UnreadableDocument {
        assertThat(texts(read("<h1>保修</h1><p>整机<b>两年</b>，<br>压缩机五年。</p>")))
                .isEqualTo("整机两年，压缩机五年。");
    }

    private static List<Passage> read(String html) throws UnreadableDocument {
        return FormatReader.text("page.html", html.getBytes(StandardCharsets.UTF_8)).passages();
    }

    private static String texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
