package talktrack.api.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.models.events.Json;

/**
 * The configured language model, asked for JSON or for running text. Whatever goes wrong, the
 * answer is just absent: nobody depends on it. Thread-safe.
 */
public final class LanguageModel {

    private static final Logger log = LoggerFactory.getLogger(LanguageModel.class);

    /** Some models think aloud first. */
    private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>");

    private static final int RETRIES = 2;
    private static final Duration FIRST_DELAY = Duration.ofMillis(300);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final String name;

    /** Whether the server has refused a JSON schema and answered without one. */
    private volatile boolean withoutSchemas;

    /** An endpoint that fails again and again is left alone for a while. */
    private final CircuitBreaker<Object> breaker =
            CircuitBreaker.builder()
                    .handleIf(
                            failure ->
                                    failure instanceof LangChain4jException
                                            && !(failure instanceof InvalidRequestException))
                    .withFailureThreshold(4)
                    .withDelay(Duration.ofSeconds(30))
                    .build();

    /**
     * What was streamed.
     *
     * @param text all tokens together
     * @param untilFirst from asking to the first token
     * @param whole from asking to the end
     */
    public record Streamed(String text, Duration untilFirst, Duration whole) {}

    private LanguageModel(Endpoint endpoint, String name) {
        this.endpoint = endpoint;
        this.name = name;
    }

    /**
     * The model that the configuration names, or empty when it names none. Does not connect yet.
     *
     * @throws IllegalArgumentException with a sentence for people, when the address is not on this
     *     machine or in a private network and remote ones are not allowed
     */
    public static Optional<LanguageModel> of(Config.Llm config) {
        if (config.provider() == Config.Llm.Provider.NONE) {
            return Optional.empty();
        }
        check(config);
        return Optional.of(new LanguageModel(new Endpoint(config), config.model()));
    }

    /** As pages name it beside its words. */
    public String name() {
        return name;
    }

    /**
     * Asks once for a JSON object.
     *
     * @param instructions fixed words of ours
     * @param data what the instructions speak of; foreign text stands in here and only here
     * @param schema of the answer
     * @return empty when the model fails, is cut off, or answers anything else
     */
    public <T> Optional<T> ask(String instructions, Object data, JsonSchema schema, Class<T> type) {
        String what = schema.name();
        long start = System.nanoTime();
        try {
            Endpoint.Reply reply =
                    Failsafe.with(retries(() -> true), breaker)
                            .get(() -> whole(instructions, Json.text(data), schema));
            log(what, reply, start);
            return reply.cutOff() ? nothing(what, "cut off") : read(reply.text(), what, type);
        } catch (LangChain4jException | FailsafeException e) {
            return nothing(what, e.getClass().getSimpleName());
        }
    }

    /**
     * Asks once for running text and hands on each token as it comes, in the caller's thread.
     * Nothing has looked at the tokens: whoever shows them checks them first.
     *
     * @param instructions fixed words of ours
     * @param data what the instructions speak of; foreign text stands in here and only here
     * @param token gets pieces of text in order; what it throws ends the request and reaches the
     *     caller. Interrupting the thread ends the request, too
     * @return empty when the model fails or is cut off: what the consumer has got until then is no
     *     answer
     */
    public Optional<Streamed> stream(String instructions, Object data, Consumer<String> token) {
        Streaming streaming = new Streaming(token);
        try {
            Endpoint.Reply reply =
                    Failsafe.with(retries(() -> !streaming.begun()), breaker)
                            .get(() -> endpoint.stream(instructions, Json.text(data), streaming));
            log("stream", reply, streaming.startNanos);
            return reply.cutOff() || !streaming.begun()
                    ? nothing("stream", reply.cutOff() ? "cut off" : "empty")
                    : Optional.of(streaming.streamed());
        } catch (LangChain4jException | FailsafeException e) {
            return nothing("stream", e.getClass().getSimpleName());
        }
    }

    /** Keeps and times what it hands on. */
    private static final class Streaming implements Consumer<String> {
        private final Consumer<String> token;
        private final StringBuilder text = new StringBuilder();
        private final long startNanos = System.nanoTime();
        private long firstNanos;

        Streaming(Consumer<String> token) {
            this.token = token;
        }

        @Override
        public void accept(String piece) {
            if (text.isEmpty()) {
                firstNanos = System.nanoTime();
            }
            text.append(piece);
            token.accept(piece);
        }

        boolean begun() {
            return !text.isEmpty();
        }

        Streamed streamed() {
            return new Streamed(
                    text.toString(),
                    Duration.ofNanos(firstNanos - startNanos),
                    Duration.ofNanos(System.nanoTime() - startNanos));
        }
    }

    /** A server that has not answered in time is still at work on the first request: no retry. */
    private static RetryPolicy<Object> retries(BooleanSupplier again) {
        return RetryPolicy.builder()
                .handleIf(
                        failure ->
                                failure instanceof RetriableException
                                        && !(failure instanceof TimeoutException)
                                        && pause(failure).compareTo(LONGEST_DELAY) <= 0
                                        && again.getAsBoolean())
                .withMaxRetries(RETRIES)
                .withDelayFn(
                        context ->
                                pause(context.getLastException())
                                        .multipliedBy(context.getAttemptCount()))
                .build();
    }

    /** As long as the server wants, or as we like when it does not say. */
    private static Duration pause(Throwable failure) {
        return failure.getCause() instanceof EndpointHttp.Refused refused
                ? refused.retryAfter().orElse(FIRST_DELAY)
                : FIRST_DELAY;
    }

    private Endpoint.Reply whole(String instructions, String data, JsonSchema schema) {
        if (withoutSchemas) { // the instructions ask for JSON too
            return endpoint.ask(instructions, data, Optional.empty());
        }
        try {
            return endpoint.ask(instructions, data, Optional.of(schema));
        } catch (InvalidRequestException e) {
            Endpoint.Reply reply = endpoint.ask(instructions, data, Optional.empty());
            withoutSchemas = true;
            log.info("language model without JSON schemas model={}", name);
            return reply;
        }
    }

    /** Reads the outermost braces, since models like to put fences or a greeting around them. */
    private <T> Optional<T> read(String text, String what, Class<T> type) {
        String said = THOUGHTS.matcher(text).replaceFirst("");
        int from = said.indexOf('{');
        int to = said.lastIndexOf('}');
        if (from < 0 || to < from) {
            return nothing(what, "no JSON");
        }
        try {
            return Optional.ofNullable(Json.mapper().readValue(said.substring(from, to + 1), type));
        } catch (JsonProcessingException e) {
            return nothing(what, "malformed JSON");
        }
    }

    private void log(String what, Endpoint.Reply reply, long startNanos) {
        log.info(
                "language model answered model={} what={} milliseconds={} tokens={} cut-off={}",
                name,
                what,
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis(),
                reply.tokens().isPresent() ? reply.tokens().getAsInt() : "?",
                reply.cutOff());
    }

    private <T> Optional<T> nothing(String what, String cause) {
        log.warn("language model gave nothing usable model={} what={} cause={}", name, what, cause);
        return Optional.empty();
    }

    /**
     * Checks the settings without asking the model.
     *
     * @throws IllegalArgumentException with what is wrong and how to mend it
     */
    public static void check(Config.Llm config) {
        if (config.provider() != Config.Llm.Provider.NONE) {
            EndpointAddress.check(config);
        }
    }
}
