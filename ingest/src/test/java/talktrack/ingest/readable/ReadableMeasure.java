package talktrack.ingest.readable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Measures punctuation and capitals: takes them out of written texts, has them put back, and
 * counts. There are no pauses inside, so sentences within a line are told by words alone.
 *
 * <p>Arguments: language, WebVTT files or plain texts; folders are walked. {@code --show} prints
 * what differs.
 */
final class ReadableMeasure {

    private final Language language;
    private int[] stops = new int[3]; // right, written too many, missed
    private int[] inner = new int[3];
    private int[] questions = new int[3];
    private int capitalsRight;
    private int words;

    private ReadableMeasure(Language language) {
        this.language = language;
    }

    public static void main(String[] arguments) throws IOException {
        ReadableMeasure measure =
                new ReadableMeasure(Language.valueOf(arguments[0].toUpperCase(Locale.ROOT)));
        boolean show = Arrays.asList(arguments).contains("--show");
        for (String argument : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            if (argument.equals("--show")) {
                continue;
            }
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    for (String line : Files.readAllLines(file)) {
                        measure.line(line.replaceFirst("^<v [^>]*>", ""), show);
                    }
                }
            }
        }
        System.out.printf(
                "all boundaries %s%ninner boundaries %s%nquestion marks %s%n",
                f1(measure.stops), f1(measure.inner), f1(measure.questions));
        System.out.printf(
                "capitals right of words without digits: %d of %d (%.1f %%)%n",
                measure.capitalsRight,
                measure.words,
                100.0 * measure.capitalsRight / Math.max(1, measure.words));
    }

    private void line(String line, boolean show) {
        if (line.isBlank() || line.startsWith("WEBVTT") || line.contains("-->")) {
            return;
        }
        List<Unit> wanted = units(line);
        if (wanted.isEmpty()) {
            return;
        }
        String bare =
                String.join(
                        " ",
                        wanted.stream().map(unit -> unit.text().toLowerCase(Locale.ROOT)).toList());
        String readable = ReadableText.of(utterance(bare));
        List<Unit> got = units(readable);
        if (got.size() != wanted.size()) { // numbers were written: not comparable word by word
            return;
        }
        boolean different = false;
        for (int i = 0; i < wanted.size(); i++) {
            count(stops, wanted.get(i).stop(), got.get(i).stop());
            if (i + 1 < wanted.size()) {
                count(inner, wanted.get(i).stop(), got.get(i).stop());
            }
            count(questions, wanted.get(i).question(), got.get(i).question());
            different |=
                    wanted.get(i).question() != got.get(i).question()
                            || wanted.get(i).stop() != got.get(i).stop();
            words++;
            capitalsRight += wanted.get(i).text().equals(got.get(i).text()) ? 1 : 0;
        }
        if (show && different) {
            System.out.println(line + "\n   " + readable);
        }
    }

    private record Unit(String text, boolean stop, boolean question) {}

    private List<Unit> units(String text) {
        String spaced =
                language == Language.ZH
                        ? text.replaceAll("(?<=\\p{IsHan})(?=\\p{IsHan})|(?<=[。？！，、])", " ")
                        : text.replace("...", "").replaceAll("[-–—]", " ");
        List<Unit> units = new ArrayList<>();
        for (String token : spaced.split("\\s+")) {
            String word = token.replaceAll("[^\\p{L}\\p{N}'%$.]|\\.$|^\\.", "").replace(".", "");
            boolean stop = token.matches(".*[.?!。？！][\"”]?");
            boolean question = token.matches(".*[?？][\"”]?");
            if (!word.isEmpty()) {
                units.add(new Unit(word, stop, question));
            } else if ((stop || question) && !units.isEmpty()) {
                units.set(units.size() - 1, new Unit(units.getLast().text(), stop, question));
            }
        }
        return units;
    }

    private static void count(int[] counts, boolean wanted, boolean got) {
        counts[0] += wanted && got ? 1 : 0;
        counts[1] += !wanted && got ? 1 : 0;
        counts[2] += wanted && !got ? 1 : 0;
    }

    private static String f1(int[] counts) {
        double precision = counts[0] / (double) Math.max(1, counts[0] + counts[1]);
        double recall = counts[0] / (double) Math.max(1, counts[0] + counts[2]);
        return "precision %.3f recall %.3f F1 %.3f of %d"
                .formatted(
                        precision,
                        recall,
                        2 * precision * recall / (precision + recall),
                        counts[0] + counts[2]);
    }

    private Utterance utterance(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, words.size(), words.size() + 1, 1));
        }
        return new Utterance(
                "u",
                "c",
                1,
                0,
                0,
                0,
                Speaker.REP,
                "",
                language,
                OptionalDouble.of(0),
                OptionalDouble.of(words.size()),
                text,
                text,
                words);
    }
}
