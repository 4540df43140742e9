package talktrack.api.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import talktrack.api.Config;
import talktrack.models.events.Json;

/** A language model's server on this machine, speaking OpenAI's protocol and Ollama's. */
public final class ScriptedModel implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private record Reply(int status, String content, String end, boolean silent) {}

    public ScriptedModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, true));
        server.createContext("/api/chat", exchange -> answer(exchange, false));
        server.start();
    }

    /** The next request gets this; the last one said is repeated. */
    public ScriptedModel says(String content) {
        return add(new Reply(200, content, "stop", false));
    }

    public ScriptedModel isCutOffAfter(String content) {
        return add(new Reply(200, content, "length", false));
    }

    public ScriptedModel fails(int status) {
        return add(new Reply(status, "", "", false));
    }

    public ScriptedModel neverAnswers() {
        return add(new Reply(200, "", "", true));
    }

    private synchronized ScriptedModel add(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** Bodies of what was asked. */
    public List<String> requests() {
        return requests;
    }

    public Config.Llm config(Config.Llm.Provider provider) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Config.Llm(
                provider,
                URI.create(provider == Config.Llm.Provider.OPENAI ? address + "/v1" : address),
                "scripted",
                "",
                false,
                Duration.ofSeconds(1));
    }

    public LanguageModel model() {
        return LanguageModel.of(config(Config.Llm.Provider.OPENAI)).orElseThrow();
    }

    private void answer(HttpExchange exchange, boolean openAi) throws IOException {
        try (exchange) {
            requests.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = next();
            if (reply.silent()) {
                closed.await();
                return;
            }
            byte[] body =
                    reply.status() == 200
                            ? Json.bytes(openAi ? openAi(reply) : ollama(reply))
                            : "{\"error\":{\"message\":\"scripted\"}}"
                                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply next() {
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    private static Map<String, Object> openAi(Reply reply) {
        return Map.of(
                "id",
                "1",
                "model",
                "scripted",
                "choices",
                List.of(
                        Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", reply.content()),
                                "finish_reason",
                                reply.end())),
                "usage",
                Map.of("prompt_tokens", 3, "completion_tokens", 2, "total_tokens", 5));
    }

    private static Map<String, Object> ollama(Reply reply) {
        return Map.of(
                "model",
                "scripted",
                "message",
                Map.of("role", "assistant", "content", reply.content()),
                "done",
                true,
                "done_reason",
                reply.end(),
                "prompt_eval_count",
                3,
                "eval_count",
                2);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
