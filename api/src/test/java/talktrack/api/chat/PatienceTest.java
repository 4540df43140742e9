package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch never = new CountDownLatch(1);
    private final CompletableFuture<Boolean> givenUp = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();

    private static Patience patience(Duration limit) {
        return new Patience("test", limit);
    }

    private Optional<String> silence() {
        begun.incrementAndGet();
        try {
            never.await();
        } catch (InterruptedException e) {
            givenUp.complete(true);
        }
        return Optional.of("too late");
    }

    @Test
    void workThatIsDoneInTimeHasItsResult() {
        Supplier<Optional<String>> work = () -> Optional.of("done");
        assertThat(patience(LONG).of(work)).contains("done");
        assertThat(patience(LONG).of(Optional::empty)).isEmpty();
    }

    @Test
    void workThatShowsNothingInTimeIsInterrupted() {
        Supplier<Optional<String>> work = this::silence;
        assertThat(patience(SHORT).of(work)).isEmpty();
        assertThat(givenUp.join()).isTrue();
    }

    @Test
    void onceSomethingIsThereTheRestMayTakeItsTime() {
        List<String> heard = new ArrayList<>();
        CountDownLatch more = new CountDownLatch(1);
        Function<Consumer<String>, Optional<String>> work =
                soFar -> {
                    soFar.accept("a");
                    try {
                        more.await();
                    } catch (InterruptedException e) {
                        return Optional.empty();
                    }
                    soFar.accept("b");
                    return Optional.of("ab");
                };
        assertThat(
                        patience(LONG)
                                .of(
                                        work,
                                        (String part) -> {
                                            heard.add(part);
                                            more.countDown();
                                        }))
                .contains("ab");
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void workThatWasWaitedForInVainTwiceIsLeftAlone() {
        Patience patience = patience(SHORT);
        Supplier<Optional<String>> work = this::silence;
        for (int i = 0; i < 4; i++) {
            assertThat(patience.of(work)).isEmpty();
        }
        assertThat(begun).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void whoGoesAwayEndsTheWork() {
        Function<Consumer<String>, Optional<String>> work =
                soFar -> {
                    soFar.accept("a");
                    return silence();
                };
        Consumer<String> gone =
                part -> {
                    throw new CancellationException("gone");
                };
        assertThatThrownBy(() -> patience(LONG).of(work, gone))
                .isInstanceOf(CancellationException.class);
        assertThat(givenUp.join()).isTrue();
    }

    @Test
    void anInterruptedWaitEndsTheWorkAndStaysInterrupted() {
        Supplier<Optional<String>> work = this::silence;
        Thread.currentThread().interrupt();
        assertThat(patience(LONG).of(work)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(givenUp.join()).isTrue();
    }

    /** Else impatient askers would keep up the waiting for a model that is dead. */
    @Test
    void whoGoesAwayBeforeAnythingCameSaysNothingAboutTheWork() {
        Patience patience = patience(SHORT);
        Supplier<Optional<String>> work = this::silence;
        patience.of(work);
        Thread.currentThread().interrupt();
        patience.of(work);
        assertThat(Thread.interrupted()).isTrue();
        for (int i = 0; i < 4; i++) {
            patience.of(work);
        }
        assertThat(begun).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void whatTheWorkThrowsReachesTheCaller() {
        Supplier<Optional<String>> work =
                () -> {
                    throw new IllegalStateException("broken");
                };
        assertThatThrownBy(() -> patience(LONG).of(work)).hasMessage("broken");
    }
}
