package talktrack.api.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.api.Config;
import talktrack.models.corpora.ShippedTalkTracks;
import talktrack.models.events.Json;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * Tries the configured language model, and says what works and what to do about the rest. Sends
 * nothing but its own words; costs a few thousand tokens, which no limit counts.
 */
public final class EndpointCheck {

    private static final String INSTRUCTIONS = Prompt.read("check-1");

    /** The largest request that Talktrack makes: instructions, three long passages, a question. */
    private static final int ENOUGH_TOKENS = 4_000;

    private static final int LARGEST_TOKENS = 16_000;
    private static final int FIRST_TOKENS = 1_000;
    private static final String CODE_WORD = "marmalade";

    /** A short English word and a space are about one token. */
    private static final String FILLER = "tea ";

    private static final String NO_STREAM =
            "Talktrack's chat shows its answers all at once then, not sentence by sentence; look"
                    + " for streaming in the server's manual.";

    private static final JsonSchema SCHEMA = schema("check", "answer");

    private static final String FITTING =
            "The text is a script, a question to ask then, and why. Write all three anew for a"
                    + " customer who types every order twice and finds the price too high, as long"
                    + " as they are. Answer in JSON,"
                    + " {\"text\": \"...\", \"nextQuestion\": \"...\", \"why\": \"...\"}.";

    private static final JsonSchema SUGGESTION =
            schema("suggestion", "text", "nextQuestion", "why");

    private final Config.Llm config;
    private final Endpoint endpoint;
    private final List<Finding> findings = new ArrayList<>();
    private boolean takesSchemas = true;
    private OptionalDouble secondsToFirstToken = OptionalDouble.empty();
    private OptionalDouble tokensPerSecond = OptionalDouble.empty();
    private OptionalInt contextTokens = OptionalInt.empty();

    /** How well something works. */
    public enum Level implements Label {
        OK,
        /** Talktrack does without. */
        NOTE,
        /** Without this the model is of no use. */
        WRONG
    }

    /**
     * @param found one sentence
     * @param cure what to do, or empty
     */
    public record Finding(Level level, String subject, String found, String cure) {}

    /**
     * @param contextTokens the longest request, in about as many tokens, of which the model still
     *     knew the beginning
     */
    public record Report(
            String model,
            String address,
            boolean remote,
            List<Finding> findings,
            OptionalDouble secondsToFirstToken,
            OptionalDouble tokensPerSecond,
            OptionalInt contextTokens) {

        /** Whether the model can be used. */
        public boolean usable() {
            return findings.stream().noneMatch(one -> one.level() == Level.WRONG);
        }
    }

    private static JsonSchema schema(String name, String... fields) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder().required(fields);
        for (String field : fields) {
            object.addStringProperty(field);
        }
        return JsonSchema.builder().name(name).rootElement(object.build()).build();
    }

    private EndpointCheck(Config.Llm config) {
        this.config = config;
        this.endpoint = new Endpoint(config);
    }

    /**
     * Takes from a second to minutes, as fast as the model is.
     *
     * @throws IllegalArgumentException with a sentence for people, when the settings are wrong
     */
    public static Report of(Config.Llm config) {
        EndpointAddress.check(config);
        EndpointCheck check = new EndpointCheck(config);
        check.examine();
        return new Report(
                config.model(),
                config.baseUrl().toString(),
                LanguageModel.isRemote(config),
                List.copyOf(check.findings),
                check.secondsToFirstToken,
                check.tokensPerSecond,
                check.contextTokens);
    }

    private void examine() {
        if (LanguageModel.isRemote(config)) {
            add(
                    Level.NOTE,
                    "address",
                    "It is elsewhere: it is sent masked text, and pages name it beside its words.",
                    "");
        } else {
            add(Level.OK, "address", "It is on this machine or in a private network.", "");
        }
        if (new ServedModels(config).addTo(findings) && answers()) {
            jsonSchema();
            streaming();
            suggestion();
            context();
        }
    }

    private boolean answers() {
        try {
            Endpoint.Reply reply = ask("Answer with one short sentence: what is tea?", false);
            if (reply.cutOff()) {
                cutOff("answer");
                return false;
            }
            if (reply.text().isBlank()) {
                add(Level.WRONG, "answer", "It answers with nothing.", "Try another model.");
                return false;
            }
            add(Level.OK, "answer", "It answers.", "");
            usage(reply);
            return true;
        } catch (LangChain4jException e) {
            add(Level.WRONG, "answer", failure(e), cure(e));
            return false;
        }
    }

    private void usage(Endpoint.Reply reply) {
        if (reply.tokens().isPresent()) {
            add(Level.OK, "usage", "It counts tokens.", "");
        } else {
            add(
                    Level.NOTE,
                    "usage",
                    "It does not count tokens: limits go by characters, three to a token.",
                    "");
        }
    }

    private void jsonSchema() {
        try {
            Endpoint.Reply reply = ask("Answer in JSON, {\"answer\": \"yes\"}: is tea wet?", true);
            if (has(reply.text(), "answer")) {
                add(Level.OK, "json-schema", "It answers in the JSON that is asked for.", "");
            } else {
                add(
                        Level.WRONG,
                        "json-schema",
                        "It takes a JSON schema and answers with something else.",
                        "Try a larger model; suggestions and chat answers need JSON.");
            }
        } catch (InvalidRequestException e) {
            takesSchemas = false;
            withoutSchema();
        } catch (LangChain4jException e) {
            add(Level.WRONG, "json-schema", failure(e), cure(e));
        }
    }

    private void withoutSchema() {
        try {
            Endpoint.Reply reply = ask("Answer in JSON, {\"answer\": \"yes\"}: is tea wet?", false);
            boolean object = has(reply.text(), "answer");
            add(
                    object ? Level.NOTE : Level.WRONG,
                    "json-schema",
                    object
                            ? "It refuses JSON schemas and answers in JSON when told to: good"
                                    + " enough."
                            : "It refuses JSON schemas and does not answer in JSON when told to.",
                    object ? "" : "Try a larger model; suggestions and chat answers need JSON.");
        } catch (LangChain4jException e) {
            add(Level.WRONG, "json-schema", failure(e), cure(e));
        }
    }

    private static boolean has(String text, String field) {
        try {
            String json = LanguageModel.jsonIn(text).orElse("null");
            return Json.mapper().readTree(json).path(field).isTextual();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** A short question is answered in time also by who thinks for long over a real one. */
    private void suggestion() {
        TalkTrack longest =
                ShippedTalkTracks.in(Language.EN).stream()
                        .max(Comparator.comparingInt(track -> track.text().length()))
                        .orElseThrow();
        String script = String.join("\n", longest.text(), longest.nextQuestion(), longest.why());
        long start = System.nanoTime();
        try {
            Endpoint.Reply reply =
                    endpoint.ask(
                            INSTRUCTIONS,
                            data(FITTING, script),
                            Optional.of(SUGGESTION).filter(schema -> takesSchemas));
            if (reply.cutOff()) {
                cutOff("suggestion");
            } else if (has(reply.text(), "nextQuestion")) {
                add(
                        Level.OK,
                        "suggestion",
                        String.format(
                                Locale.ROOT,
                                "It writes a whole suggestion, in %.1f s.",
                                (System.nanoTime() - start) / 1e9),
                        "");
            } else {
                add(
                        Level.WRONG,
                        "suggestion",
                        "It does not write a whole suggestion when told to.",
                        "Try a larger model.");
            }
        } catch (LangChain4jException e) {
            add(Level.WRONG, "suggestion", failure(e), cure(e));
        }
    }

    private void cutOff(String subject) {
        add(
                Level.WRONG,
                subject,
                "Its answer is cut off after %d tokens, perhaps in its thoughts."
                        .formatted(Endpoint.MOST_TOKENS),
                "Switch its thinking off in its server, or take a model that does not think; for"
                        + " ollama look at talktrack.llm.context-tokens, too.");
    }

    private void streaming() {
        List<Long> nanos = new ArrayList<>();
        long start = System.nanoTime();
        try {
            Endpoint.Reply reply =
                    endpoint.stream(
                            INSTRUCTIONS,
                            data("Write the numbers from one to thirty in words.", ""),
                            Optional.empty(),
                            token -> nanos.add(System.nanoTime()));
            if (nanos.isEmpty()) {
                add(Level.NOTE, "streaming", "Its stream holds nothing.", NO_STREAM);
                return;
            }
            double first = (nanos.getFirst() - start) / 1e9;
            double speaking = (nanos.getLast() - nanos.getFirst()) / 1e9;
            int tokens = reply.tokensOut().orElse(nanos.size());
            secondsToFirstToken = OptionalDouble.of(first);
            if (speaking > 0 && nanos.size() > 1) {
                tokensPerSecond = OptionalDouble.of((tokens - 1) / speaking);
            }
            add(
                    Level.OK,
                    "streaming",
                    String.format(
                            Locale.ROOT,
                            "It streams: first token after %.2f s%s.",
                            first,
                            tokensPerSecond.isPresent()
                                    ? String.format(
                                            Locale.ROOT,
                                            ", then %.0f tokens a second",
                                            tokensPerSecond.getAsDouble())
                                    : ""),
                    "");
        } catch (LangChain4jException e) {
            add(Level.NOTE, "streaming", "It does not stream: " + failure(e), NO_STREAM);
        }
    }

    /** Doubles the request until the model does not know its first words any more. */
    private void context() {
        String why = "";
        int tokens = FIRST_TOKENS;
        for (; tokens <= LARGEST_TOKENS && why.isEmpty(); tokens *= 2) {
            try {
                String filler = FILLER.repeat(tokens);
                Endpoint.Reply reply =
                        endpoint.ask(
                                INSTRUCTIONS,
                                data("Which code word does the text begin with?", filler),
                                Optional.empty());
                if (reply.text().toLowerCase(Locale.ROOT).contains(CODE_WORD)) {
                    contextTokens = OptionalInt.of(tokens);
                } else {
                    why = "the beginning is lost";
                }
            } catch (LangChain4jException e) {
                why = failure(e);
            }
        }
        int known = contextTokens.orElse(0);
        boolean enough = known >= ENOUGH_TOKENS;
        add(
                enough ? Level.OK : Level.NOTE,
                "context",
                why.isEmpty()
                        ? "It knows the beginning of %d tokens; more was not tried."
                                .formatted(known)
                        : "It knows the beginning of about %d tokens, but not of %d: %s"
                                .formatted(known, tokens / 2, why),
                enough
                        ? ""
                        : "Talktrack's longest requests have about %d tokens: raise the server's context size (for ollama talktrack.llm.context-tokens, elsewhere num_ctx or the like), or take another model."
                                .formatted(ENOUGH_TOKENS));
    }

    private Endpoint.Reply ask(String task, boolean withSchema) {
        return endpoint.ask(
                INSTRUCTIONS, data(task, ""), withSchema ? Optional.of(SCHEMA) : Optional.empty());
    }

    private record Question(String text, String task) {}

    private static String data(String task, String filler) {
        return Json.text(new Question("The code word is " + CODE_WORD + ". " + filler, task));
    }

    private void add(Level level, String subject, String found, String cure) {
        findings.add(new Finding(level, subject, found, cure));
    }

    private String failure(LangChain4jException failure) {
        return switch (failure) {
            case AuthenticationException e -> "It refuses the key.";
            case ModelNotFoundException e ->
                    "It does not know the model %s, or the address is not its own."
                            .formatted(config.model());
            case RateLimitException e -> "It says that it was asked too often.";
            case TimeoutException e ->
                    "It does not answer within %d seconds.".formatted(config.timeout().toSeconds());
            case InvalidRequestException e -> "It refuses the request.";
            default -> "It fails or breaks off.";
        };
    }

    private static String cure(LangChain4jException failure) {
        return switch (failure) {
            case AuthenticationException e -> "Set TALKTRACK_LLM_API_KEY.";
            case ModelNotFoundException e ->
                    "Look at talktrack.llm.model and talktrack.llm.base-url (for openai with its"
                            + " /v1).";
            case RateLimitException e -> "Wait, or raise the limit at its provider.";
            case TimeoutException e ->
                    "Raise talktrack.llm.timeout-seconds, or take a smaller model.";
            default -> "Look into the server's log.";
        };
    }
}
