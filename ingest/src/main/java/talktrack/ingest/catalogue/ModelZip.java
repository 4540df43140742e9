package talktrack.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip that is said to hold one Vosk model, in a folder of any name and depth: publishers' zips
 * have it at the top, Android archives below {@code assets}. Nothing in it is trusted: what the
 * directory declares is checked before anything is written, and held to while writing.
 */
final class ModelZip implements AutoCloseable {

    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 20L << 30;

    /** Real models shrink to a third; a file of zeros to a thousandth. */
    private static final long MOST_GROWTH = 100;

    private static final long GROWTH_COUNTS_FROM_BYTES = 10 << 20;
    private static final List<String> MARKS = List.of("am/final.mdl", "final.mdl");

    private final Path file;
    private final ZipFile zip;
    private final String root;
    private final List<ZipArchiveEntry> entries;

    private ModelZip(Path file, ZipFile zip) throws ModelProblem, IOException {
        this.file = file;
        this.zip = zip;
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        checkDeclared(all);
        root = root(all).orElseThrow(() -> refused("there is no Vosk model in it (no final.mdl)"));
        entries =
                all.stream()
                        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(root))
                        .toList();
    }

    static ModelZip open(Path file) throws ModelProblem, IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelProblem(
                    "%s is no whole zip file (%s). Fetch it again."
                            .formatted(file.getFileName(), e.getMessage()),
                    e);
        }
        try {
            return new ModelZip(file, zip);
        } catch (ModelProblem | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What unpacking will write. */
    long unpackedBytes() {
        return entries.stream().mapToLong(ZipArchiveEntry::getSize).sum();
    }

    /** Writes the model's files into an empty folder, checking each against its CRC. */
    void unpack(Path folder, DiskSpace disk, InstallProgress progress)
            throws ModelProblem, IOException {
        long total = unpackedBytes();
        long done = 0;
        byte[] buffer = new byte[1 << 16];
        for (ZipArchiveEntry entry : entries) {
            Path target = target(folder, entry);
            Files.createDirectories(target.getParent());
            CRC32 crc = new CRC32();
            long left = entry.getSize();
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(target)) {
                for (int read = read(entry, in, buffer);
                        read >= 0;
                        read = read(entry, in, buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw refused(entry.getName() + " is larger than it says");
                    }
                    crc.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                    disk.wrote(read);
                    done += read;
                    progress.at(InstallProgress.Step.UNPACKING, done, total);
                }
            }
            if (left != 0 || crc.getValue() != entry.getCrc()) {
                throw refused(entry.getName() + " is damaged in it");
            }
        }
    }

    private int read(ZipArchiveEntry entry, InputStream in, byte[] into)
            throws ModelProblem, IOException {
        try {
            return in.read(into);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw refused("%s cannot be read in it (%s)".formatted(entry.getName(), e));
        }
    }

    private void checkDeclared(List<ZipArchiveEntry> all) throws ModelProblem, IOException {
        if (all.size() > MOST_FILES) {
            throw refused("it has %d files".formatted(all.size()));
        }
        long bytes = 0;
        for (ZipArchiveEntry entry : all) {
            String name = entry.getName();
            if (entry.isUnixSymlink()) {
                throw refused(name + " is a link");
            }
            if (name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || List.of(name.split("/")).contains("..")) {
                throw refused("'%s' leads out of the folder".formatted(name));
            }
            if (!zip.canReadEntryData(entry)) {
                throw refused(name + " is packed in an unusual way or encrypted");
            }
            if (entry.getSize() < 0 || entry.getSize() > MOST_BYTES) {
                throw refused(name + " declares no sensible size");
            }
            bytes += entry.getSize();
        }
        long packed = Files.size(file);
        if (bytes > MOST_BYTES
                || (bytes > GROWTH_COUNTS_FROM_BYTES && bytes / MOST_GROWTH > packed)) {
            throw refused(
                    "it would unpack from %s to %s"
                            .formatted(Bytes.text(packed), Bytes.text(bytes)));
        }
    }

    /** The folder of the model inside, with its slash, or nothing where the zip is the model. */
    private static Optional<String> root(List<ZipArchiveEntry> all) {
        for (String mark : MARKS) {
            Optional<String> found =
                    all.stream()
                            .map(ZipArchiveEntry::getName)
                            .filter(name -> name.equals(mark) || name.endsWith("/" + mark))
                            .map(name -> name.substring(0, name.length() - mark.length()))
                            .min((a, b) -> Integer.compare(a.length(), b.length()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Path target(Path folder, ZipArchiveEntry entry) throws ModelProblem {
        Path target = folder.resolve(entry.getName().substring(root.length())).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw refused("'%s' leads out of the folder".formatted(entry.getName()));
        }
        return target;
    }

    private ModelProblem refused(String why) {
        return new ModelProblem(
                "%s was not unpacked: %s. Use the file as its publisher offers it."
                        .formatted(file.getFileName(), why));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
