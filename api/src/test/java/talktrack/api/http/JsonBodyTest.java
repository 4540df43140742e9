package talktrack.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

class JsonBodyTest {

    private static final int MOST = 200;

    private static Javalin server;

    record Part(Language language) {}

    record Wish(LocalDate day, List<Part> parts, Size size) {}

    record Size(int metres) {
        Size {
            if (metres < 0) {
                throw new IllegalArgumentException("metres is below 0");
            }
        }
    }

    @BeforeAll
    static void start() {
        server =
                Javalin.create(
                                config -> {
                                    ProblemAnswers.addTo(config.routes);
                                    config.routes.post(
                                            "/wish",
                                            ctx ->
                                                    ctx.result(
                                                            JsonBody.read(
                                                                            ctx,
                                                                            Wish.class,
                                                                            MOST,
                                                                            "Send a wish.")
                                                                    .toString()));
                                })
                        .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void whatNobodyKnowsIsIgnored() throws Exception {
        assertThat(post("{\"day\": \"2027-01-31\", \"colour\": \"red\"}").body())
                .isEqualTo("Wish[day=2027-01-31, parts=null, size=null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"day\": \"31.1.\"} | `day` cannot be '31.1.'.",
                "{\"parts\": [{}, {\"language\": \"fr\"}]} | `parts[1].language` cannot be 'fr' but one of en, zh.",
                "{\"parts\": 3} | `parts` is of another form.",
                "{\"size\": {\"metres\": -1}} | `size` is not right, metres is below 0.",
                "[] | it is of another form.",
                "null | it is null.",
                "^^ | it is empty.",
            })
    void whatIsWrongIsSaidWithoutAWordOfJava(String body, String what) throws Exception {
        assertThat(problem(post(body), 400))
                .isEqualTo("The body is not the JSON that belongs here: " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"{\"day\": |", "day=2027-01-31 |"})
    void whatIsNoJsonIsTheSendersMistake(String body) throws Exception {
        assertThat(problem(post(body), 400))
                .startsWith("The body is not the JSON that belongs here: ")
                .doesNotContain("talktrack.", "java.", "[Source");
    }

    @Test
    void aBodyOverItsLimitIsTooLong() throws Exception {
        assertThat(problem(post("{\"day\": \"%s\"}".formatted("x".repeat(MOST))), 413))
                .isEqualTo("The body has more than 200 bytes.");
    }

    private static HttpResponse<String> post(String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + server.port() + "/wish"))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        return Json.mapper().readTree(answer.body()).path("detail").asText();
    }
}
