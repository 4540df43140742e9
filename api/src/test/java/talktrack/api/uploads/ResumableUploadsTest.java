package talktrack.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.calls.UploadLimits;
import talktrack.api.http.Problem;

/** What becomes of uploads when servers, disks and clients fail. */
class ResumableUploadsTest {

    private static final String BROKEN = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> TOLD = Map.of("rep", "Ann");
    private static final byte[] FILE = "Ann: hello".getBytes(UTF_8);
    private static final long RESERVED = 512L << 20;

    @TempDir Path folder;

    private final List<String> taken = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-04T10:00:00Z");
    private long freeBytes = 10L << 30;
    private RuntimeException away;

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"lengthBytes\": ", "[]"})
    void aBrokenNoteStandsInNobodysWayAndKeepsItsBytes(String note) throws Exception {
        Files.writeString(folder.resolve(BROKEN + ".json"), note);
        Files.write(folder.resolve(BROKEN + ".bytes"), FILE);
        whole();

        uploads().resume();

        assertThat(taken).as("the other one").hasSize(1);
        assertThat(uploads().create(5, TOLD).offsetBytes()).isZero();
        assertThat(uploads().find(BROKEN)).isEmpty();
        assertThat(folder.resolve(BROKEN + ".bytes")).hasBinaryContent(FILE);
        assertThat(folder.resolve(BROKEN + ".json")).hasContent(note);
    }

    @Test
    void whatCannotBeFinishedDoesNotKeepTheServerFromStarting() throws Exception {
        String id = whole();
        away = new IllegalStateException("something unforeseen");
        uploads().resume();
        assertThat(taken).isEmpty();

        away = null;
        assertThat(uploads().find(id).orElseThrow().note().finished()).isTrue();
    }

    @Test
    void whatIsRefusedForGoodLeavesNothing() throws Exception {
        away = Problem.badRequest("This cannot be taken.", "Give it another name.");
        ResumableUploads uploads = uploads();
        String id = uploads.create(FILE.length, TOLD).id();

        assertThatThrownBy(() -> uploads.append(id, 0, new ByteArrayInputStream(FILE)))
                .isSameAs(away);
        assertThat(uploads.find(id)).isEmpty();
        whole(); // as a crash leaves it
        uploads.resume();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWholeRecordingOutlivesItsTimeUntilAStartHasTriedIt() throws Exception {
        String id = whole();
        pass(Duration.ofDays(10));
        uploads().create(5, TOLD); // which removes what has expired
        away = Problem.unavailable("Kafka is away.", null);
        uploads().resume();
        pass(Duration.ofDays(2));
        uploads().create(5, TOLD);
        assertThat(folder.resolve(id + ".bytes")).hasBinaryContent(FILE);

        pass(Duration.ofDays(2));
        uploads().create(5, TOLD);
        assertThat(folder.resolve(id + ".bytes")).doesNotExist();
    }

    @Test
    void aWholeRecordingBecomesACallHoweverLateTheServerStarts() throws Exception {
        whole();
        pass(Duration.ofDays(30));

        uploads().resume();

        assertThat(taken).containsExactly("Ann: hello");
    }

    @Test
    void whatIsNotWholeExpires() throws Exception {
        String id = uploads().create(5, TOLD).id();
        pass(Duration.ofDays(4));

        assertThat(uploads().find(id)).isEmpty();
        uploads().removeExpired();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void roomIsPromisedOnce() throws Exception {
        ResumableUploads uploads = uploads();
        freeBytes = RESERVED + 250;
        String id = uploads.create(100, TOLD).id();

        assertThatThrownBy(() -> uploads.create(100, TOLD))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(507));

        uploads.remove(id);
        assertThat(uploads.create(100, TOLD).offsetBytes()).isZero();
    }

    @Test
    void aDiskThatFillsUpMeanwhileEndsTheAppendAndKeepsWhatHasCome() throws Exception {
        ResumableUploads uploads = uploads();
        int length = 20 << 20;
        String id = uploads.create(length, TOLD).id();
        InputStream body =
                new ByteArrayInputStream(new byte[length]) {
                    @Override
                    public int read(byte[] into) throws IOException {
                        if (pos >= 1 << 20) {
                            freeBytes = RESERVED - 1;
                        }
                        return super.read(into);
                    }
                };

        assertThatThrownBy(() -> uploads.append(id, 0, body))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(507));

        long kept = uploads.find(id).orElseThrow().offsetBytes();
        assertThat(kept).isBetween(1L << 20, 9L << 20);
        freeBytes = 10L << 30;
        uploads.append(id, kept, new ByteArrayInputStream(new byte[length - (int) kept]));
        assertThat(taken).hasSize(1);
    }

    @Test
    void whoeverComesLastWritesEvenIfTheUploadSeemedToHaveExpiredMeanwhile() throws Exception {
        ResumableUploads uploads = uploads();
        String id = uploads.create(FILE.length, TOLD).id();
        InputStream hanging =
                new ByteArrayInputStream(FILE) {
                    @Override
                    public int read(byte[] into) throws IOException {
                        try {
                            uploads.removeExpired(id, now); // it was looked at before this request
                            uploads.append(id, 0, new ByteArrayInputStream(FILE, 0, 3));
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return super.read(into);
                    }
                };

        assertThatThrownBy(() -> uploads.append(id, 0, hanging))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));

        assertThat(folder.resolve(id + ".bytes")).hasContent("Ann");
        assertThat(taken).isEmpty();
    }

    @Test
    void manyBeginAtOnceWhileOthersExpire() throws Exception {
        ResumableUploads uploads = uploads();
        for (int i = 0; i < 50; i++) {
            uploads.create(5, TOLD);
        }
        pass(Duration.ofDays(4));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<UploadProgress>> begun = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                begun.add(many.submit(() -> uploads.create(5, TOLD)));
            }
            for (Future<UploadProgress> one : begun) {
                assertThat(one.get().offsetBytes()).isZero();
            }
        }
    }

    @Test
    void whatIsGivenUpWhileItBecomesACallIsGoneAfterwards() throws Exception {
        CountDownLatch taking = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ResumableUploads uploads =
                uploads(
                        (told, bytes) -> {
                            taking.countDown();
                            mayEnd.await();
                            return "a-call";
                        });
        String id = uploads.create(FILE.length, TOLD).id();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> append =
                    two.submit(() -> uploads.append(id, 0, new ByteArrayInputStream(FILE)));
            taking.await();
            Future<Boolean> remove = two.submit(() -> uploads.remove(id));
            mayEnd.countDown();
            append.get();
            assertThat(remove.get()).isTrue();
        }
        assertThat(folder).as("no note was written after it").isEmptyDirectory();
    }

    private String whole() throws Exception {
        String id = uploads().create(FILE.length, TOLD).id();
        Files.write(folder.resolve(id + ".bytes"), FILE);
        return id;
    }

    private ResumableUploads uploads() {
        return uploads(
                (told, bytes) -> {
                    if (away != null) {
                        throw away;
                    }
                    taken.add(new String(bytes.readAllBytes(), UTF_8));
                    return "call-" + taken.size();
                });
    }

    private ResumableUploads uploads(ResumableUploads.Taker taker) {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        return new ResumableUploads(
                folder, clock, new UploadLimits(folder, 1L << 30, path -> freeBytes), taker);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
