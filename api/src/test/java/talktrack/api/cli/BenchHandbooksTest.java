package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Language;

class BenchHandbooksTest {

    private static final int PASSAGES = 10_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void thereAreAsManyPassagesAsAskedForAndNoTwoAlike(Language language) throws IOException {
        new BenchHandbooks(language).write(folder, PASSAGES - 3);
        List<String> passages = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path file : files()) {
            List<String> products = List.of(Files.readString(file).split("\n## "));
            for (String product : products.subList(1, products.size())) {
                List<String> sections = List.of(product.split("\n### "));
                names.add(sections.getFirst().strip());
                passages.addAll(sections.subList(1, sections.size()));
            }
        }
        assertThat(passages).hasSize(PASSAGES - 3).doesNotHaveDuplicates();
        assertThat(names).hasSize(PASSAGES / 10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void mostQuestionsAreAboutAProductThatThereIs(Language language) throws IOException {
        BenchHandbooks handbooks = new BenchHandbooks(language);
        handbooks.write(folder, 200);
        List<String> names = new ArrayList<>();
        for (Path file : files()) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3))
                    .forEach(names::add);
        }
        List<String> questions = handbooks.questions(50, 200);
        assertThat(questions).hasSize(50).isEqualTo(handbooks.questions(50, 200));
        assertThat(questions.stream().filter(one -> names.stream().anyMatch(one::contains)).count())
                .isEqualTo(40);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
