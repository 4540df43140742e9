package talktrack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there, and what is there is named. */
class DocumentationTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|IT)\\b");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");
    private static final Pattern VERSION = Pattern.compile("<([\\w-]+)\\.version>");

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatAPageNamesExists(Path page) throws IOException {
        assertThat(found(TEST, page).map(MatchResult::group)).isSubsetOf(tests());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(found(RELATIVE_LINK, page).map(link -> page.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    /** A library's version has its name, such as {@code commonmark}, in words between hyphens. */
    @Test
    void everyLibraryWithAVersionHasItsReason() throws IOException {
        List<String> libraries =
                Files.readAllLines(PROJECT.resolve("docs/dependencies.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.split("\\|")[1].toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(found(VERSION, PROJECT.resolve("pom.xml")).map(version -> version.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        name ->
                                assertThat(libraries)
                                        .anySatisfy(
                                                library ->
                                                        assertThat(library)
                                                                .contains(name.split("-"))));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(PROJECT::resolve), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<String> tests() throws IOException {
        List<String> tests = new ArrayList<>();
        for (String module : List.of("models", "ingest", "analysis", "api")) {
            try (Stream<Path> files =
                    Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(tests::add);
            }
        }
        return tests;
    }

    private static Stream<MatchResult> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results();
    }
}
