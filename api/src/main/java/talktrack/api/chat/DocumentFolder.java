package talktrack.api.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Documents as somebody keeps them: files in a folder and its subfolders. */
record DocumentFolder(Path folder) {

    /**
     * @param name path below the folder, with {@code /}
     */
    record File(String name, Path path) {

        byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }

        /** The same name is the same document, whatever it says today. */
        String id() {
            return documentId(name);
        }
    }

    /**
     * What can be read, by name.
     *
     * @throws NoSuchFileException when there is no such folder, or nothing in it that can be read
     */
    List<File> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "there is no such folder of documents");
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths =
                    all.filter(Files::isRegularFile)
                            .filter(path -> Passages.reads(path.getFileName().toString()))
                            .sorted()
                            .toList();
        }
        if (paths.isEmpty()) {
            throw new NoSuchFileException(
                    folder.toString(), null, "holds no .md, .txt or .html document");
        }
        List<File> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new File(folder.relativize(path).toString().replace('\\', '/'), path));
        }
        return files;
    }

    static String documentId(String name) {
        return sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }
}
