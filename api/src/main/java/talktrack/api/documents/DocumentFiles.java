package talktrack.api.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.http.Problem;
import talktrack.models.Folders;
import talktrack.models.events.Document;

/** The bytes of all versions of the server's documents, in a folder. */
record DocumentFiles(Path store) {

    /**
     * Where bytes are kept: {@code id/version/name}, and {@code id/name} before there were
     * versions.
     */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{24}/.*");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /** File systems take 255; a Chinese character is three of them. */
    private static final int LONGEST_NAME_BYTES = 240;

    DocumentFiles {
        store = store.toAbsolutePath().normalize();
    }

    /** Whether the bytes were put there by us, not by somebody's hand. */
    static boolean ours(String location) {
        return OURS.matcher(location).matches();
    }

    /**
     * The last part of a name, whatever folders it pretends to be in.
     *
     * @throws IllegalArgumentException when it is no name of a document
     * @throws Problem 400 when it is too long for a file
     */
    static String fileName(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1).strip();
        boolean wrong =
                last.startsWith(".")
                        || last.chars().anyMatch(Character::isISOControl)
                        || !DocumentReader.reads(last);
        if (wrong) {
            throw new IllegalArgumentException(
                    "'%s' is not the name of a %s document"
                            .formatted(last, DocumentReader.formats()));
        }
        if (last.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            throw new Problem(
                    400,
                    "document-name-too-long",
                    "The document's name is too long",
                    "The file's name is longer than %d bytes.".formatted(LONGEST_NAME_BYTES),
                    "Give it a name of at most %d letters, or %d Chinese characters."
                            .formatted(LONGEST_NAME_BYTES, LONGEST_NAME_BYTES / 3));
        }
        return last;
    }

    /**
     * @return where the bytes lie now, relative to the folder
     */
    String keep(String id, int version, String fileName, byte[] bytes) throws IOException {
        String location = location(id, version, fileName);
        Path file = store.resolve(location);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(".part"); // names by hand may be as long as can be
        Files.write(temporary, bytes);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        return location;
    }

    /** Where a version's bytes are kept. */
    static String location(String id, int version, String name) {
        return "%s/%d/%s".formatted(id, version, name.substring(name.lastIndexOf('/') + 1));
    }

    byte[] read(String location) throws IOException {
        return DocumentFolder.read(file(location));
    }

    boolean exists(String location) throws IOException {
        return Files.exists(file(location));
    }

    /**
     * Whether a document's file is surely gone. A disk that is not there must not look like one
     * that somebody has emptied: so the file's folder is there and, where a hand had put the file,
     * our copy of it.
     */
    boolean gone(Document document) throws IOException {
        String location = document.location();
        Path file = file(location);
        return Files.notExists(file)
                && Files.isDirectory(file.getParent())
                && (ours(location)
                        || exists(location(document.documentId(), document.version(), location)));
    }

    /** Never outside the folder, whatever an event says. */
    private Path file(String location) throws IOException {
        Path file = store.resolve(location).normalize();
        if (!file.startsWith(store)) {
            throw new UnreadableDocument("its location is outside the folder of documents");
        }
        return file;
    }

    /**
     * What no record speaks of.
     *
     * @param versions locations of versions of known documents, like {@code id/3}
     * @param documents ids of documents that nobody knows
     */
    record Leftovers(List<String> versions, List<String> documents) {}

    /**
     * Finds what was put there by us and no record speaks of.
     *
     * @param versions numbers of each known document's versions
     */
    Leftovers leftovers(Map<String, Set<Integer>> versions) throws IOException {
        List<String> unsaid = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (Path folder : foldersIn(store)) {
            String id = folder.getFileName().toString();
            if (ours(id + "/") && !versions.containsKey(id)) {
                strangers.add(id);
            } else if (ours(id + "/")) {
                for (Path version : foldersIn(folder)) {
                    String number = version.getFileName().toString();
                    if (NUMBER.matcher(number).matches()
                            && !versions.get(id).contains(Integer.valueOf(number))) {
                        unsaid.add(id + "/" + number);
                    }
                }
            }
        }
        return new Leftovers(unsaid, strangers);
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Removes all versions, and the file that a hand put there. */
    void remove(String id, String location) throws IOException {
        Files.deleteIfExists(file(location));
        removeVersions(id);
    }

    /**
     * Removes what was put there by us.
     *
     * @param id of a document: all its versions; or the location of one
     */
    void removeVersions(String id) throws IOException {
        Path folder = file(id);
        if (Files.isDirectory(folder)) {
            Folders.delete(folder);
        }
    }
}
