package talktrack.api.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.ingest.catalogue.Bytes;
import talktrack.ingest.catalogue.Catalogue;
import talktrack.ingest.catalogue.CatalogueModel;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/** What can be had, what is there, what is in use. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists speech models: in use, installed, and those that can be installed by name.",
        footer = {
            "",
            "Word error rates are in percent, as the models' publisher measured them on its test sets."
        })
final class ModelsListCommand implements Callable<Integer> {

    /** Where a model stands. */
    enum State implements Label {
        IN_USE,
        INSTALLED,
        AVAILABLE,
        BROKEN
    }

    /**
     * A row.
     *
     * @param bytes on disk when installed, else to fetch; absent where nobody says
     * @param flaw why it cannot be used, or empty
     */
    record Row(
            String name,
            State state,
            String language,
            OptionalLong bytes,
            String licence,
            String wordErrorRate,
            String checksum,
            String flaw) {}

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Row> rows = rows(ModelsFolder.installed(data));
        if (json) {
            new JsonOutput(false).print(Json.mapper().valueToTree(rows));
            return 0;
        }
        TextTable table =
                new TextTable("model", "language", "state", "size", "licence", "word error rate %");
        for (Row row : rows) {
            table.row(
                    row.name(),
                    row.language(),
                    row.state().id().replace('-', ' '),
                    row.bytes().isPresent() ? Bytes.text(row.bytes().getAsLong()) : "?",
                    row.licence(),
                    row.wordErrorRate().isEmpty() ? "not published" : row.wordErrorRate());
        }
        System.out.print(table);
        for (Row row : rows) {
            if (!row.flaw().isEmpty()) {
                System.out.printf("  %s cannot be used: %s.%n", row.name(), row.flaw());
            }
        }
        return 0;
    }

    private static List<Row> rows(InstalledModels models) throws IOException {
        List<Row> rows = new ArrayList<>();
        Catalogue catalogue = Catalogue.shipped();
        for (Language language : Language.values()) {
            byHand(models, language).ifPresent(rows::add);
        }
        if (models.chosen(Language.EN).isEmpty()) {
            rows.add(
                    new Row(
                            StarterModel.NAME,
                            State.IN_USE,
                            Language.EN.id(),
                            OptionalLong.empty(),
                            "BSD-2-Clause",
                            "",
                            "",
                            ""));
        }
        List<InstalledModels.Installed> installed = models.all();
        for (InstalledModels.Installed model : installed) {
            rows.add(row(model, models, catalogue.find(model.name())));
        }
        catalogue.models().stream()
                .filter(known -> installed.stream().noneMatch(m -> m.name().equals(known.name())))
                .map(
                        known ->
                                new Row(
                                        known.name(),
                                        State.AVAILABLE,
                                        known.language().id(),
                                        known.downloadBytes(),
                                        known.licence(),
                                        known.wordErrorRate(),
                                        checksum(Optional.of(known)),
                                        ""))
                .forEach(rows::add);
        return rows;
    }

    private static Row row(
            InstalledModels.Installed model, InstalledModels models, Optional<CatalogueModel> known)
            throws IOException {
        String used = model.usedFor().stream().map(Language::id).collect(Collectors.joining(", "));
        Optional<String> flaw = models.flaw(model.name());
        return new Row(
                model.name(),
                flaw.isPresent() ? State.BROKEN : used.isEmpty() ? State.INSTALLED : State.IN_USE,
                used.isEmpty() ? known.map(found -> found.language().id()).orElse("") : used,
                OptionalLong.of(model.bytes()),
                known.map(CatalogueModel::licence).orElse("?"),
                known.map(CatalogueModel::wordErrorRate).orElse(""),
                checksum(known),
                flaw.orElse(""));
    }

    /** A folder or link that somebody put there without our commands. */
    private static Optional<Row> byHand(InstalledModels models, Language language)
            throws IOException {
        Optional<String> name = models.nameInUse(language);
        if (models.chosen(language).isEmpty() || models.isOurs(language)) {
            return Optional.empty();
        }
        String flaw = models.flaw(language).orElse("");
        return Optional.of(
                new Row(
                        "models/%s (%s, put there by hand)"
                                .formatted(language.id(), name.orElseThrow()),
                        flaw.isEmpty() ? State.IN_USE : State.BROKEN,
                        language.id(),
                        OptionalLong.empty(),
                        "?",
                        "",
                        "",
                        flaw));
    }

    private static String checksum(Optional<CatalogueModel> known) {
        return known.flatMap(CatalogueModel::checksum).map(Object::toString).orElse("");
    }
}
