package talktrack.analysis.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.Folders;
import talktrack.models.labels.Language;

/**
 * Classifiers that were trained with a company's own corrections, in a folder for each language.
 * They count before those that ship, each where there is one, but only for the version of Talktrack
 * that trained them: another one may see other features in the same words.
 */
public final class OwnClassifiers {

    private static final Logger log = LoggerFactory.getLogger(OwnClassifiers.class);

    /** What the shipped classifiers were trained from and by; the same name in both places. */
    private static final String STAMP = "trained-from.sha256";

    private static final String VERSION = "version";
    private static final int STAMP_SHOWN = 8;

    private static final Map<Language, Chosen> CHOSEN = new ConcurrentHashMap<>();

    private final Path folder;

    /**
     * What this process reads a language with.
     *
     * @param folder the language's own
     */
    record Chosen(Path folder, String version) {}

    /**
     * @param folder with a folder for each language that has own classifiers; need not exist
     */
    public OwnClassifiers(Path folder) {
        this.folder = folder;
    }

    /**
     * Has this process read with them until it ends. They are loaded now, so that training and
     * {@code train --reset} beside it change nothing of what it reads and says of it.
     */
    public void choose() {
        for (Language language : Language.values()) {
            of(language)
                    .ifPresent(
                            own -> {
                                CHOSEN.put(language, new Chosen(own, versionIn(own)));
                                Classifiers.of(language);
                            });
        }
    }

    /** The language's own classifiers that this process reads with, if it has some. */
    static Optional<Chosen> inUse(Language language) {
        return Optional.ofNullable(CHOSEN.get(language));
    }

    /** Which classifiers this process reads a language with, own or shipped; loads none. */
    public static String versionInUse(Language language) {
        return inUse(language).map(Chosen::version).orElseGet(OwnClassifiers::shippedVersion);
    }

    private static String shippedVersion() {
        try {
            return "shipped-" + shippedStamp().substring(0, STAMP_SHOWN);
        } catch (IOException e) {
            throw new UncheckedIOException("the stamp cannot be read", e);
        }
    }

    /** The version of a language's own classifiers; empty when those that ship are read with. */
    public Optional<String> version(Language language) {
        return of(language).map(OwnClassifiers::versionIn);
    }

    /** What calls are read with from the server's next start on. */
    public Classifiers next(Language language) {
        return of(language)
                .map(own -> Classifiers.in(language, own))
                .orElseGet(() -> Classifiers.shipped(language));
    }

    /**
     * The version of the one classifier that they have of this name.
     *
     * @param name such as {@code sentiment}
     */
    public String nextVersion(Language language, String name) {
        return file(language, name + ".bin")
                .map(own -> versionIn(own.getParent()))
                .orElseGet(OwnClassifiers::shippedVersion);
    }

    /** A file beside a language's own classifiers, if it is there. */
    public Optional<Path> file(Language language, String name) {
        return of(language).map(own -> own.resolve(name)).filter(Files::exists);
    }

    static Optional<String> versionIfInstalled(Path ofLanguage) {
        return Files.exists(ofLanguage.resolve(VERSION))
                ? Optional.of(versionIn(ofLanguage))
                : Optional.empty();
    }

    private static String versionIn(Path ofLanguage) {
        try {
            return Files.readString(ofLanguage.resolve(VERSION)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the classifiers in %s have no version; remove that folder"
                            .formatted(ofLanguage),
                    e);
        }
    }

    private Optional<Path> of(Language language) {
        Path target = folder.resolve(language.id());
        Path ofLanguage = Files.exists(target) ? target : last(language);
        if (!Files.isDirectory(ofLanguage)) {
            return Optional.empty();
        }
        if (!fits(ofLanguage)) {
            log.warn(
                    "own classifiers were trained by another version and are not used; run talktrack train again folder={}",
                    ofLanguage);
            return Optional.empty();
        }
        return Optional.of(ofLanguage);
    }

    private static boolean fits(Path ofLanguage) {
        try {
            return Files.readString(ofLanguage.resolve(STAMP)).equals(shippedStamp());
        } catch (IOException e) {
            log.warn("own classifiers say not what trained them folder={}", ofLanguage, e);
            return false;
        }
    }

    private static String shippedStamp() throws IOException {
        try (InputStream in =
                OwnClassifiers.class.getResourceAsStream("/talktrack/classifiers/" + STAMP)) {
            if (in == null) {
                throw new IllegalStateException("Bug: the shipped classifiers have no stamp");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Takes classifiers in, beside those of other tasks that are there; a reader sees all of them
     * or none.
     *
     * @param trained a folder with the classifiers' files
     */
    public void install(Language language, Path trained) throws IOException {
        Path next = folder.resolve(language.id() + ".new");
        Path last = last(language);
        Path target = folder.resolve(language.id());
        Folders.delete(next);
        Files.createDirectories(next);
        Optional<Path> present = of(language);
        if (present.isPresent()) {
            copy(present.get(), next);
        }
        copy(trained, next);
        Files.writeString(next.resolve(STAMP), shippedStamp());
        Files.writeString(next.resolve(VERSION), "own-" + hash(next) + "\n");
        if (Files.exists(target)) {
            Folders.delete(last);
            Files.move(target, last, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(last);
    }

    /** Goes back to the classifiers that ship. */
    public void reset(Language language) throws IOException {
        Folders.delete(last(language));
        Folders.delete(folder.resolve(language.id()));
    }

    /** Where those lie that are being replaced; they count until the new ones are in place. */
    private Path last(Language language) {
        return folder.resolve(language.id() + ".old");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String hash(Path ofLanguage) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(ofLanguage)) {
                if (!file.endsWith(VERSION)) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
