package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.documents.office.OfficeFiles;
import talktrack.api.documents.sandbox.Limits;
import talktrack.api.documents.sandbox.UnreadableDocument;

/** Files of all kinds that take the reader on, and the real child JVM. */
class HostileDocumentsIT {

    private static final int MEGABYTE = 1_000_000;

    private static final Limits TIGHT =
            new Limits(128, Duration.ofSeconds(15), 2_000_000, Duration.ofMillis(10));

    private static DocumentReader reader;
    private static byte[] docx;

    @BeforeAll
    static void start() throws IOException {
        reader = new DocumentReader();
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
    void passwordsAreAskedForInOneSentence() throws Exception {
        byte[] pdf = OfficeFiles.pdf(List.of(List.of("secret words")), "secret");
        assertRefused(pdf, "it is protected by a password: save it without one");
        assertRefused(
                OfficeFiles.encrypted(docx), "it is protected by a password: save it without one");
    }

    @Test
    void bombsAreRefusedAndTheNextFileIsRead() throws Exception {
        assertUnreadable("bomb.docx", OfficeFiles.bomb(docx));
        assertThat(text(docx)).contains("Copies are kept");
        assertUnreadable("laughs.docx", OfficeFiles.billionLaughs(docx));
        assertThat(text(docx)).contains("Copies are kept");
        assertRefused(
                OfficeFiles.emptyPages(10_000), "it has 10,000 pages, more than 2,000: split it");
    }

    @Test
    void whatIsCutOffIsRefused() throws Exception {
        assertRefused(Arrays.copyOf(docx, docx.length / 2), "it is damaged: save it again");
        assertUnreadable("a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII));
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
            assertThatThrownBy(far::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "**", "[", "<div>", "<b>", "| "})
    void absurdNestingIsReadAllTheSame(String opening) throws IOException {
        byte[] text = bytes(opening.repeat(20_000) + "the end\n");
        assertThat(reader.read("a.md", text).passages()).isNotEmpty();
        assertThat(reader.read("a.html", text).passages()).isNotEmpty();
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String endless = "**".repeat(60_000) + "a" + "**".repeat(60_000);
        assertThatThrownBy(() -> reader.read("a.md", bytes(endless)))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("nested");
    }

    /** Found by attacks: each took more than a minute in the server's own process. */
    @ParameterizedTest
    @ValueSource(strings = {"![[]()", "a <!-- "})
    void textThatTakesForEverIsRefusedAndTheNextFileIsRead(String endless) throws IOException {
        byte[] file = bytes(endless.repeat(MEGABYTE / endless.length()) + "x");
        try (DocumentReader tight = new DocumentReader(TIGHT, FormatReader.class)) {
            tight.read("b.docx", docx); // to be idle for a moment must not spoil the next reading
            assertThatThrownBy(() -> tight.read("a.md", file))
                    .isInstanceOf(UnreadableDocument.class)
                    .hasMessageContaining("longer than 15 seconds");
            assertThat(tight.read("a.docx", docx).passages()).isNotEmpty();
        }
    }

    /** A header that comes again with every row would be kept a hundred thousand times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void tablesWithAnEndlessHeaderAreRefusedAndTheNextFileIsRead(int columns) throws IOException {
        String name = "h".repeat(MEGABYTE / 2 / columns);
        String header = (name + ",").repeat(columns);
        byte[] file = bytes("a," + header + "\n" + "a,b\n".repeat(MEGABYTE / 8));
        try (DocumentReader tight = new DocumentReader(TIGHT, FormatReader.class)) {
            assertThatThrownBy(() -> tight.read("a.csv", file))
                    .isInstanceOf(UnreadableDocument.class);
            assertThat(tight.read("a.docx", docx).passages()).isNotEmpty();
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
        Limits limits = new Limits(32, Duration.ofSeconds(10), 1000, Duration.ofMinutes(1));
        try (DocumentReader slow = new DocumentReader(limits, Sleeping.class);
                DocumentReader greedy = new DocumentReader(limits, Greedy.class)) {
            assertThatThrownBy(() -> slow.read("a.docx", docx))
                    .hasMessageContaining("longer than 10 seconds");
            assertThatThrownBy(() -> greedy.read("a.docx", docx))
                    .hasMessageContaining("more memory");
        }
    }

    @Test
    void aReaderThatTheSystemEndsWhileItIsIdleIsStartedAgain() throws Exception {
        try (DocumentReader one =
                new DocumentReader(
                        new Limits(256, Duration.ofMinutes(1), 10_000, Duration.ofMinutes(10)),
                        FormatReader.class)) {
            List<ProcessHandle> others = ProcessHandle.current().children().toList();
            one.read("a.docx", docx);
            ProcessHandle child =
                    ProcessHandle.current()
                            .children()
                            .filter(process -> !others.contains(process))
                            .findFirst()
                            .orElseThrow();
            child.destroyForcibly();
            child.onExit().get();
            assertThat(one.read("a.docx", docx).passages()).isNotEmpty();
        }
    }

    @Test
    void tooMuchTextIsRefused() {
        Limits limits = new Limits(256, Duration.ofMinutes(1), 10, Duration.ofMinutes(1));
        try (DocumentReader small = new DocumentReader(limits, FormatReader.class)) {
            assertThatThrownBy(() -> small.read("a.docx", docx))
                    .hasMessage("it holds more than 10 characters: split it");
            assertThatThrownBy(() -> small.read("a.md", bytes("words ".repeat(5_000))))
                    .hasMessage("it comes to more text than one document may hold: split it");
        }
    }

    @Test
    void nothingStaysBehind() throws IOException {
        Limits limits = new Limits(256, Duration.ofMinutes(1), 10_000, Duration.ofMillis(10));
        try (DocumentReader idle = new DocumentReader(limits, FormatReader.class)) {
            List<Path> before = folders();
            idle.read("a.docx", docx);
            Awaitility.await().until(() -> before.containsAll(folders()));
        }
    }

    /** Those of this process: other tests run beside it. */
    private static List<Path> folders() throws IOException {
        String ours = "talktrack-documents-%d-".formatted(ProcessHandle.current().pid());
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith(ours)).toList();
        }
    }

    private static String text(byte[] file) throws IOException {
        try {
            return reader.read("a.docx", file).passages().getFirst().text();
        } catch (UnreadableDocument e) {
            return e.getMessage();
        }
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> reader.read("a.docx", file))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(why);
    }

    private static void assertUnreadable(String name, byte[] file) {
        assertThatThrownBy(() -> reader.read(name, file)).isInstanceOf(UnreadableDocument.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
