package talktrack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first page of the architecture sends readers to methods that are there. */
class StartReadingHereTest {

    private static final Pattern METHOD = Pattern.compile("`(talktrack[\\w.]+)#(\\w+)`");

    @Test
    void theWayOfACallIsNamed() throws IOException {
        assertThat(methods()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodNamedThereExists(MatchResult named) throws ClassNotFoundException {
        assertThat(Class.forName(named.group(1)).getDeclaredMethods())
                .extracting(Method::getName)
                .contains(named.group(2));
    }

    static List<MatchResult> methods() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/architecture.md"))) {
            return lines.flatMap(line -> METHOD.matcher(line).results()).toList();
        }
    }
}
