package talktrack.api.llm;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint that is asked with restraint: what may pass is tried again, what fails again and
 * again is left alone for a while, and no more is asked than the asker is allowed. Thread-safe.
 */
final class GuardedEndpoint {

    private static final Logger log = LoggerFactory.getLogger(GuardedEndpoint.class);
    private static final int RETRIES = 2;
    private static final Duration FIRST_DELAY = Duration.ofMillis(300);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_BAN = Duration.ofHours(1);
    private static final int CHARACTERS_PER_TOKEN = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nobody waits for a stream that has not begun. */
    private static final Duration PATIENCE_OF_LISTENERS = Duration.ofSeconds(2);

    private final Endpoint endpoint;
    private final Clock clock;
    private final CircuitBreaker<Object> breaker =
            CircuitBreaker.builder()
                    .handleIf(GuardedEndpoint::isTheServersFault)
                    .withFailureThreshold(4)
                    .withDelay(Duration.ofSeconds(30))
                    .build();

    /** Whether the server has refused a JSON schema and answered without one. */
    private volatile boolean withoutSchemas;

    /** Whether the server has not streamed what it then answered as a whole. */
    private volatile boolean withoutStreams;

    /** Until when the server has told us to stay away. */
    private volatile Instant notBefore = Instant.MIN;

    /**
     * Who pays for one question.
     *
     * @param spent tokens of all that was sent for it, retries and failures too
     */
    record Account(Allowance allowance, LongAdder spent) {

        Account(Allowance allowance) {
            this(allowance, new LongAdder());
        }

        private void take(Duration patience) {
            allowance.take(patience);
        }

        private void tokens(long count) {
            allowance.tokens(count);
            spent.add(count);
        }
    }

    GuardedEndpoint(Endpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * @param by whose it is
     * @throws LangChain4jException when no whole answer comes
     * @throws FailsafeException when the endpoint is being left alone, or the thread interrupted
     */
    Endpoint.Reply ask(Account by, String instructions, String data, JsonSchema schema) {
        return Failsafe.with(retries(() -> true), breaker)
                .get(
                        () -> {
                            if (withoutSchemas) { // the instructions ask for JSON too
                                return send(by, instructions, data, Optional.empty());
                            }
                            try {
                                return send(by, instructions, data, Optional.of(schema));
                            } catch (InvalidRequestException e) {
                                Endpoint.Reply reply =
                                        send(by, instructions, data, Optional.empty());
                                withoutSchemas = true;
                                log.info("language model without JSON schemas");
                                return reply;
                            }
                        });
    }

    private Endpoint.Reply send(
            Account by, String instructions, String data, Optional<JsonSchema> schema) {
        return counted(
                by,
                instructions.length() + data.length(),
                PATIENCE,
                () -> endpoint.ask(instructions, data, schema));
    }

    /**
     * As {@link Endpoint#stream}; tried again only while nothing has been said. A server that does
     * not stream is asked for the whole, of which the consumer is then told nothing.
     *
     * @throws LangChain4jException when the answer does not come to its end
     * @throws FailsafeException when the endpoint is being left alone, or the thread interrupted
     */
    Endpoint.Reply stream(
            Account by,
            String instructions,
            String data,
            JsonSchema schema,
            Consumer<String> token) {
        if (withoutStreams) {
            return ask(by, instructions, data, schema);
        }
        boolean withoutSchema = withoutSchemas;
        AtomicBoolean begun = new AtomicBoolean();
        Consumer<String> noticed =
                piece -> {
                    begun.set(true);
                    token.accept(piece);
                };
        try {
            return Failsafe.with(retries(() -> !begun.get()), breaker)
                    .get(
                            () ->
                                    counted(
                                            by,
                                            instructions.length() + data.length(),
                                            PATIENCE_OF_LISTENERS,
                                            () ->
                                                    endpoint.stream(
                                                            instructions,
                                                            data,
                                                            Optional.of(schema)
                                                                    .filter(one -> !withoutSchema),
                                                            noticed)));
        } catch (InvalidRequestException | Endpoint.Unfinished e) {
            if (begun.get()) {
                throw e;
            }
            Endpoint.Reply reply = ask(by, instructions, data, schema);
            if (withoutSchema == withoutSchemas) { // else it was the schema that it refused
                withoutStreams = true;
                log.info("language model without streams");
            }
            return reply;
        }
    }

    /**
     * A request that failed without being refused may have been answered, and paid, all the same.
     */
    private Endpoint.Reply counted(
            Account by, int characters, Duration patience, Supplier<Endpoint.Reply> request) {
        if (clock.instant().isBefore(notBefore)) {
            throw new LimitReached("the server's Retry-After");
        }
        by.take(patience);
        try {
            Endpoint.Reply reply = request.get();
            by.tokens(reply.tokens().orElse(tokens(characters + reply.text().length())));
            return reply;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof EndpointHttp.Refused) {
                obey(e);
            } else {
                by.tokens(tokens(characters));
            }
            throw e;
        }
    }

    /** As the server counted them, or as their characters let expect. */
    static long tokens(String instructions, String data, Endpoint.Reply reply) {
        return reply.tokens()
                .orElse(tokens(instructions.length() + data.length() + reply.text().length()));
    }

    private static int tokens(int characters) {
        return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }

    private void obey(RuntimeException refusal) {
        Duration pause = pause(refusal);
        if (pause.compareTo(LONGEST_DELAY) > 0) {
            Duration kept = pause.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : pause;
            notBefore = clock.instant().plus(kept);
            log.warn("language model wants to be left alone seconds={}", kept.toSeconds());
        }
    }

    /** Who asked and went away has not found out anything about the server. */
    private static boolean isTheServersFault(Throwable failure) {
        return failure instanceof LangChain4jException
                && !(failure instanceof InvalidRequestException)
                && !(failure instanceof LimitReached)
                && !(failure.getCause() instanceof InterruptedException);
    }

    /**
     * No retry of a server that has not answered in time, since it is still at work on the first
     * request, nor of one that has ended a stream too early.
     */
    private static RetryPolicy<Object> retries(BooleanSupplier again) {
        return RetryPolicy.builder()
                .handleIf(
                        failure ->
                                failure instanceof RetriableException
                                        && !(failure instanceof TimeoutException)
                                        && !(failure instanceof Endpoint.Unfinished)
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
}
