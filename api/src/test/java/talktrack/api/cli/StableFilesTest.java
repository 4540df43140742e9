package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StableFilesTest {

    private static final Path FILE = Path.of("call.wav");
    private static final long SECOND = 1_000_000_000;

    private final StableFiles files = new StableFiles(Duration.ofSeconds(10));

    @Test
    void aFileThatStaysTheSameIsWhole() {
        assertThat(files.ready(look(100, 1), 0)).isEmpty();
        assertThat(files.ready(look(100, 1), 9 * SECOND)).isEmpty();
        assertThat(files.ready(look(100, 1), 10 * SECOND)).containsExactly(FILE);
    }

    @Test
    void aFileThatGrowsIsNot() {
        files.ready(look(100, 1), 0);
        assertThat(files.ready(look(200, 1), 10 * SECOND)).isEmpty();
        assertThat(files.ready(look(200, 2), 19 * SECOND)).as("a new time").isEmpty();
        assertThat(files.ready(look(200, 2), 29 * SECOND)).containsExactly(FILE);
    }

    @Test
    void whatIsSettledComesAgainOnlyWhenItChanges() {
        files.ready(look(100, 1), 0);
        files.settle(FILE);
        assertThat(files.ready(look(100, 1), 20 * SECOND)).isEmpty();
        assertThat(files.waiting()).isFalse();

        files.ready(look(300, 1), 30 * SECOND);
        assertThat(files.waiting()).isTrue();
        assertThat(files.ready(look(300, 1), 40 * SECOND)).containsExactly(FILE);
    }

    @Test
    void whatIsPostponedComesAgainAfterALongerAndLongerPause() {
        files.ready(look(100, 1), 0);
        files.settle(FILE);
        files.postpone(FILE, 10 * SECOND);
        assertThat(files.waiting()).isTrue();
        assertThat(files.ready(look(100, 1), 14 * SECOND)).isEmpty();
        assertThat(files.ready(look(100, 1), 15 * SECOND)).containsExactly(FILE);

        files.postpone(FILE, 15 * SECOND);
        assertThat(files.ready(look(100, 1), 24 * SECOND)).isEmpty();
        assertThat(files.ready(look(100, 1), 25 * SECOND)).containsExactly(FILE);

        files.settle(FILE);
        assertThat(files.ready(look(100, 1), 99 * SECOND)).isEmpty();
    }

    @Test
    void aFileThatGoesAndComesBackStartsAnew() {
        files.ready(look(100, 1), 0);
        files.ready(Map.of(), 5 * SECOND);
        files.ready(look(100, 1), 6 * SECOND);
        assertThat(files.ready(look(100, 1), 11 * SECOND)).isEmpty();
    }

    private static Map<Path, StableFiles.Look> look(long bytes, long modified) {
        return Map.of(FILE, new StableFiles.Look(bytes, FileTime.fromMillis(modified)));
    }
}
