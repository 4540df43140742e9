package talktrack.ingest.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.Folders;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/**
 * The models in {@code DIR/models}: each in a folder of its name, and per language a link {@code
 * en} or {@code zh} to the one in use. A language's folder put there by hand counts as in use, too.
 */
public final class InstalledModels {

    /**
     * @param usedFor languages that it hears now
     */
    public record Installed(String name, long bytes, List<Language> usedFor) {}

    private final Path folder;

    /**
     * @param folder {@code DIR/models}; need not exist
     */
    public InstalledModels(Path folder) {
        this.folder = folder;
    }

    /** Where a model of this name lies or would lie. */
    Path place(String name) {
        return folder.resolve(name);
    }

    Path folder() {
        return folder;
    }

    public boolean has(String name) {
        return ModelNames.allowed(name) && Files.isDirectory(place(name));
    }

    /** All of them by name, without the starter. */
    public List<Installed> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Installed> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && ModelNames.allowed(name)
                        && !name.contains(ModelInstaller.UNPACKING)) {
                    found.add(new Installed(name, bytes(entry), usedFor(name)));
                }
            }
        }
        return found;
    }

    /**
     * What somebody chose for a language: the entry in the models' folder, which may be broken.
     * Empty: nobody chose, so English has the starter.
     */
    public Optional<Path> chosen(Language language) {
        Path entry = folder.resolve(language.id());
        return Files.exists(entry, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(entry)
                : Optional.empty();
    }

    /** The name that transcripts will show for a language: of the real folder, or the starter's. */
    public Optional<String> nameInUse(Language language) throws IOException {
        Optional<Path> entry = chosen(language);
        if (entry.isPresent()) {
            Path place = entry.get();
            return Optional.of(
                    (Files.exists(place) ? place.toRealPath() : place).getFileName().toString());
        }
        return language == Language.EN ? Optional.of(StarterModel.NAME) : Optional.empty();
    }

    /** Whether a language's choice leads to a model in this folder, as {@link #use} makes it. */
    public boolean isOurs(Language language) throws IOException {
        return all().stream().anyMatch(model -> model.usedFor().contains(language));
    }

    /** The files of all chosen models together. */
    public long bytesInUse() throws IOException {
        long sum = 0;
        for (Language language : Language.values()) {
            Optional<Path> entry = chosen(language);
            if (entry.isPresent() && Files.isDirectory(entry.get())) {
                sum += bytes(entry.get().toRealPath());
            }
        }
        return sum;
    }

    /** Why an installed model cannot be used, as the end of a sentence. */
    public Optional<String> flaw(String name) throws IOException {
        return ModelFolder.flaw(place(name));
    }

    /** Why the chosen model of a language cannot be used, as the end of a sentence. */
    public Optional<String> flaw(Language language) throws IOException {
        Optional<Path> entry = chosen(language);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return Files.exists(entry.get())
                ? ModelFolder.flaw(entry.get())
                : Optional.of("it is a link that leads nowhere");
    }

    /**
     * Makes a model the one that hears a language, from the next call on. {@code starter-en} gives
     * English back to the starter.
     */
    public void use(Language language, String name) throws ModelProblem, IOException {
        Path entry = folder.resolve(language.id());
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            throw new ModelProblem(
                    "%s is a folder that was put there by hand, and would be lost. Give it its model's name first (mv %s %s), then choose again."
                            .formatted(
                                    entry,
                                    entry,
                                    folder.resolve("my-" + language.id() + "-model")));
        }
        if (name.equals(StarterModel.NAME)) {
            if (language != Language.EN) {
                throw new ModelProblem("The starter model hears English only.");
            }
            Files.deleteIfExists(entry);
            return;
        }
        Path model = known(name);
        Optional<Language> hears = Catalogue.shipped().find(name).map(CatalogueModel::language);
        if (hears.isPresent() && hears.get() != language) {
            throw new ModelProblem(
                    "%s does not hear this language: it is a model for %s."
                            .formatted(name, hears.get().id()));
        }
        Optional<String> flaw = ModelFolder.flaw(model);
        if (flaw.isPresent()) {
            throw new ModelProblem(
                    "%s cannot be used: %s. Remove it and install it again."
                            .formatted(name, flaw.get()));
        }
        Path temporary = folder.resolve(language.id() + ".new");
        Files.deleteIfExists(temporary);
        Files.createSymbolicLink(temporary, Path.of(name));
        Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Deletes a model.
     *
     * @param evenInUse also one that hears a language, which then has the starter or nothing
     */
    public void remove(String name, boolean evenInUse) throws ModelProblem, IOException {
        Path model = known(name);
        List<Language> languages = usedFor(name);
        if (!languages.isEmpty() && !evenInUse) {
            throw new ModelProblem(
                    "%s hears %s now. Choose another model for it first, or remove it all the same with --even-in-use."
                            .formatted(name, languages.getFirst().id()));
        }
        for (Language language : languages) {
            Files.delete(folder.resolve(language.id()));
        }
        // First out of sight in one step: a half-deleted model never has a model's name.
        Path going = folder.resolve(name + ModelInstaller.UNPACKING + "going");
        Folders.delete(going);
        Files.move(model, going, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(going);
    }

    private Path known(String name) throws ModelProblem, IOException {
        if (!has(name)) {
            String installed = String.join(", ", all().stream().map(Installed::name).toList());
            throw new ModelProblem(
                    "There is no model %s in %s. %s"
                            .formatted(
                                    name,
                                    folder,
                                    installed.isEmpty()
                                            ? "None is installed yet: talktrack models install NAME."
                                            : "Installed: " + installed + "."));
        }
        return place(name);
    }

    private List<Language> usedFor(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> leadsTo(folder.resolve(language.id()), place(name)))
                .sorted(Comparator.comparing(Language::id))
                .toList();
    }

    private static boolean leadsTo(Path link, Path model) {
        try {
            return Files.isSymbolicLink(link) && Files.isSameFile(link, model);
        } catch (IOException e) {
            return false; // it leads nowhere
        }
    }

    private static long bytes(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
