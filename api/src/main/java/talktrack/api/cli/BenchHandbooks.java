package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * As many passages of product documents as somebody wants, no two alike, and questions to them. A
 * document is about twenty invented products: each passage states one fact in a sentence of its own
 * and goes on in lines from the corpora, which people wrote. The same seed writes the same.
 */
final class BenchHandbooks {

    private static final String FOLDER = "/talktrack/api/cli/bench/";

    /** Lines beside the fact: some 60 words in all, as passages of real documents have. */
    private static final int LINES = 4;

    private static final int LONGEST_LINE = 160;

    /** Every so manieth question asks for a product that there is not, as people do. */
    private static final int UNKNOWN_EVERY = 5;

    /** So many products have a document in common, as in a real handbook. */
    private static final int PRODUCTS = 20;

    private static final int SEED = 6;
    private static final int LEAST = 2;
    private static final int MOST = 400;

    private final Language language;
    private final List<Map<String, String>> sections;
    private final List<String> lines;

    BenchHandbooks(Language language) {
        this.language = language;
        sections = Corpus.read(FOLDER + language.id() + ".tsv");
        lines = new ArrayList<>(lines(language));
        Collections.shuffle(lines, new Random(SEED));
    }

    private static List<String> lines(Language language) {
        return Stream.of("objection", "spin")
                .flatMap(task -> Corpus.rows(language, task).stream())
                .map(row -> row.get("text").strip())
                .filter(line -> line.length() <= LONGEST_LINE)
                .distinct()
                .toList();
    }

    /** Writes documents with so many passages in all. */
    void write(Path folder, int passages) throws IOException {
        Random random = new Random(SEED);
        int written = 0;
        for (int document = 1; written < passages; document++) {
            StringBuilder text = new StringBuilder(title(document));
            for (int i = 0; i < PRODUCTS && written < passages; i++) {
                String name = name((document - 1) * PRODUCTS + i);
                text.append("\n## ").append(name).append('\n');
                for (Map<String, String> section : sections) {
                    if (written < passages) {
                        text.append("\n### ").append(section.get("heading")).append("\n\n");
                        text.append(passage(section, name, written, random)).append('\n');
                        written++;
                    }
                }
            }
            Files.writeString(folder.resolve("%05d.md".formatted(document)), text);
        }
    }

    private String title(int document) {
        return (chinese() ? "# 产品手册 %d\n" : "# Handbook %d\n").formatted(document);
    }

    private String passage(Map<String, String> section, String name, int number, Random random) {
        List<String> said = new ArrayList<>();
        said.add(section.get("fact").formatted(name, random.nextInt(LEAST, MOST)));
        for (int i = 0; i < LINES; i++) {
            String line = lines.get((number * LINES + i) % lines.size());
            said.add(line.matches(".*[.!?。！？]") ? line : line + (chinese() ? "。" : "."));
        }
        return String.join(chinese() ? "" : " ", said);
    }

    /** So many questions to documents with so many passages. */
    List<String> questions(int count, int passages) {
        Random random = new Random(SEED + 1L);
        int products = Math.max(1, passages / sections.size());
        List<String> questions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int product = random.nextInt(products) + (i % UNKNOWN_EVERY == 0 ? products + 1 : 0);
            questions.add(
                    sections.get(random.nextInt(sections.size()))
                            .get("question")
                            .formatted(name(product)));
        }
        return questions;
    }

    /** Different for each number: the syllables are its digits, the model number its count. */
    private String name(int product) {
        List<String> syllables =
                chinese()
                        ? List.of("安", "博", "科", "达", "恒", "佳", "联", "明", "诺", "欣")
                        : List.of("ba", "do", "fe", "ki", "lu", "ma", "no", "ra", "ti", "vo");
        StringBuilder name = new StringBuilder();
        for (int rest = product; name.isEmpty() || rest > 0; rest /= syllables.size()) {
            name.append(syllables.get(rest % syllables.size()));
        }
        if (!chinese()) {
            name.append("lin").setCharAt(0, Character.toUpperCase(name.charAt(0)));
        }
        return name.append(chinese() ? "" : " ").append(100 + product).toString();
    }

    private boolean chinese() {
        return language == Language.ZH;
    }
}
