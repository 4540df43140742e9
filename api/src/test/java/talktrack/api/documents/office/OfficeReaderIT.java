package talktrack.api.documents.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of all kinds, most of them hostile, and the real child JVM. */
class OfficeReaderIT {

    private static OfficeReader reader;
    private static byte[] docx;

    @BeforeAll
    static void start() throws IOException {
        reader = new OfficeReader();
        docx =
                OfficeFiles.docx(
                        "备份",
                        "Copies are kept for a year.",
                        List.of(List.of("Plan", "Fee"), List.of("Dock", "390 EUR")));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void wordKeepsHeadingsAndTables() throws IOException {
        assertThat(reader.read(docx).replaceAll("\\s+", ""))
                .contains("<h1>备份</h1>")
                .contains("<td><p>Dock</p></td><td><p>390EUR</p></td>");
    }

    @Test
    void sheetsKeepTheirNames() throws IOException {
        byte[] xlsx = OfficeFiles.xlsx("Prices 2026", List.of(List.of("Plan"), List.of("Dock")));
        assertThat(reader.read(xlsx)).contains("<h1>Prices 2026</h1>").contains("<td>Dock</td>");
    }

    @Test
    void slidesAreInOrder() throws IOException {
        byte[] pptx =
                OfficeFiles.pptx(
                        new TreeMap<>(Map.of("A Prices", "390 EUR", "B Terms", "Monthly")));
        assertThat(reader.read(pptx).replaceAll("\\s+", " "))
                .containsSubsequence("A Prices", "390 EUR", "B Terms", "Monthly")
                .contains("slide-content");
    }

    @Test
    void pdfKeepsPagesAndLosesWhatIsOnEachOfThem() throws IOException {
        byte[] pdf =
                OfficeFiles.pdf(
                        List.of(
                                List.of(
                                        "# Backups",
                                        "Copies are kept in a second data cen-",
                                        "tre for a whole year, whatever happens."),
                                List.of("# Prices", "Plan\tFee", "Dock\t390 EUR")),
                        "");
        assertThat(reader.read(pdf))
                .contains("<div data-page=\"1\"><h1>Backups</h1>")
                .contains("second data centre for a whole year")
                .contains("<div data-page=\"2\"><h1>Prices</h1>")
                .contains("<tr><td>Dock</td><td>390 EUR</td></tr>")
                .doesNotContain("confidential")
                .doesNotContain("Page 1");
    }

    @Test
    void passwordsAreAskedForInOneSentence() throws Exception {
        byte[] pdf = OfficeFiles.pdf(List.of(List.of("secret words")), "secret");
        assertRefused(pdf, "it is protected by a password: save it without one");
        assertRefused(
                OfficeFiles.encrypted(docx), "it is protected by a password: save it without one");
    }

    @Test
    void bombsAreRefusedAndTheNextFileIsRead() throws Exception {
        assertThatThrownBy(() -> reader.read(OfficeFiles.bomb(docx)))
                .isInstanceOf(RefusedFile.class);
        assertThat(reader.read(docx)).contains("Copies are kept");
        assertThatThrownBy(() -> reader.read(OfficeFiles.billionLaughs(docx)))
                .isInstanceOf(RefusedFile.class);
        assertThat(reader.read(docx)).contains("Copies are kept");
        assertRefused(
                OfficeFiles.emptyPages(10_000), "it has 10,000 pages, more than 2,000: split it");
    }

    @Test
    void whatIsCutOffIsRefused() throws Exception {
        assertRefused(Arrays.copyOf(docx, docx.length / 2), "it is damaged: save it again");
        assertThatThrownBy(() -> reader.read("%PDF-1.7 broken".getBytes()))
                .isInstanceOf(RefusedFile.class);
        assertRefused(
                OfficeFiles.emptyPages(2),
                "it holds no text, perhaps pictures of pages: save it with its text");
    }

    @Test
    void noFileReachesTheNetwork() throws Exception {
        try (ServerSocket far = new ServerSocket(0)) {
            far.setSoTimeout(1);
            byte[] file =
                    OfficeFiles.externalEntity(
                            docx, "http://127.0.0.1:%d/x".formatted(far.getLocalPort()));
            assertThat(text(file)).doesNotContain("far away");
            assertThatThrownBy(far::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static String text(byte[] file) throws IOException {
        try {
            return reader.read(file);
        } catch (RefusedFile e) {
            return e.getMessage();
        }
    }

    /** Stands for a parser that never ends. */
    static final class Sleeping {
        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await(); // which nobody counts down
        }
    }

    /** Stands for a parser that takes more than there is. */
    static final class Greedy {
        public static void main(String[] arguments) throws IOException {
            InputStream in = System.in;
            in.read();
            long[][] hoard = new long[100_000][];
            for (int i = 0; i < hoard.length; i++) {
                hoard[i] = new long[1_000_000];
            }
        }
    }

    @Test
    void aParserThatTakesTooMuchIsEnded() {
        Limits limits = new Limits(32, Duration.ofSeconds(3), 1000, Duration.ofMinutes(1));
        try (OfficeReader slow = new OfficeReader(limits, Sleeping.class.getName());
                OfficeReader greedy = new OfficeReader(limits, Greedy.class.getName())) {
            assertThatThrownBy(() -> slow.read(docx)).hasMessageContaining("longer than 3 seconds");
            assertThatThrownBy(() -> greedy.read(docx)).hasMessageContaining("more memory");
        }
    }

    @Test
    void tooMuchTextIsRefused() {
        Limits limits = new Limits(256, Duration.ofMinutes(1), 10, Duration.ofMinutes(1));
        try (OfficeReader small = new OfficeReader(limits, OfficeProcess.class.getName())) {
            assertThatThrownBy(() -> small.read(docx))
                    .hasMessage("it holds more than 10 characters: split it");
        }
    }

    @Test
    void nothingStaysBehind() throws IOException {
        Limits limits = new Limits(256, Duration.ofMinutes(1), 10_000, Duration.ofMillis(10));
        try (OfficeReader idle = new OfficeReader(limits, OfficeProcess.class.getName())) {
            List<Path> before = folders();
            idle.read(docx);
            Awaitility.await().until(() -> before.containsAll(folders()));
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("talktrack-documents"))
                    .toList();
        }
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(RefusedFile.class).hasMessage(why);
    }
}
