package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeeperTest {

    @Test
    void aStartThatFailsIsTriedAgain() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Keeper keeper =
                new Keeper(
                        "sleeper",
                        ended,
                        Duration.ofMillis(1),
                        code -> false,
                        () -> {
                            if (starts.incrementAndGet() < 3) {
                                throw new IOException("no space left on device");
                            }
                            return new ProcessBuilder("sleep", "60").start();
                        });
        keeper.start();
        await().until(keeper::alive);
        assertThat(starts).hasValue(3);
        Process last = keeper.letGo();
        last.destroy();
        assertThat(last.waitFor()).isPositive();
        assertThat(starts).as("let go").hasValue(3);
    }
}
