package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import co.elastic.clients.elasticsearch._types.Refresh;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.documents.office.OfficeFiles;
import talktrack.api.http.TestServer;
import talktrack.models.events.Json;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;

/** The knowledge base over HTTP, with a real Kafka, Elasticsearch and reader. */
class DocumentsIT {

    @TempDir static Path temporary;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aReplacedDocumentStaysReadableAndAnswersCiteTheVersion() throws Exception {
        String id =
                added("versions.md", "# Fees\n\nDock costs 390 euros.\n\n# Terms\n\nMonthly.\n");
        change(id, "{\"expires\": \"2999-01-01\", \"reviewedBy\": \"Dana\"}");
        JsonNode second =
                body(
                        server.document(
                                "/api/documents/" + id + "/versions",
                                "versions.docx",
                                OfficeFiles.docx("Fees", "Dock costs 450 euros.", List.of())));
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("versions")).hasSize(2);
        assertThat(second.path("expires").asText()).isEqualTo("2999-01-01");
        assertThat(second.path("reviewedBy").isTextual()).isFalse();
        awaitIndexed(id);
        await(() -> found("Dock", Audience.INTERNAL).contains("versions.docx 2 0"));
        assertThat(server.get("/api/documents/" + id + "/versions/1").body()).contains("390");
        assertThat(server.json("/api/documents/" + id + "/versions/1/passages/1").path("text"))
                .hasToString("\"Monthly.\"");
        JsonNode text = server.json("/api/documents/" + id + "/versions/2/passages");
        assertThat(text.path("passages").path(0).path("text").asText()).contains("450");
        assertThat(server.get("/api/documents/" + id + "/versions/3").statusCode()).isEqualTo(404);
    }

    @Test
    void customersFindOnlyWhatIsPublicAndNobodyWhatExpired() throws Exception {
        String id = added("audience.md", "# Trial\n\nThe zeppelin trial takes thirty days.\n");
        assertThat(found("zeppelin", Audience.INTERNAL)).contains("audience.md 1 0");
        assertThat(found("zeppelin", Audience.PUBLIC)).isEmpty();
        change(id, "{\"audience\": \"public\"}");
        await(() -> found("zeppelin", Audience.PUBLIC).contains("audience.md 1 0"));
        JsonNode expired = body(change(id, "{\"expires\": \"2020-01-01\"}"));
        assertThat(expired.path("expired").asBoolean()).isTrue();
        assertThat(found("zeppelin", Audience.INTERNAL)).isEmpty();
        JsonNode reviewed = body(change(id, "{\"expires\": \"\", \"reviewedBy\": \"Dana\"}"));
        assertThat(reviewed.path("reviewedBy").asText()).isEqualTo("Dana");
        await(() -> !found("zeppelin", Audience.PUBLIC).isEmpty());
        change(id, "{\"audience\": \"internal\"}");
        assertThat(found("zeppelin", Audience.PUBLIC)).isEmpty();
        assertThat(change(id, "{\"expires\": \"soon\"}").statusCode()).isEqualTo(400);
        assertThat(change(id, "{\"audience\": \"all\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void anExpiryThatIsTakenBackIsGone() {
        PassageIndex index = PassageIndex.temporary(server.index(), "taken-back");
        try {
            Passage passage = new Passage("a.md", "", "Text.", Language.EN, List.of("Text."));
            Optional<LocalDate> past = Optional.of(LocalDate.of(2020, 1, 1));
            index.replace(
                    "id", "hash", List.of(passage), new Standing(Audience.PUBLIC, past, past));
            Standing taken = new Standing(Audience.PUBLIC, past, Optional.empty());
            assertThat(index.restate("id", taken)).isTrue();
            assertThat(index.first("id", "hash").orElseThrow().standing()).isEqualTo(taken);
        } finally {
            index.drop();
        }
    }

    @Test
    void aRemovedDocumentLeavesNothing() throws Exception {
        String id = added("gone.md", "# Zither\n\nThe zither is out of stock.\n");
        Path folder = server.data().resolve("documents").resolve(id);
        assertThat(folder).exists();
        assertThat(server.send(server.request("/api/documents/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(folder).doesNotExist();
        assertThat(found("zither", Audience.INTERNAL)).isEmpty();
        assertThat(server.get("/api/documents/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void theBytesOfARemovedDocumentGoAlsoWhenTheServerEndedBefore() throws Exception {
        String id = added("rest.md", "# Rest\n\nNothing rests.\n");
        server.send(server.request("/api/documents/" + id).DELETE());
        Path left = server.data().resolve("documents").resolve(id).resolve("1/rest.md");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "what a crash left");
        server.restartApi();
        await(() -> !Files.exists(server.data().resolve("documents").resolve(id)));
    }

    @Test
    void whatNoDocumentRefersToIsRemovedOrTold() throws Exception {
        String id = added("flute.md", "# Flute\n\nA flute.\n");
        Path store = server.data().resolve("documents");
        Path unsaid = store.resolve(id).resolve("2/flute.md");
        Files.createDirectories(unsaid.getParent());
        Files.writeString(unsaid, "kept, and then the server died");
        Path strange = store.resolve("0".repeat(24)).resolve("1/whose.md");
        Files.createDirectories(strange.getParent());
        Files.writeString(strange, "nobody knows");
        server.restartApi();
        assertThat(unsaid).doesNotExist();
        assertThat(store.resolve(id).resolve("1/flute.md")).exists();
        assertThat(strange).exists();
        assertThat(server.json("/api/status").path("components").findValuesAsText("detail"))
                .anyMatch(detail -> detail.contains("1 folders of files belong to no document"));
    }

    @Test
    void passagesThatAreMissingAreIndexedAnew() throws Exception {
        String id =
                added("whole.md", "# Lute\n\nA lute.\n\n# Lyre\n\nA lyre.\n\n# Harp\n\nA harp.\n");
        lose(id + "-0"); // it is written last, so that indexing was cut off
        server.restartApi();
        await(() -> found("lute", Audience.INTERNAL).contains("whole.md 1 0"));
        lose(id + "-1");
        assertThat(found("lyre", Audience.INTERNAL)).isEmpty();
        change(id, "{\"audience\": \"public\"}");
        await(() -> found("lyre", Audience.PUBLIC).contains("whole.md 1 1"));
    }

    private static void lose(String passage) {
        server.index()
                .send(
                        es ->
                                es.delete(
                                        d ->
                                                d.index("talktrack-passages")
                                                        .id(passage)
                                                        .refresh(Refresh.True)));
    }

    @Test
    void whatCannotBeReadIsRefusedAndWhatIsThereStays() throws Exception {
        String id = added("stays.md", "# Terms\n\nCancel in a month.\n");
        HttpResponse<String> refused =
                server.document(
                        "/api/documents/" + id + "/versions",
                        "stays.pdf",
                        "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("cannot be read");
        assertThat(server.json("/api/documents/" + id).path("version").asInt()).isEqualTo(1);
        assertThat(server.document("/api/documents", "evil.exe", new byte[9]).statusCode())
                .isEqualTo(400);
        JsonNode harmless =
                body(server.document("/api/documents", "../../up.md", bytes("# Up\n\nUp.")));
        assertThat(harmless.path("name").asText()).isEqualTo("up.md");
    }

    @Test
    void theFolderIsTakenInAtTheStart() throws Exception {
        Path folder = server.data().resolve("documents");
        Files.writeString(
                folder.resolve("by-hand.md"),
                "---\naudience: public\n---\n# Xylophones\n\nWe sell xylophones.\n");
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 broken");
        server.restartApi();
        await(() -> found("xylophones", Audience.PUBLIC).contains("by-hand.md 1 0"));
        await(() -> state("broken.pdf").path("state").asText().equals("unreadable"));
        assertThat(state("broken.pdf").path("problem").asText()).contains("damaged");
        String id = state("by-hand.md").path("id").asText();
        assertThat(
                        server.document("/api/documents/" + id + "/versions", "a.md", bytes("a"))
                                .statusCode())
                .isEqualTo(409);
        Files.writeString(folder.resolve("by-hand.md"), "# Xylophones\n\nNo more xylophones.\n");
        server.restartApi();
        await(() -> state("by-hand.md").path("version").asInt() == 2);
        assertThat(server.get("/api/documents/" + id + "/versions/1").body()).contains("We sell");
        Files.delete(folder.resolve("by-hand.md"));
        server.restartApi();
        await(() -> !Files.exists(folder.resolve(id)));
        assertThat(server.get("/api/documents/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void documentsOnADiskThatIsNotThereStayWithAllTheirVersions() throws Exception {
        String id = added("tuba.md", "# Tuba\n\nA tuba.\n");
        body(
                server.document(
                        "/api/documents/" + id + "/versions", "tuba.md", bytes("# Tuba\n\nTwo.")));
        Path folder = server.data().resolve("documents");
        Files.writeString(folder.resolve("bassoon.md"), "# Bassoon\n\nA bassoon.\n");
        server.restartApi();
        await(() -> state("bassoon.md").path("state").asText().equals("indexed"));
        Path away = server.data().resolve("away");
        Files.move(folder, away);
        server.restartApi(); // which makes an empty folder, as a mount point is one
        assertThat(folder).isEmptyDirectory();
        assertThat(state("tuba.md").path("versions")).hasSize(2);
        assertThat(state("bassoon.md").path("version").asInt()).isEqualTo(1);
        Files.delete(folder);
        Files.move(away, folder);
        server.restartApi();
        awaitIndexed(id);
        assertThat(server.get("/api/documents/" + id + "/versions/1").body()).contains("A tuba");
        assertThat(folder.resolve("bassoon.md")).exists();
        await(() -> state("bassoon.md").path("state").asText().equals("indexed"));
    }

    private static JsonNode state(String name) throws Exception {
        for (JsonNode one : server.json("/api/documents").path("documents")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return Json.mapper().missingNode();
    }

    private static String added(String name, String text) throws Exception {
        HttpResponse<String> answer = server.document("/api/documents", name, bytes(text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = body(answer).path("id").asText();
        awaitIndexed(id);
        return id;
    }

    private static void awaitIndexed(String id) throws Exception {
        await(() -> server.json("/api/documents/" + id).path("state").asText().equals("indexed"));
    }

    private static HttpResponse<String> change(String id, String change) throws Exception {
        return server.send(
                server.request("/api/documents/" + id)
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));
    }

    /** Document, version and number of the passages that hold the word. */
    private static List<String> found(String word, Audience audience) {
        return server
                .documents()
                .passages(audience)
                .byWords(List.of(word), Language.EN, 10)
                .hits()
                .stream()
                .map(hit -> hit.source().passage())
                .map(one -> "%s %d %d".formatted(one.document(), one.version(), one.number()))
                .toList();
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
