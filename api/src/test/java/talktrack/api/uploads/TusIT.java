package talktrack.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;

/** Uploads by the tus protocol, whole and in pieces, against a real server. */
class TusIT {

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
    void theServerSaysWhatItSpeaks() throws Exception {
        HttpResponse<String> answer =
                server.send(
                        server.request("/api/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Tus-Version")).isEqualTo("1.0.0");
        assertThat(header(answer, "Tus-Extension")).isEqualTo("creation,termination,expiration");
        assertThat(header(answer, "Tus-Max-Size"))
                .isEqualTo(String.valueOf(TestServer.MAX_UPLOAD_BYTES));
    }

    @Test
    void aFileInOnePieceBecomesACallAsAnyUpload() throws Exception {
        byte[] file = "Ann: how are you\nBob: fine\n".getBytes(UTF_8);
        String place = begun(file.length, "Tus Whole");

        HttpResponse<String> answer = append(place, 0, file);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Upload-Offset")).isEqualTo(String.valueOf(file.length));
        String call = header(answer, "Talktrack-Call");
        var page = server.json("/api/calls/" + call);
        assertThat(page.path("customer").asText()).isEqualTo("湖街诊所");
        assertThat(page.path("fileName").asText()).isEqualTo("walk.txt");
        assertThat(server.uploaded("Ann: how are you\nBob: fine\n", "Tus Whole"))
                .as("the same bytes by the form")
                .isEqualTo(call);
        assertThat(header(state(place), "Talktrack-Call"))
                .as("for a client that lost the answer")
                .isEqualTo(call);
        String id = place.substring(place.lastIndexOf('/') + 1);
        assertThat(server.data().resolve("unfinished-uploads").resolve(id + ".bytes"))
                .as("the bytes lie in the recording store now")
                .doesNotExist();
    }

    @Test
    void whatACutConnectionHasBroughtCounts() throws Exception {
        byte[] file = text(300_000);
        String place = begun(file.length, "Tus Cut");
        try (Socket socket = new Socket("127.0.0.1", server.api().url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    """
                    PATCH %s HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Authorization: Bearer %s\r
                    Tus-Resumable: 1.0.0\r
                    Upload-Offset: 0\r
                    Content-Type: application/offset+octet-stream\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(
                                    place,
                                    server.api().url().getPort(),
                                    server.token(),
                                    file.length)
                            .getBytes(UTF_8));
            out.write(file, 0, 200_000);
            out.flush();
            await().until(() -> header(state(place), "Upload-Offset").equals("200000"));

            HttpResponse<String> wrong = append(place, 100_000, file);
            assertThat(wrong.statusCode()).isEqualTo(409);
        } // and now the connection breaks off

        server.restartApi();

        assertThat(header(state(place), "Upload-Offset")).isEqualTo("200000");
        HttpResponse<String> answer =
                append(place, 200_000, Arrays.copyOfRange(file, 200_000, file.length));
        String call = header(answer, "Talktrack-Call");
        Path kept = server.data().resolve("recordings").resolve(call).resolve("original");
        assertThat(kept).hasBinaryContent(file);
    }

    @Test
    void aRequestThatHangsDoesNotKeepANewOneOut() throws Exception {
        byte[] file = text(100_000);
        String place = begun(file.length, "Tus Hang");
        try (Socket hanging = new Socket("127.0.0.1", server.api().url().getPort())) {
            hanging.getOutputStream()
                    .write(
                            ("PATCH %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 100000\r\n\r\nAnn"
                                            .formatted(
                                                    place,
                                                    server.api().url().getPort(),
                                                    server.token()))
                                    .getBytes(UTF_8));
            await().until(() -> header(state(place), "Upload-Offset").equals("3"));

            HttpResponse<String> answer =
                    append(place, 3, Arrays.copyOfRange(file, 3, file.length));

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(header(answer, "Talktrack-Call")).isNotEmpty();
        }
    }

    @Test
    void whatACrashLeftWholeBecomesACallAtTheNextStart() throws Exception {
        byte[] file = text(1_000);
        String place = begun(file.length, "Tus Crash");
        String id = place.substring(place.lastIndexOf('/') + 1);
        Files.write(
                server.data().resolve("unfinished-uploads").resolve(id + ".bytes"),
                file,
                StandardOpenOption.TRUNCATE_EXISTING);

        server.restartApi();

        await().until(() -> server.json("/api/calls?rep=tus-crash").path("items").size() == 1);
    }

    @Test
    void whatIsGivenUpIsGone() throws Exception {
        String place = begun(10, "Tus Gone");

        assertThat(server.send(tus(place).DELETE()).statusCode()).isEqualTo(204);

        assertThat(state(place).statusCode()).isEqualTo(404);
        assertThat(append(place, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(server.send(tus(place).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeTakenIsRefusedAtOnce() throws Exception {
        assertThat(create(TestServer.MAX_UPLOAD_BYTES + 1, "Ann").statusCode()).isEqualTo(413);
        assertThat(create(0, "Ann").statusCode()).isEqualTo(400);
        assertThat(create(5, "").statusCode()).as("no rep").isEqualTo(400);
        assertThat(
                        server.send(server.request("/api/uploads").POST(BodyPublishers.noBody()))
                                .statusCode())
                .as("no version")
                .isEqualTo(412);
        HttpResponse<String> garbled =
                server.send(
                        tus("/api/uploads")
                                .header("Upload-Length", "5")
                                .header("Upload-Metadata", "rep %%%")
                                .POST(BodyPublishers.noBody()));
        assertThat(garbled.statusCode()).isEqualTo(400);

        String place = begun(5, "Tus Wrong");
        assertThat(append(place, 0, new byte[6]).statusCode()).as("more than said").isEqualTo(400);
        assertThat(
                        server.send(
                                        tus(place)
                                                .header("Upload-Offset", "0")
                                                .method("PATCH", BodyPublishers.ofString("12345")))
                                .statusCode())
                .as("another content type")
                .isEqualTo(415);
        assertThat(state("/api/uploads/..%2f..%2ftoken").statusCode()).isNotEqualTo(200);
        HttpResponse<String> foreign =
                server.send(
                        tus("/api/uploads")
                                .header("Origin", "http://evil.example")
                                .POST(BodyPublishers.noBody()));
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    private static String begun(long length, String rep) throws Exception {
        HttpResponse<String> answer = create(length, rep);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(header(answer, "Upload-Expires")).endsWith("GMT");
        return header(answer, "Location");
    }

    private static HttpResponse<String> create(long length, String rep) throws Exception {
        return server.send(
                tus("/api/uploads")
                        .header("Upload-Length", String.valueOf(length))
                        .header(
                                "Upload-Metadata",
                                "filename %s,rep %s,customer %s"
                                        .formatted(base64("walk.txt"), base64(rep), base64("湖街诊所")))
                        .POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> append(String place, long offset, byte[] bytes)
            throws Exception {
        return server.send(
                tus(place)
                        .header("Upload-Offset", String.valueOf(offset))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    private static HttpResponse<String> state(String place) throws Exception {
        return server.send(tus(place).method("HEAD", BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder tus(String path) throws Exception {
        return server.request(path).header("Tus-Resumable", "1.0.0");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static byte[] text(int bytes) {
        return "Ann: and then we walked on and on\n"
                .repeat(bytes / 34 + 1)
                .substring(0, bytes)
                .getBytes(UTF_8);
    }
}
