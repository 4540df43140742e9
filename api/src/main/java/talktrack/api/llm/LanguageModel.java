package talktrack.api.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.failsafe.FailsafeException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.models.events.Json;

/**
 * The configured language model, asked for JSON. Whatever goes wrong, the answer is just absent:
 * nobody depends on it. A model elsewhere is sent no secrets and no names of known people.
 * Thread-safe.
 */
public final class LanguageModel {

    private static final Logger log = LoggerFactory.getLogger(LanguageModel.class);

    /** Some models think aloud first. */
    private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>");

    private static final String ABOUT_MARKS = Prompt.read("masked-1");

    private final Config.Llm config;
    private final GuardedEndpoint endpoint;
    private final Allowance allowance;
    private final AnswerCache cache;
    private final Supplier<Set<String>> people;
    private final String name;

    /** What is sent, and what puts masked words back. */
    private record Asked(String instructions, String data, Optional<MaskedText> mask) {

        String restored(String answer) {
            return mask.map(one -> one.restoreJson(answer)).orElse(answer);
        }
    }

    private LanguageModel(
            Config.Llm config, Optional<Path> data, Clock clock, Supplier<Set<String>> people) {
        this.config = config;
        this.people = people;
        this.name = nameBesideWords(config);
        this.cache =
                new AnswerCache(
                        data.map(folder -> folder.resolve("llm-cache")),
                        config.limits().cacheMegabytes() << 20);
        this.endpoint = new GuardedEndpoint(new Endpoint(config), clock);
        this.allowance = new Allowance(config.limits(), data, clock);
    }

    private LanguageModel(LanguageModel same, Allowance allowance) {
        this.config = same.config;
        this.people = same.people;
        this.name = same.name;
        this.cache = same.cache;
        this.endpoint = same.endpoint;
        this.allowance = allowance;
    }

    /**
     * The same model for visitors of the widget: they use up this share of its limits, and leave
     * the rest to the team.
     *
     * @param ratio 0…1, more than 0
     */
    public LanguageModel forVisitors(double ratio) {
        return new LanguageModel(this, allowance.ofVisitors(ratio));
    }

    /**
     * The model that the configuration names, or empty when it names none. Keeps counts and answers
     * in the data folder. Does not connect yet.
     *
     * @param people names that a model elsewhere must not be told
     * @throws IllegalArgumentException with a sentence for people, when the address is not on this
     *     machine or in a private network and remote ones are not allowed
     */
    public static Optional<LanguageModel> of(Config config, Supplier<Set<String>> people) {
        return of(config.llm(), Optional.of(config.data()), Clock.system(config.zone()), people);
    }

    static Optional<LanguageModel> of(
            Config.Llm config, Optional<Path> data, Clock clock, Supplier<Set<String>> people) {
        check(config);
        return config.provider() == Config.Llm.Provider.NONE
                ? Optional.empty()
                : Optional.of(new LanguageModel(config, data, clock, people));
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

    /** Whether what is sent leaves this machine and its private network. */
    public static boolean isRemote(Config.Llm config) {
        return config.provider() != Config.Llm.Provider.NONE
                && !EndpointAddress.isPrivate(config.baseUrl());
    }

    /** As pages name it beside its words: {@code qwen3:4b}, elsewhere {@code gpt-x @ host}. */
    public String name() {
        return name;
    }

    private static String nameBesideWords(Config.Llm config) {
        return isRemote(config)
                ? config.model() + " @ " + config.baseUrl().getHost()
                : config.model();
    }

    /**
     * Asks once for a JSON object.
     *
     * @param instructions fixed words of ours
     * @param data what the instructions speak of; foreign text stands in here and only here
     * @param schema of the answer
     * @return empty when the model fails, is cut off, or answers anything else, or when a limit is
     *     reached
     */
    public <T> Optional<T> ask(String instructions, Object data, JsonSchema schema, Class<T> type) {
        return askCounted(instructions, data, schema, type).answer();
    }

    /**
     * An answer and what it took.
     *
     * @param tokens in and out, as the day's limit counts them; 0 when the answer was kept from
     *     before or none came
     */
    public record Counted<T>(Optional<T> answer, long tokens) {}

    /** The same as {@link #ask}, with what it took. */
    public <T> Counted<T> askCounted(
            String instructions, Object data, JsonSchema schema, Class<T> type) {
        return answer(
                instructions,
                data,
                schema,
                type,
                (asked, by) -> endpoint.ask(by, asked.instructions(), asked.data(), schema));
    }

    /**
     * The same as {@link #ask}, and hands on what there is of the answer, in the caller's thread,
     * each time that one more object in a list of it is whole. Nothing has looked at that: whoever
     * shows it checks it first. It may never be the answer, and an answer that was kept, or comes
     * from a server that does not stream, comes as a whole only.
     *
     * @param soFar what it throws ends the request and reaches the caller. Interrupting the thread
     *     ends the request, too
     */
    public <T> Optional<T> stream(
            String instructions, Object data, JsonSchema schema, Class<T> type, Consumer<T> soFar) {
        return answer(
                        instructions,
                        data,
                        schema,
                        type,
                        (asked, by) ->
                                endpoint.stream(
                                        by,
                                        asked.instructions(),
                                        asked.data(),
                                        schema,
                                        new GrowingJson(
                                                part ->
                                                        part(asked.restored(part), type)
                                                                .ifPresent(soFar))))
                .answer();
    }

    private <T> Counted<T> answer(
            String instructions,
            Object data,
            JsonSchema schema,
            Class<T> type,
            BiFunction<Asked, GuardedEndpoint.Account, Endpoint.Reply> server) {
        String what = schema.name();
        long start = System.nanoTime();
        GuardedEndpoint.Account account = new GuardedEndpoint.Account(allowance);
        try {
            Asked asked = asked(instructions, data);
            String request = request(asked, schema.toString());
            Optional<String> kept = cache.find(request);
            if (kept.isPresent()) {
                log.info("language model's answer was kept model={} what={}", name, what);
                return new Counted<>(read(asked.restored(kept.get()), what, type), 0);
            }
            Endpoint.Reply reply = server.apply(asked, account);
            log(what, reply, start);
            long tokens = GuardedEndpoint.tokens(asked.instructions(), asked.data(), reply);
            if (reply.cutOff()) {
                return new Counted<>(nothing(what, "cut off"), tokens);
            }
            Optional<T> answer = read(asked.restored(reply.text()), what, type);
            answer.ifPresent(good -> cache.keep(request, reply.text()));
            return new Counted<>(answer, tokens);
        } catch (LangChain4jException | FailsafeException e) {
            log.warn(
                    "language model failed model={} what={} milliseconds={} tokens={} cause={}",
                    name,
                    what,
                    milliseconds(start),
                    account.spent(),
                    cause(e));
            return new Counted<>(Optional.empty(), 0);
        }
    }

    private Asked asked(String instructions, Object data) {
        if (!isRemote(config)) {
            return new Asked(instructions, Json.text(data), Optional.empty());
        }
        try {
            MaskedText mask = new MaskedText(Json.mapper().valueToTree(data), people.get());
            return new Asked(instructions + ABOUT_MARKS, mask.text(), Optional.of(mask));
        } catch (InterruptedException e) {
            throw Endpoint.interrupted(e);
        }
    }

    /** All that an answer depends on. */
    private String request(Asked asked, String form) {
        return String.join(
                "\0",
                config.provider().name(),
                config.baseUrl().toString(),
                config.model(),
                form,
                asked.instructions(),
                asked.data());
    }

    private <T> Optional<T> read(String text, String what, Class<T> type) {
        Optional<String> json = jsonIn(text);
        if (json.isEmpty()) {
            return nothing(what, "no JSON");
        }
        try {
            return Optional.ofNullable(Json.mapper().readValue(json.get(), type));
        } catch (JsonProcessingException e) {
            return nothing(what, "malformed JSON");
        }
    }

    private static <T> Optional<T> part(String json, Class<T> type) {
        try {
            return Optional.ofNullable(Json.mapper().readValue(json, type));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // the whole will tell
        }
    }

    /**
     * The outermost braces, since models like to put thoughts, fences or a greeting around them.
     */
    static Optional<String> jsonIn(String text) {
        String said = THOUGHTS.matcher(text).replaceFirst("");
        int from = said.indexOf('{');
        int to = said.lastIndexOf('}');
        return from < 0 || to < from ? Optional.empty() : Optional.of(said.substring(from, to + 1));
    }

    private void log(String what, Endpoint.Reply reply, long startNanos) {
        log.info(
                "language model answered model={} what={} milliseconds={} tokens={} cut-off={}",
                name,
                what,
                milliseconds(startNanos),
                reply.tokens().isPresent() ? reply.tokens().getAsInt() : "?",
                reply.cutOff());
    }

    private static long milliseconds(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }

    /** Never the message of anything but ours: servers like to repeat what they were asked. */
    private static String cause(RuntimeException failure) {
        return failure instanceof LimitReached limit
                ? "limit of " + limit.getMessage()
                : failure.getClass().getSimpleName();
    }

    private <T> Optional<T> nothing(String what, String cause) {
        log.warn("language model gave nothing usable model={} what={} cause={}", name, what, cause);
        return Optional.empty();
    }
}
