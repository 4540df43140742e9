package talktrack.api.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.models.events.Json;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/**
 * What was measured of second opinions, in a small file of the data folder. Without a measurement
 * nothing is asked.
 */
public final class Verdicts {

    /** The file's name. */
    public static final String FILE = "second-opinions.json";

    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

    private final Path file;

    public Verdicts(Path data) {
        this.file = data.resolve(FILE);
    }

    private record Kept(List<Verdict> verdicts) {}

    /**
     * The tasks of which this model's opinions are better, each with how certain they are. Read
     * anew each time, so that a running server sees what was measured beside it.
     */
    Map<LabelTask, Double> better(String model, Language language) {
        Map<LabelTask, Double> tasks = new TreeMap<>();
        String classifiers = OwnClassifiers.versionInUse(language);
        for (Verdict one : all()) {
            if (one.isOf(model, OpinionModel.PROMPT, classifiers)
                    && one.language() == language
                    && one.better()) {
                tasks.put(one.task(), one.certainty());
            }
        }
        return tasks;
    }

    /** Everything that was ever measured; nothing when the file is missing or unreadable. */
    List<Verdict> all() {
        try {
            return Json.read(Files.readAllBytes(file), Kept.class).verdicts();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("second opinions wait: unreadable file={}; measure again", file, e);
            return List.of();
        }
    }

    /** Keeps new measurements in place of older ones of the same. */
    void keep(List<Verdict> measured) throws IOException {
        List<Verdict> all = new ArrayList<>(all());
        all.removeIf(old -> measured.stream().anyMatch(one -> one.replaces(old)));
        all.addAll(measured);
        Path temporary = file.resolveSibling(FILE + ".part");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(temporary, Json.bytes(new Kept(all)));
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
