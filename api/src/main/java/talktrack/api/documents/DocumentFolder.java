package talktrack.api.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.models.Sha256;

/** Documents as somebody keeps them: files in a folder and its subfolders. */
record DocumentFolder(Path folder) {

    /** Pictures make documents large, not text. */
    static final int LARGEST_BYTES = 50_000_000;

    private static final int DEEPEST = 32;

    /**
     * @param name path below the folder, with {@code /}
     */
    record File(String name, Path path) {

        /**
         * @throws UnreadableDocument when it is larger than {@value #LARGEST_BYTES} bytes or not to
         *     be opened
         */
        byte[] bytes() throws IOException {
            return read(path);
        }

        /** The same name is the same document, whatever it says today. */
        String id() {
            return documentId(name);
        }
    }

    /**
     * What can be read, by name; folders that may not be opened hold nothing.
     *
     * @throws NoSuchFileException when there is no such folder, or nothing in it that can be read
     */
    List<File> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "there is no such folder of documents");
        }
        List<File> files = new ArrayList<>();
        Files.walkFileTree(
                folder,
                EnumSet.noneOf(FileVisitOption.class),
                DEEPEST,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (Files.isRegularFile(file)
                                && DocumentReader.reads(file.getFileName().toString())) {
                            files.add(new File(name(file), file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        if (files.isEmpty()) {
            throw new NoSuchFileException(
                    folder.toString(),
                    null,
                    "holds no %s document".formatted(DocumentReader.formats()));
        }
        files.sort(Comparator.comparing(File::name));
        return files;
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new UnreadableDocument(
                        "it is larger than %d MB: split it".formatted(LARGEST_BYTES / 1_000_000));
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new UnreadableDocument("not allowed to open it");
        }
    }

    static String documentId(String name) {
        return Sha256.hex(name).substring(0, 24);
    }
}
