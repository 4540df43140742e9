package talktrack.models.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Language;

/**
 * The labelled utterances that ship with Talktrack, as tab-separated tables with a header row
 * (README.md beside them: who labelled, by which rules).
 */
public final class Corpus {

    private Corpus() {}

    /**
     * All rows of one table.
     *
     * @param task {@code spin}, {@code objection}, {@code needs}, {@code sentiment} or {@code
     *     handling}
     * @return each row as column name → cell
     */
    public static List<Map<String, String>> rows(Language language, String task) {
        return read("/talktrack/corpora/%s/%s.tsv".formatted(language.id(), task));
    }

    /** All rows of a tab-separated resource with a header row. */
    public static List<Map<String, String>> read(String resource) {
        try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no table " + resource);
            }
            return read(in, resource);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the shipped table %s cannot be read".formatted(resource), e);
        }
    }

    /** Whether there is such a resource. */
    public static boolean exists(String resource) {
        return Corpus.class.getResource(resource) != null;
    }

    /**
     * All rows of a file like them.
     *
     * @throws IllegalStateException when a row has not the header's cells
     */
    public static List<Map<String, String>> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    private static List<Map<String, String>> read(InputStream in, String name) {
        return table(
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList(),
                name);
    }

    /** The rows below a header; no line is no row. */
    static List<Map<String, String>> table(List<String> lines, String name) {
        if (lines.isEmpty()) {
            return List.of();
        }
        String[] header = lines.getFirst().split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != header.length) {
                throw new IllegalStateException(
                        "%s: row %d has %d cells, its header %d"
                                .formatted(name, rows.size() + 2, cells.length, header.length));
            }
            Map<String, String> row = LinkedHashMap.newLinkedHashMap(header.length);
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
