package talktrack.api.roleplay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** The scenarios that ship. */
final class Scenarios {

    private static final Map<Language, List<String>> NAMES =
            Map.of(
                    Language.EN, List.of("clinic-booking", "packaging-line", "payroll-service"),
                    Language.ZH, List.of("crm-xiaoshou", "cangku-wms", "peixun-caigou"));

    private static final List<Scenario> ALL =
            NAMES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(of -> of.getValue().stream().map(name -> read(of.getKey(), name)))
                    .toList();

    private Scenarios() {}

    static List<Scenario> all() {
        return ALL;
    }

    static Optional<Scenario> find(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Scenario read(Language language, String name) {
        String resource = "/talktrack/roleplay/%s/%s.json".formatted(language.id(), name);
        try (InputStream in = Scenarios.class.getResourceAsStream(resource)) {
            return Json.read(in.readAllBytes(), Scenario.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }
}
