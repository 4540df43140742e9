package talktrack.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import talktrack.models.Folders;
import talktrack.models.Sha256;

/**
 * The small English speech model that ships with Talktrack, so that the first run works offline. It
 * is weak on telephone sound: whoever uses it must say so. Origin and licence:
 * models/src/main/resources/talktrack/speech/README.md.
 */
public final class StarterModel {

    /** The model's name in transcripts. */
    public static final String NAME = "starter-en";

    private static final String RESOURCE = "/talktrack/speech/vosk-model-en-starter.zip";
    private static final String SHA256 =
            "e26b188c84298879d3641b83130095b1e69f56ec2a6a61f221a997612d9e825d";

    private StarterModel() {}

    /**
     * Unpacks the model below a folder, unless it is there already. Written under a temporary name,
     * verified, then renamed, so that a half-written model never has the right name.
     *
     * @return the model's folder, for Vosk
     * @throws IOException when the disk refuses, or when the shipped file is damaged
     */
    public static Path unpackBelow(Path modelsFolder) throws IOException {
        Path target = modelsFolder.resolve(NAME + "-" + SHA256.substring(0, 12));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(modelsFolder);
        Path temporary = Files.createTempDirectory(modelsFolder, NAME + ".unpacking-");
        try {
            String sha256 = unpack(temporary);
            if (!sha256.equals(SHA256)) {
                throw new IOException(
                        "the shipped speech model is damaged: its SHA-256 is %s, it should be %s. Build Talktrack anew."
                                .formatted(sha256, SHA256));
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(
                    target)) { // else another process was quicker: its copy is as good
                throw e;
            }
        } finally {
            Folders.delete(temporary);
        }
        return target;
    }

    private static String unpack(Path folder) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream resource = StarterModel.class.getResourceAsStream(RESOURCE);
                DigestInputStream in = new DigestInputStream(resource, digest);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String insideModel = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = folder.resolve(insideModel).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(
                            "the speech model's zip names a file outside of it: "
                                    + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
            in.transferTo(
                    java.io.OutputStream
                            .nullOutputStream()); // the zip's directory belongs to the checksum,
            // too
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
