package talktrack.ingest.catalogue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import talktrack.models.labels.Language;

/** Which model to offer on this machine, and the command that installs it. */
public final class ModelOffer {

    private ModelOffer() {}

    /** The model for a language that fits this machine; every language has one in the catalogue. */
    public static CatalogueModel fitting(Language language) {
        return Catalogue.shipped().fitting(language, memoryBytes()).orElseThrow();
    }

    /** Languages that have nothing, or only the starter. */
    public static List<CatalogueModel> open(InstalledModels models) {
        return Arrays.stream(Language.values())
                .filter(language -> models.chosen(language).isEmpty())
                .map(ModelOffer::fitting)
                .toList();
    }

    /**
     * What to type to have the fitting model of a language installed and used.
     *
     * @param modelsFolder {@code DIR/models}
     */
    public static String command(Language language, Path modelsFolder) {
        return command(fitting(language), modelsFolder);
    }

    public static String command(CatalogueModel model, Path modelsFolder) {
        String data = String.valueOf(modelsFolder.toAbsolutePath().getParent());
        return "talktrack models install %s --use --data %s"
                .formatted(model.name(), data.matches("[\\w/.+-]+") ? data : "'" + data + "'");
    }

    private static long memoryBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }
}
