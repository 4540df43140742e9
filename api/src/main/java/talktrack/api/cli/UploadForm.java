package talktrack.api.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/**
 * A {@code multipart/form-data} body with one file, which goes from the disk to the wire without
 * ever being in memory as a whole.
 */
final class UploadForm {

    private final String boundary = "talktrack-" + UUID.randomUUID();
    private final BodyPublisher body;

    /**
     * @param fields in their order, before the file
     */
    UploadForm(Map<String, String> fields, Path file) throws FileNotFoundException {
        StringBuilder head = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        head.append("--%s\r\n".formatted(boundary))
                                .append(
                                        "Content-Disposition: form-data; name=\"%s\"\r\n"
                                                .formatted(name))
                                .append("Content-Type: text/plain; charset=utf-8\r\n\r\n")
                                .append(value)
                                .append("\r\n"));
        head.append("--%s\r\n".formatted(boundary))
                .append(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                                .formatted(quoted(file.getFileName().toString())))
                .append("Content-Type: application/octet-stream\r\n\r\n");
        this.body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString(
                                "\r\n--%s--\r\n".formatted(boundary), StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body's length in bytes. */
    long length() {
        return body.contentLength();
    }

    /** The body, which tells how many bytes of it have been handed to the connection. */
    BodyPublisher body(LongConsumer sentBytes) {
        return BodyPublishers.fromPublisher(
                subscriber -> body.subscribe(new Counting(subscriber, sentBytes)), length());
    }

    /** As browsers write file names: quotes and line ends as percent codes. */
    private static String quoted(String fileName) {
        return fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> next;
        private final LongConsumer sentBytes;
        private long sent;

        Counting(Flow.Subscriber<? super ByteBuffer> next, LongConsumer sentBytes) {
            this.next = next;
            this.sentBytes = sentBytes;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            sent += bytes.remaining();
            sentBytes.accept(sent);
            next.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            next.onError(failure);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
