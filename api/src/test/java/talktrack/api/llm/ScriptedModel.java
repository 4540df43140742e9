package talktrack.api.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import talktrack.api.Config;
import talktrack.models.events.Json;

/**
 * A language model's server on this machine, speaking OpenAI's protocol and Ollama's, whole and
 * streamed. It does what the script says, also what no server should.
 */
public final class ScriptedModel implements AutoCloseable {

    /** No limits and no cache. */
    static final Config.Llm.Limits UNLIMITED = new Config.Llm.Limits(0, 0, 0, 0, 0, 0);

    private static final int DRIP_MILLISECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private enum Way {
        WHOLE,
        /** Takes the request and says nothing. */
        SILENT,
        /** Says half of it and then nothing more. */
        STALLS,
        /** Says half of it and closes the connection. */
        BREAKS,
        /** Says half of it and ends properly, but without saying that this is the end. */
        FADES,
        /** Says it again and again. */
        ENDLESS,
        /** Says it letter by letter and then blanks, slowly, for as long as anybody listens. */
        DRIPS,
        /** Says it and nothing around it. */
        BARE
    }

    /**
     * @param content made from the request's body
     */
    private record Reply(
            int status, UnaryOperator<String> content, String end, Way way, String retryAfter) {
        static Reply of(String content, String end, Way way) {
            return new Reply(200, request -> content, end, way, "");
        }
    }

    /**
     * Throws nothing checked, so that a test's field holds it, to be closed by {@code @AutoClose}.
     */
    public ScriptedModel() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, true));
        server.createContext("/api/chat", exchange -> answer(exchange, false));
        server.createContext(
                "/v1/models",
                exchange -> list(exchange, Map.of("data", List.of(Map.of("id", "scripted")))));
        server.createContext(
                "/api/tags",
                exchange ->
                        list(
                                exchange,
                                Map.of("models", List.of(Map.of("name", "scripted:latest")))));
        server.start();
    }

    /** The next request gets this; the last one said is repeated. */
    public ScriptedModel says(String content) {
        return add(Reply.of(content, "stop", Way.WHOLE));
    }

    /** Answers with what it makes of the request's body. */
    public ScriptedModel answers(UnaryOperator<String> content) {
        return add(new Reply(200, content, "stop", Way.WHOLE, ""));
    }

    public ScriptedModel isCutOffAfter(String content) {
        return add(Reply.of(content, "length", Way.WHOLE));
    }

    public ScriptedModel fails(int status) {
        return add(new Reply(status, request -> "", "", Way.WHOLE, ""));
    }

    public ScriptedModel wantsAPause(int seconds) {
        return add(new Reply(429, request -> "", "", Way.WHOLE, String.valueOf(seconds)));
    }

    public ScriptedModel neverAnswers() {
        return add(Reply.of("", "", Way.SILENT));
    }

    public ScriptedModel stallsIn(String content) {
        return add(Reply.of(content, "", Way.STALLS));
    }

    public ScriptedModel breaksOff(String content) {
        return add(Reply.of(content, "", Way.BREAKS));
    }

    public ScriptedModel fadesOut(String content) {
        return add(Reply.of(content, "", Way.FADES));
    }

    public ScriptedModel neverEnds(String content) {
        return add(Reply.of(content, "", Way.ENDLESS));
    }

    /** Never pauses for long, and never comes to an end. */
    public ScriptedModel drips(String content) {
        return add(Reply.of(content, "", Way.DRIPS));
    }

    /** Answers 200 with this body, which is none of the protocol's. */
    public ScriptedModel speaksOddly(String body) {
        return add(Reply.of(body, "", Way.BARE));
    }

    private synchronized ScriptedModel add(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** Bodies of what has been asked until now: what is asked meanwhile changes nothing in it. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many answers the other side did not want to hear to their end. */
    public int brokenOff() {
        return broken.get();
    }

    public Config.Llm config(Config.Llm.Provider provider) {
        return config(provider, Duration.ofSeconds(20));
    }

    public Config.Llm config(Config.Llm.Provider provider, Duration timeout) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Config.Llm(
                provider,
                URI.create(provider == Config.Llm.Provider.OPENAI ? address + "/v1" : address),
                "scripted",
                "",
                false,
                timeout,
                8192,
                UNLIMITED,
                false);
    }

    public LanguageModel model() {
        return model(config(Config.Llm.Provider.OPENAI));
    }

    /** Gives up a silent server after two seconds. */
    public LanguageModel impatientModel() {
        return model(config(Config.Llm.Provider.OPENAI, Duration.ofSeconds(2)));
    }

    /** Keeps nothing on disk. */
    static LanguageModel model(Config.Llm config) {
        return LanguageModel.of(config, Optional.empty(), Clock.systemUTC(), Set::of).orElseThrow();
    }

    private void answer(HttpExchange exchange, boolean openAi) throws IOException {
        try (exchange) {
            String request =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(request);
            Reply reply = next();
            if (reply.way() == Way.SILENT) {
                closed.await();
                return;
            }
            if (reply.status() != 200) {
                refuse(exchange, reply);
            } else if (reply.way() == Way.BARE) {
                byte[] body = reply.content().apply(request).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } else if (Json.mapper().readTree(request).path("stream").asBoolean()) {
                stream(exchange, reply, reply.content().apply(request), openAi);
            } else {
                whole(exchange, reply, reply.content().apply(request), openAi);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void list(HttpExchange exchange, Object models) throws IOException {
        try (exchange) {
            byte[] body = Json.bytes(models);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void refuse(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        byte[] body = "{\"error\":{\"message\":\"scripted\"}}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private void whole(HttpExchange exchange, Reply reply, String content, boolean openAi)
            throws IOException, InterruptedException {
        byte[] body =
                Json.bytes(openAi ? openAi(content, reply.end()) : ollama(content, reply.end()));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean ends = reply.way() != Way.ENDLESS && reply.way() != Way.DRIPS;
        exchange.sendResponseHeaders(200, ends ? body.length : 0);
        OutputStream out = exchange.getResponseBody();
        switch (reply.way()) {
            case STALLS -> {
                out.write(body, 0, body.length / 2);
                out.flush();
                closed.await();
            }
            case BREAKS -> out.write(body, 0, body.length / 2);
            case ENDLESS -> repeat(out, body);
            case DRIPS -> drip(out, new String(body, StandardCharsets.UTF_8), ScriptedModel::bytes);
            default -> out.write(body);
        }
    }

    private void stream(HttpExchange exchange, Reply reply, String content, boolean openAi)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders()
                .add("Content-Type", openAi ? "text/event-stream" : "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        if (reply.way() == Way.DRIPS) {
            drip(out, content, letter -> chunk(letter, openAi));
            return;
        }
        List<String> tokens = content.isEmpty() ? List.of() : List.of(content.split("(?<= )"));
        boolean all = reply.way() == Way.WHOLE;
        for (String token : all ? tokens : tokens.subList(0, (tokens.size() + 1) / 2)) {
            out.write(chunk(token, openAi));
            out.flush();
        }
        switch (reply.way()) {
            case STALLS -> closed.await();
            case BREAKS -> throw new IOException("scripted"); // no last chunk: a broken connection
            case ENDLESS -> repeat(out, chunk(content, openAi));
            case WHOLE -> out.write(last(reply.end(), openAi));
            default -> {}
        }
    }

    private void repeat(OutputStream out, byte[] bytes) {
        try {
            while (true) {
                out.write(bytes);
                out.flush();
            }
        } catch (IOException e) {
            broken.incrementAndGet(); // what is waited for: the other side has gone
        }
    }

    private void drip(OutputStream out, String content, Function<String, byte[]> written)
            throws InterruptedException {
        try {
            for (int i = 0; !closed.await(DRIP_MILLISECONDS, TimeUnit.MILLISECONDS); i++) {
                out.write(written.apply(i < content.length() ? content.substring(i, i + 1) : " "));
                out.flush();
            }
        } catch (IOException e) {
            broken.incrementAndGet();
        }
    }

    private static byte[] chunk(String token, boolean openAi) {
        return bytes(
                openAi
                        ? event(List.of(Map.of("index", 0, "delta", said(token))), Map.of())
                        : line(ollama(token, Map.of("done", false))));
    }

    private static byte[] last(String end, boolean openAi) {
        if (!openAi) {
            return bytes(line(ollama("", end)));
        }
        String finish =
                event(
                        List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", end)),
                        Map.of());
        return bytes(finish + event(List.of(), Map.of("usage", USAGE)) + "data: [DONE]\n\n");
    }

    private static String event(List<Object> choices, Map<String, Object> more) {
        return "data: " + Json.text(openAi(choices, more)) + "\n\n";
    }

    private static String line(Object value) {
        return Json.text(value) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Reply next() {
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    private static final Map<String, Integer> USAGE =
            Map.of("prompt_tokens", 3, "completion_tokens", 2, "total_tokens", 5);

    private static Map<String, Object> openAi(String content, String end) {
        return openAi(
                List.of(Map.of("index", 0, "message", said(content), "finish_reason", end)),
                Map.of("usage", USAGE));
    }

    private static Map<String, Object> openAi(List<Object> choices, Map<String, Object> more) {
        Map<String, Object> answer = new HashMap<>(more);
        answer.putAll(Map.of("id", "1", "model", "scripted", "choices", choices));
        return answer;
    }

    private static Map<String, Object> ollama(String content, String end) {
        return ollama(
                content,
                Map.of("done", true, "done_reason", end, "prompt_eval_count", 3, "eval_count", 2));
    }

    private static Map<String, Object> ollama(String content, Map<String, Object> more) {
        Map<String, Object> answer = new HashMap<>(more);
        answer.putAll(Map.of("model", "scripted", "message", said(content)));
        return answer;
    }

    private static Map<String, Object> said(String content) {
        return Map.of("role", "assistant", "content", content);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
