package talktrack.api.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.models.events.Json;

/**
 * The configured language model, asked for JSON. Whatever goes wrong, the answer is just absent:
 * nobody depends on it. Thread-safe.
 */
public final class LanguageModel {

    private static final Logger log = LoggerFactory.getLogger(LanguageModel.class);
    private static final double TEMPERATURE = 0.1;
    private static final int MOST_TOKENS = 1200;
    private static final int RETRIES = 1;

    private final ChatModel model;
    private final String name;

    /** An endpoint that fails again and again is left alone for a while. */
    private final CircuitBreaker<Object> breaker =
            CircuitBreaker.builder()
                    .withFailureThreshold(4)
                    .withDelay(Duration.ofSeconds(30))
                    .build();

    private LanguageModel(ChatModel model, String name) {
        this.model = model;
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
        ChatModel model =
                switch (config.provider()) {
                    case OPENAI ->
                            OpenAiChatModel.builder()
                                    .baseUrl(config.baseUrl().toString())
                                    .apiKey(config.apiKey().isBlank() ? "none" : config.apiKey())
                                    .modelName(config.model())
                                    .temperature(TEMPERATURE)
                                    .maxTokens(MOST_TOKENS)
                                    .timeout(config.timeout())
                                    .maxRetries(RETRIES)
                                    .build();
                    case OLLAMA ->
                            OllamaChatModel.builder()
                                    .baseUrl(config.baseUrl().toString())
                                    .modelName(config.model())
                                    .temperature(TEMPERATURE)
                                    .numPredict(MOST_TOKENS)
                                    .timeout(config.timeout())
                                    .maxRetries(RETRIES)
                                    .build();
                    case NONE -> throw new IllegalStateException("Bug: handled above");
                };
        return Optional.of(new LanguageModel(model, config.model()));
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
        try {
            long start = System.nanoTime();
            ChatResponse response =
                    Failsafe.with(breaker).get(() -> send(instructions, Json.text(data), schema));
            log.info(
                    "language model answered model={} schema={} milliseconds={} tokens={} end={}",
                    name,
                    schema.name(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    response.tokenUsage() == null ? "?" : response.tokenUsage().totalTokenCount(),
                    response.finishReason());
            if (response.finishReason() == FinishReason.LENGTH) {
                return rejected(schema, "cut off");
            }
            String text = response.aiMessage().text();
            return text == null ? rejected(schema, "empty") : read(text, schema, type);
        } catch (LangChain4jException | CircuitBreakerOpenException e) {
            return rejected(schema, e.getClass().getSimpleName());
        }
    }

    private ChatResponse send(String instructions, String data, JsonSchema schema) {
        ChatRequest.Builder request =
                ChatRequest.builder()
                        .messages(SystemMessage.from(instructions), UserMessage.from(data));
        try {
            return model.chat(
                    request.responseFormat(
                                    ResponseFormat.builder()
                                            .type(ResponseFormatType.JSON)
                                            .jsonSchema(schema)
                                            .build())
                            .build());
        } catch (InvalidRequestException e) { // the instructions ask for JSON too
            log.info("language model without JSON schemas model={}", name);
            return model.chat(request.responseFormat((ResponseFormat) null).build());
        }
    }

    /** Reads the outermost braces, since models like to put fences or a greeting around them. */
    private <T> Optional<T> read(String text, JsonSchema schema, Class<T> type) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return rejected(schema, "no JSON");
        }
        try {
            return Optional.ofNullable(Json.mapper().readValue(text.substring(from, to + 1), type));
        } catch (JsonProcessingException e) {
            return rejected(schema, "malformed JSON");
        }
    }

    private <T> Optional<T> rejected(JsonSchema schema, String cause) {
        log.warn(
                "language model gave nothing usable model={} schema={} cause={}",
                name,
                schema.name(),
                cause);
        return Optional.empty();
    }

    /**
     * Checks the settings without asking the model.
     *
     * @throws IllegalArgumentException with what is wrong and how to mend it
     */
    public static void check(Config.Llm config) {
        if (config.provider() == Config.Llm.Provider.NONE) {
            return;
        }
        if (config.model().isBlank()) {
            throw new IllegalArgumentException(
                    "talktrack.llm.model is empty: name the model that %s serves, like qwen3:4b"
                            .formatted(config.baseUrl()));
        }
        String scheme = config.baseUrl().getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "talktrack.llm.base-url = %s is not a web address: write one like http://127.0.0.1:11434"
                            .formatted(config.baseUrl()));
        }
        if (!config.allowRemote() && !isPrivate(config.baseUrl())) {
            throw new IllegalArgumentException(
                    """
                    talktrack.llm.base-url = %s is not on this machine or in a private network, \
                    so what customers said would leave it. If that is meant, set \
                    talktrack.llm.allow-remote: true"""
                            .formatted(config.baseUrl()));
        }
    }

    private static boolean isPrivate(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .allMatch(LanguageModel::isPrivate);
        } catch (UnknownHostException e) {
            log.warn("the language model's host is unknown host={}", url.getHost(), e);
            return false;
        }
    }

    /** Not link-local addresses: clouds answer there with the machine's own secrets. */
    private static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal =
                address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
    }
}
