package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

class AnswerStreamTest {

    @Test
    void whatIsWithdrawnAndWhatIsSaidInItsPlaceComeInOrder() throws Exception {
        assertThat(
                        events(
                                listener -> {
                                    listener.said("It does.");
                                    listener.withdrawn();
                                    listener.said("The documents do not say.");
                                    return reply();
                                }))
                .containsExactly(
                        "event: token",
                        "data: {\"text\":\"It does.\"}",
                        "event: withdrawn",
                        "data: {}",
                        "event: token",
                        "data: {\"text\":\"The documents do not say.\"}",
                        "event: citations",
                        "data: []");
    }

    @Test
    void aPieceIsSentWhileTheNextIsStillBeingMade() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        try (Server server =
                        new Server(
                                listener -> {
                                    listener.said("It does.");
                                    assertThat(seen(heard)).isTrue();
                                    return reply();
                                });
                Stream<String> lines = server.ask()) {
            assertThat(
                            lines.peek(
                                    line -> {
                                        if (line.contains("It does.")) {
                                            heard.countDown();
                                        }
                                    }))
                    .contains("event: done");
        }
    }

    private static boolean seen(CountDownLatch heard) {
        try {
            return heard.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Their lines, until the whole reply. */
    private static List<String> events(Function<Listener, Reply> work) throws Exception {
        try (Server server = new Server(work);
                Stream<String> lines = server.ask()) {
            return lines.filter(line -> !line.isEmpty() && !line.startsWith(":"))
                    .takeWhile(line -> !line.equals("event: done"))
                    .toList();
        }
    }

    private static Reply reply() {
        return new Reply(
                "c",
                "t",
                "Does it?",
                Optional.empty(),
                Language.EN,
                false,
                "The documents do not say.",
                List.of(),
                List.of(),
                Answer.Source.PASSAGES,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static final class Server implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final Javalin javalin;

        Server(Function<Listener, Reply> work) {
            javalin =
                    Javalin.create(
                                    config -> {
                                        config.startup.showJavalinBanner = false;
                                        config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                                        config.routes.post(
                                                "/", ctx -> AnswerStream.send(ctx, work, () -> {}));
                                    })
                            .start("127.0.0.1", 0);
        }

        Stream<String> ask() throws Exception {
            URI url = URI.create("http://127.0.0.1:" + javalin.port() + "/");
            return client.send(
                            HttpRequest.newBuilder(url)
                                    .header("Accept", "text/event-stream")
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofLines())
                    .body();
        }

        @Override
        public void close() {
            client.close();
            javalin.stop();
        }
    }
}
