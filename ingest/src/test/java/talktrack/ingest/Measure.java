package talktrack.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Prints what becomes of every file of the test audio, the word error rate of the clips with exact
 * text, and the real-time factor: run by hand, with the folder and an empty data folder.
 */
final class Measure {

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        Path audio = Path.of(arguments[0]);
        try (RecordingReader reader = new RecordingReader(Path.of(arguments[1]));
                Stream<Path> files = Files.walk(audio)) {
            int errors = 0;
            int words = 0;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = audio.relativize(file).toString();
                if (arguments.length > 2 && !name.matches(arguments[2])) {
                    continue;
                }
                Optional<Language> language =
                        name.contains("zh/") || name.contains("funasr")
                                ? Optional.of(Language.ZH)
                                : Optional.empty();
                long started = System.nanoTime();
                try {
                    Transcript read =
                            reader.read(
                                    ReadRequest.oneShot(file, language, ChannelLayout.AUTO, "", ""),
                                    Progress.NONE);
                    double seconds = (System.nanoTime() - started) / 1e9;
                    double length = read.end().durationSeconds().orElse(0);
                    System.out.printf(
                            "%s | %.2f s | %s %s | %d utterances, %d words, rep %d | conf %s | %s | RTF %.2f%n",
                            name,
                            length,
                            read.end().mode().id(),
                            read.end().layout().id(),
                            read.utterances().size(),
                            read.utterances().stream().mapToInt(u -> u.words().size()).sum(),
                            read.utterances().stream()
                                    .filter(u -> u.speaker() == Speaker.REP)
                                    .count(),
                            read.end().wordConfidence(),
                            read.end().cautions(),
                            length == 0 ? 0 : seconds / length);
                    if (arguments.length > 3) {
                        read.utterances()
                                .forEach(
                                        u ->
                                                System.out.printf(
                                                        "   %7.2f %7.2f %s %s%n",
                                                        u.startSeconds().orElse(0),
                                                        u.endSeconds().orElse(0),
                                                        u.speaker(),
                                                        u.displayText()));
                    }
                    Optional<String> reference = reference(audio, name);
                    if (reference.isPresent() && language.isEmpty()) {
                        String[] said = reference.get().split(" ");
                        String[] heard =
                                String.join(
                                                " ",
                                                read.utterances().stream()
                                                        .map(u -> u.text())
                                                        .toList())
                                        .split(" ");
                        int wrong = distance(said, heard);
                        System.out.printf("   WER %d/%d%n", wrong, said.length);
                        errors += wrong;
                        words += said.length;
                    }
                } catch (UnreadableRecording e) {
                    System.out.printf("%s | %s | %s%n", name, e.kind().id(), e.reason());
                }
            }
            System.out.printf(
                    "WER in all %d/%d = %.1f %%%n", errors, words, 100.0 * errors / words);
        }
    }

    private static Optional<String> reference(Path audio, String name) throws Exception {
        for (String line : Files.readAllLines(audio.resolve("MANIFEST.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals(name)
                    && columns[9].startsWith("exact")
                    && columns[8].endsWith(".txt")) {
                return Optional.of(
                        Files.readString(audio.resolve(columns[8]))
                                .toLowerCase()
                                .replaceAll("[^a-z' ]+", " ")
                                .strip()
                                .replaceAll("\\s+", " "));
            }
        }
        return Optional.empty();
    }

    private static int distance(String[] said, String[] heard) {
        int[] row = new int[heard.length + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= said.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.length; j++) {
                int above = row[j];
                row[j] =
                        Math.min(
                                Math.min(row[j] + 1, row[j - 1] + 1),
                                diagonal + (said[i - 1].equals(heard[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[heard.length];
    }
}
