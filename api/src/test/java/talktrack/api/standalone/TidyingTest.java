package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import talktrack.ingest.store.StoreUnreachable;

class TidyingTest {

    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void whatFailsIsTriedAgainAndKeepsNothingElseFromBeingDone() throws Exception {
        CountDownLatch recovered = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(2);
        AtomicInteger attempts = new AtomicInteger();
        try (Tidying tidying = new Tidying()) {
            tidying.once(
                    "what never succeeds",
                    () -> {
                        throw new IllegalStateException("something unforeseen");
                    });
            tidying.again(
                    "files of deleted calls",
                    SOON,
                    () -> {
                        if (attempts.incrementAndGet() < 3) {
                            throw new StoreUnreachable("no answer", null);
                        }
                        recovered.countDown();
                    });
            tidying.again("something else", SOON, other::countDown);

            assertThat(recovered.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsUnderWayWhenTheServerStopsIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Tidying tidying = new Tidying()) {
            tidying.once(
                    "files of deleted calls",
                    () -> {
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                        }
                    });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(interrupted.getCount()).isZero();
    }
}
