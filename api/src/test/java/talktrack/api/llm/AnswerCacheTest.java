package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {

    @TempDir private Path folder;

    @Test
    void anAnswerIsFoundAgainAfterARestart() {
        new AnswerCache(Optional.of(folder), 10_000).keep("how long", "ten years 十年");
        AnswerCache cache = new AnswerCache(Optional.of(folder), 10_000);
        assertThat(cache.find("how long")).contains("ten years 十年");
        assertThat(cache.find("how wide")).isEmpty();
    }

    @Test
    void whoHasNotTheRequestCanReadNothing() throws IOException {
        new AnswerCache(Optional.of(folder), 10_000).keep("what said Ann", "too expensive");
        Path file = files().getFirst();
        assertThat(file.getFileName().toString()).doesNotContain("Ann");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("expensive");
    }

    @Test
    void aDamagedFileIsNoAnswer() throws IOException {
        new AnswerCache(Optional.of(folder), 10_000).keep("how long", "ten years");
        for (byte[] damage : List.of(new byte[0], new byte[40])) {
            Files.write(files().getFirst(), damage);
            assertThat(new AnswerCache(Optional.of(folder), 10_000).find("how long")).isEmpty();
        }
    }

    @Test
    void theFolderStaysSmall() throws IOException {
        AnswerCache cache = new AnswerCache(Optional.of(folder), 5_000);
        for (int i = 0; i < 100; i++) {
            cache.keep("question " + i, "x".repeat(500));
        }
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isPositive().isLessThanOrEqualTo(5_000);
    }

    @Test
    void turnedOffItKeepsNothing() throws IOException {
        AnswerCache cache = new AnswerCache(Optional.of(folder), 0);
        cache.keep("how long", "ten years");
        assertThat(cache.find("how long")).isEmpty();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
