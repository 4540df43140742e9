package talktrack.ingest.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.models.demonstration.Demonstration;

/**
 * A recording to measure on.
 *
 * @param reference what is said in it, where that is known
 */
record Clip(Path file, Optional<String> reference) {

    /** Two channels, the one as Opus at 16 kHz, the other in telephone band. */
    private static final List<String> DEMONSTRATION =
            List.of("oak-hill-builders.ogg", "red-barn-furniture.flac");

    private static final String MP3 = "lake-street-clinic.mp3";

    /** Files given; what is said in {@code CALL.wav} stands in {@code CALL.wav.txt}. */
    static List<Clip> given(List<Path> files) throws IOException {
        List<Clip> clips = new ArrayList<>();
        for (Path file : files) {
            Path text = file.resolveSibling(file.getFileName() + ".txt");
            clips.add(
                    new Clip(
                            file,
                            Files.exists(text)
                                    ? Optional.of(Files.readString(text))
                                    : Optional.empty()));
        }
        return clips;
    }

    /** Two of the demonstration's calls, which were synthesised from known texts. */
    static List<Clip> demonstration(Path folder) throws IOException {
        List<Clip> clips = new ArrayList<>();
        for (String name : DEMONSTRATION) {
            clips.add(unpacked(name, folder));
        }
        return clips;
    }

    static Clip mp3(Path folder) throws IOException {
        return unpacked(MP3, folder);
    }

    private static Clip unpacked(String name, Path folder) throws IOException {
        Demonstration.Call call =
                Demonstration.calls().stream()
                        .filter(one -> one.fileName().equals(name))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve(name);
        try (InputStream sound = Demonstration.open(call);
                InputStream text = Demonstration.openText(call)) {
            Files.copy(sound, file);
            return new Clip(
                    file, Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
