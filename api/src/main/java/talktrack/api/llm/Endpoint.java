package talktrack.api.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.internal.ExceptionMapper;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import talktrack.api.Config;

/** One model's server, asked once each time: no retries, no limits. Thread-safe. */
final class Endpoint {

    private static final double TEMPERATURE = 0.1;

    /** Of an answer, with what the model thinks aloud before it. */
    static final int MOST_TOKENS = 1200;

    /** A stream that never pauses may take this many times as long as a whole answer. */
    private static final int STREAM_TIMEOUTS = 5;

    private final ChatModel whole;
    private final StreamingChatModel streaming;
    private final Duration timeout;

    /**
     * What came.
     *
     * @param text never null, may be empty
     * @param tokens in and out together; absent where the server does not count
     * @param tokensOut of the answer alone, likewise
     */
    record Reply(String text, boolean cutOff, OptionalInt tokens, OptionalInt tokensOut) {}

    private sealed interface Event {
        record Token(String text) implements Event {}

        record End(ChatResponse response) implements Event {}

        record Failed(Throwable cause) implements Event {}
    }

    /** A stream that ended properly, but before the answer did. */
    static final class Unfinished extends RetriableException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super("the connection ended before the answer did");
        }
    }

    Endpoint(Config.Llm config) {
        String url = config.baseUrl().toString();
        timeout = config.timeout();
        switch (config.provider()) {
            case OPENAI -> {
                String key = config.apiKey().isBlank() ? "none" : config.apiKey();
                whole =
                        OpenAiChatModel.builder()
                                .httpClientBuilder(EndpointHttp.builder(config))
                                .baseUrl(url)
                                .apiKey(key)
                                .modelName(config.model())
                                .temperature(TEMPERATURE)
                                .maxTokens(MOST_TOKENS)
                                .maxRetries(0)
                                .build();
                streaming =
                        OpenAiStreamingChatModel.builder()
                                .httpClientBuilder(EndpointHttp.builder(config))
                                .baseUrl(url)
                                .apiKey(key)
                                .modelName(config.model())
                                .temperature(TEMPERATURE)
                                .maxTokens(MOST_TOKENS)
                                .build();
            }
            case OLLAMA -> { // that thinks aloud, and forgets what is over 4096 tokens, unless told
                Integer contextTokens = config.contextTokens() == 0 ? null : config.contextTokens();
                whole =
                        OllamaChatModel.builder()
                                .httpClientBuilder(EndpointHttp.builder(config))
                                .baseUrl(url)
                                .modelName(config.model())
                                .temperature(TEMPERATURE)
                                .numPredict(MOST_TOKENS)
                                .numCtx(contextTokens)
                                .think(false)
                                .maxRetries(0)
                                .build();
                streaming =
                        OllamaStreamingChatModel.builder()
                                .httpClientBuilder(EndpointHttp.builder(config))
                                .baseUrl(url)
                                .modelName(config.model())
                                .temperature(TEMPERATURE)
                                .numPredict(MOST_TOKENS)
                                .numCtx(contextTokens)
                                .think(false)
                                .build();
            }
            default -> throw new IllegalArgumentException("Bug: no provider, no endpoint");
        }
    }

    /**
     * @param schema of the JSON that is wanted; without one, whatever the instructions ask for
     * @throws LangChain4jException when no whole answer comes in time
     */
    Reply ask(String instructions, String data, Optional<JsonSchema> schema) {
        try {
            return reply(whole.chat(request(instructions, data, schema)));
        } catch (RuntimeException e) {
            throw known(e);
        }
    }

    /**
     * Hands on each token as it comes, in the caller's thread. What the consumer throws ends the
     * request and reaches the caller; so does interrupting the thread.
     *
     * @param schema as for {@link #ask}
     * @throws LangChain4jException when the server fails, pauses for longer than the timeout, or
     *     closes the connection before the answer's end
     */
    Reply stream(
            String instructions, String data, Optional<JsonSchema> schema, Consumer<String> token) {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        ChatRequest request = request(instructions, data, schema);
        Thread reading =
                Thread.ofVirtual()
                        .name("language-model")
                        .start(
                                () -> {
                                    try {
                                        streaming.chat(request, new Into(events));
                                        // Unless the end has come before it.
                                        events.add(new Event.Failed(new Unfinished()));
                                    } catch (RuntimeException e) {
                                        events.add(new Event.Failed(e));
                                    }
                                });
        try {
            return handOn(events, token);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            reading.interrupt();
        }
    }

    private Reply handOn(BlockingQueue<Event> events, Consumer<String> token)
            throws InterruptedException {
        long end = System.nanoTime() + STREAM_TIMEOUTS * timeout.toNanos();
        while (true) {
            long patience = Math.min(timeout.toNanos(), end - System.nanoTime());
            switch (events.poll(patience, TimeUnit.NANOSECONDS)) {
                case null -> throw new TimeoutException("no more of the answer in " + timeout);
                case Event.Token(String text) -> token.accept(text);
                case Event.Failed(Throwable cause) ->
                        throw known(ExceptionMapper.DEFAULT.mapException(cause));
                case Event.End(ChatResponse response) -> {
                    if (response.finishReason() == null) {
                        throw new Unfinished();
                    }
                    return reply(response);
                }
            }
        }
    }

    static NonRetriableException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new NonRetriableException("told to stop", cause);
    }

    /** LangChain4j lets what it stumbles over in an odd answer through as it is. */
    private static LangChain4jException known(RuntimeException failure) {
        return failure instanceof LangChain4jException one
                ? one
                : new NonRetriableException("the answer is none of this protocol", failure);
    }

    private static ChatRequest request(
            String instructions, String data, Optional<JsonSchema> schema) {
        ChatRequest.Builder request =
                ChatRequest.builder()
                        .messages(SystemMessage.from(instructions), UserMessage.from(data));
        schema.ifPresent(
                wanted ->
                        request.responseFormat(
                                ResponseFormat.builder()
                                        .type(ResponseFormatType.JSON)
                                        .jsonSchema(wanted)
                                        .build()));
        return request.build();
    }

    private static Reply reply(ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        String text = response.aiMessage().text();
        return new Reply(
                text == null ? "" : text,
                response.finishReason() == FinishReason.LENGTH,
                usage == null ? OptionalInt.empty() : counted(usage.totalTokenCount()),
                usage == null ? OptionalInt.empty() : counted(usage.outputTokenCount()));
    }

    private static OptionalInt counted(Integer tokens) {
        return tokens == null ? OptionalInt.empty() : OptionalInt.of(tokens);
    }

    private record Into(BlockingQueue<Event> events) implements StreamingChatResponseHandler {

        @Override
        public void onPartialResponse(String text) {
            events.add(new Event.Token(text));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            events.add(new Event.End(response));
        }

        @Override
        public void onError(Throwable error) {
            events.add(new Event.Failed(error));
        }
    }
}
