package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;

/**
 * Prints the word error rate and the real-time factor on clips with exact text: run by hand, with
 * an empty data folder and the clips, beside each of which lies its text as {@code CLIP.txt}.
 */
final class Measure {

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        int wrong = 0;
        int said = 0;
        double clipSeconds = 0;
        long started = System.nanoTime();
        try (RecordingReader reader = new RecordingReader(Path.of(arguments[0]))) {
            for (String clip : List.of(arguments).subList(1, arguments.length)) {
                Transcript heard =
                        reader.read(
                                ReadRequest.oneShot(
                                        Path.of(clip),
                                        Optional.empty(),
                                        ChannelLayout.MONO,
                                        "",
                                        ""),
                                Progress.NONE);
                List<String> reference = spokenWords(reference(clip));
                int errors =
                        WordErrors.between(
                                reference,
                                heard.utterances().stream()
                                        .map(Utterance::text)
                                        .flatMap(text -> spokenWords(text).stream())
                                        .toList());
                System.out.printf("%3d/%3d  %s%n", errors, reference.size(), clip);
                wrong += errors;
                said += reference.size();
                clipSeconds += heard.end().durationSeconds().orElse(0);
            }
        }
        System.out.printf(
                "WER %d/%d = %.1f %%, real-time factor %.2f%n",
                wrong,
                said,
                100.0 * wrong / said,
                (System.nanoTime() - started) / 1e9 / clipSeconds);
    }

    private static String reference(String clip) throws IOException {
        return Files.readString(Path.of(clip + ".txt"));
    }

    /** Without case and punctuation, as Vosk writes. */
    static List<String> spokenWords(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z']+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
