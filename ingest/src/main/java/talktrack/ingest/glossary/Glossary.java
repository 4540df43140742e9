package talktrack.ingest.glossary;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import talktrack.models.labels.Language;

/**
 * The company's words, from a table: {@code term TAB sounds like; sounds like TAB language}, of
 * which only the term must be there. Lines that start with {@code #} are comments.
 */
public record Glossary(List<Term> terms) {

    /** In the data folder. */
    public static final String FILE_NAME = "glossary.tsv";

    /** No words. */
    public static final Glossary EMPTY = new Glossary(List.of());

    private static final int LONGEST_TERM = 60;
    private static final int MOST_WORDS = 4;
    private static final int MOST_TERMS = 2000;
    private static final long MOST_BYTES = 1 << 20;

    public Glossary {
        terms = List.copyOf(terms);
    }

    /** What is wrong with the file: all of it at once, by line. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(Path file, List<String> problems) {
            super("the glossary %s has mistakes:\n%s".formatted(file, String.join("\n", problems)));
        }
    }

    /** The glossary of a data folder, empty when it has none. */
    public static Glossary ofFolder(Path dataFolder) throws Invalid, IOException {
        Path file = dataFolder.resolve(FILE_NAME);
        return Files.exists(file) ? read(file) : EMPTY;
    }

    /**
     * @throws IOException when the file is missing or cannot be read
     */
    public static Glossary read(Path file) throws Invalid, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Invalid(file, List.of("it is larger than 1 MB"));
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Invalid(file, List.of("it is no UTF-8 text: save it as UTF-8"));
        }
        List<String> problems = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(i).replace("\uFEFF", "") : lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    Term term = term(line);
                    if (!seen.add(term.name().toLowerCase(Locale.ROOT))) {
                        throw new IllegalArgumentException(
                                "'%s' stands there twice".formatted(term.name()));
                    }
                    terms.add(term);
                } catch (IllegalArgumentException e) {
                    problems.add("line %d: %s".formatted(i + 1, e.getMessage()));
                }
            }
        }
        if (terms.size() > MOST_TERMS) {
            problems.add(
                    "it has %d terms, of which %d are taken".formatted(terms.size(), MOST_TERMS));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(file, problems);
        }
        return new Glossary(terms);
    }

    /**
     * With one name more, when it is one that the file might have; its surname or first name alone
     * is not sought, as many of them are ordinary words.
     */
    public Glossary and(String name) {
        boolean known = terms.stream().anyMatch(term -> term.name().equalsIgnoreCase(name));
        if (name.isBlank() || known || !couldBeTerm(name.strip())) {
            return this;
        }
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(name.strip(), List.of(), Optional.empty()));
        return new Glossary(more);
    }

    private static boolean couldBeTerm(String name) {
        try {
            return phrase(name).contains(" ") || Character.isIdeographic(name.codePointAt(0));
        } catch (IllegalArgumentException e) {
            return false; // a name with signs that are never recognised
        }
    }

    private static Term term(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length > 3) {
            throw new IllegalArgumentException(
                    "%d columns, but there are only three: term, what it sounds like, language"
                            .formatted(cells.length));
        }
        String name = phrase(cells[0]);
        List<String> soundsLike =
                cells.length < 2
                        ? List.of()
                        : Arrays.stream(cells[1].split(";", -1))
                                .filter(one -> !one.isBlank())
                                .map(Glossary::phrase)
                                .toList();
        return new Term(
                name, soundsLike, cells.length < 3 ? Optional.empty() : language(cells[2].strip()));
    }

    private static String phrase(String text) {
        String phrase = text.strip();
        if (phrase.isEmpty()) {
            throw new IllegalArgumentException("the term is missing");
        }
        if (phrase.length() > LONGEST_TERM || phrase.split("\\s+", -1).length > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "'%s' is longer than %d characters or %d words"
                            .formatted(phrase, LONGEST_TERM, MOST_WORDS));
        }
        if (!phrase.matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} .&'’+/-]*")) {
            throw new IllegalArgumentException(
                    "'%s' has signs that no name has: letters, digits, spaces and . & ' + / - are understood"
                            .formatted(phrase));
        }
        return phrase;
    }

    private static Optional<Language> language(String text) {
        return switch (text) {
            case "" -> Optional.empty();
            case "en" -> Optional.of(Language.EN);
            case "zh" -> Optional.of(Language.ZH);
            default ->
                    throw new IllegalArgumentException(
                            "language '%s': write en or zh, or nothing for both".formatted(text));
        };
    }
}
