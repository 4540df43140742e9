package talktrack.ingest.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/** Models for tests: the starter's zip, which is a real one, and folders that only look so. */
final class Models {

    private static final String CONFIGURATION = "--use-energy=false\n--sample-frequency=%d\n";

    private Models() {}

    static byte[] starterZip() {
        try (InputStream in =
                StarterModel.class.getResourceAsStream(
                        "/talktrack/speech/vosk-model-en-starter.zip")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with everything that can be seen without loading it. */
    static Path folder(Path folder, int sampleRate) throws IOException {
        write(folder.resolve("am/final.mdl"), "acoustics");
        write(folder.resolve("conf/mfcc.conf"), CONFIGURATION.formatted(sampleRate));
        write(folder.resolve("graph/HCLr.fst"), "graph");
        write(folder.resolve("graph/Gr.fst"), "grammar");
        return folder;
    }

    static Path zip(Path file, Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    /** An entry of a catalogue. */
    static CatalogueModel entry(String name, OptionalLong bytes, Optional<Checksum> checksum) {
        return new CatalogueModel(
                name,
                Language.EN,
                CatalogueModel.Kind.SMALL,
                bytes,
                OptionalLong.empty(),
                "BSD-2-Clause",
                "",
                Optional.empty(),
                name + ".zip",
                checksum);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
