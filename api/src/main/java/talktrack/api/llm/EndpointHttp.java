package talktrack.api.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import talktrack.api.Config;

/**
 * HTTP to a language model, distrusted: whole answers have a deadline and a size, redirects are not
 * followed, a name that begins to stand for a remote address is noticed, and what {@code
 * Retry-After} says is kept. LangChain4j's own client does none of these. Streams are read in the
 * caller's thread and end when it is interrupted.
 */
final class EndpointHttp implements HttpClient {

    private static final int MOST_BYTES = 4 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Config.Llm config;
    private final java.net.http.HttpClient http =
            java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private EndpointHttp(Config.Llm config) {
        this.config = config;
    }

    /** A refusal together with when to come back. */
    static final class Refused extends HttpException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        Refused(int status, String body, Optional<Duration> retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    static HttpClientBuilder builder(Config.Llm config) {
        return new Builder(config);
    }

    /** The configuration has the timeouts; what LangChain4j sets besides is not needed. */
    private record Builder(Config.Llm config) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return config.timeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new EndpointHttp(config);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> coming =
                http.sendAsync(
                        jdk(request),
                        BodyHandlers.ofByteArrayConsumer(
                                piece -> piece.ifPresent(bytes -> add(body, bytes))));
        try {
            HttpResponse<Void> response =
                    coming.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            String text = body.toString(StandardCharsets.UTF_8);
            if (response.statusCode() / 100 != 2) {
                throw refused(response, text);
            }
            return success(response, text);
        } catch (java.util.concurrent.TimeoutException e) {
            coming.cancel(true);
            throw new TimeoutException("no whole answer after " + config.timeout(), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw Endpoint.interrupted(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        }
    }

    private static void add(ByteArrayOutputStream body, byte[] bytes) {
        if (body.size() + bytes.length > MOST_BYTES) {
            throw new IllegalStateException(
                    "the answer has more than %d bytes".formatted(MOST_BYTES));
        }
        body.writeBytes(bytes);
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response =
                    http.send(jdk(request), BodyHandlers.ofInputStream());
            try (InputStream body = new Limited(response.body())) {
                if (response.statusCode() / 100 != 2) {
                    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    listener.onError(refused(response, text));
                    return;
                }
                listener.onOpen(success(response, ""));
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (InterruptedException e) {
            listener.onError(Endpoint.interrupted(e));
        } catch (IOException e) {
            listener.onError(failed(e));
        }
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        URI url = URI.create(request.url());
        if (!config.allowRemote() && !EndpointAddress.isPrivate(url)) {
            throw new NonRetriableException(
                    "%s is no longer on this machine or in a private network"
                            .formatted(url.getHost()));
        }
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(url).timeout(config.timeout());
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.method(
                        request.method().name(),
                        request.body() == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()))
                .build();
    }

    private static SuccessfulHttpResponse success(HttpResponse<?> response, String body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private static Refused refused(HttpResponse<?> response, String body) {
        return new Refused(
                response.statusCode(),
                body,
                response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    private static LangChain4jException failed(Throwable cause) {
        return cause instanceof HttpTimeoutException
                ? new TimeoutException(cause)
                : new RetriableException(String.valueOf(cause.getMessage()), cause);
    }

    /** A stream without end must not fill the memory. */
    private static final class Limited extends FilterInputStream {
        private int left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the answer has more than %d bytes".formatted(MOST_BYTES));
            }
        }
    }
}
