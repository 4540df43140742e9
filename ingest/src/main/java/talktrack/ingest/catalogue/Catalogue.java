package talktrack.ingest.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/**
 * The models that Talktrack knows by name, those for one language from the best to the least.
 * Names, sizes, licences and error rates are their publishers'; whatever is not published is
 * absent.
 */
public final class Catalogue {

    private static final String RESOURCE = "models.json";

    private final List<CatalogueModel> models;

    Catalogue(List<CatalogueModel> models) {
        this.models = List.copyOf(models);
    }

    /** The one that ships with Talktrack. */
    public static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            return new Catalogue(
                    Json.mapper().readValue(in, new TypeReference<List<CatalogueModel>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: the shipped catalogue cannot be read", e);
        }
    }

    public List<CatalogueModel> models() {
        return models;
    }

    public Optional<CatalogueModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * What to offer for a language that has no model of its own yet.
     *
     * @param memoryBytes of the machine: the best models want much
     */
    public Optional<CatalogueModel> fitting(Language language, long memoryBytes) {
        return models.stream()
                .filter(model -> model.language() == language)
                .filter(model -> model.kind().fits(memoryBytes))
                .findFirst();
    }
}
