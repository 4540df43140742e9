package talktrack.api.calls;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import talktrack.api.http.Problem;
import talktrack.ingest.RecordingStore;

/** Sends a file or a range of it, so that a player can jump. */
final class AudioResponse {

    private AudioResponse() {}

    /**
     * @param sizeBytes of all that lies at the location
     * @param version changes whenever the file does
     */
    static void send(
            Context ctx,
            RecordingStore store,
            String location,
            long sizeBytes,
            String contentType,
            String version)
            throws IOException {
        String tag = "\"" + version + "\"";
        Optional<ByteRange> range = range(ctx, sizeBytes, tag);
        ByteRange sent = range.orElse(new ByteRange(0, sizeBytes - 1));
        ctx.disableCompression()
                .contentType(contentType)
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag);
        if (range.isPresent()) {
            ctx.status(206)
                    .header(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(sent.first(), sent.last(), sizeBytes));
        }
        ctx.res().setContentLengthLong(sent.length());
        store.send(location, sent.first(), sent.length(), ctx.res().getOutputStream());
    }

    private static Optional<ByteRange> range(Context ctx, long size, String tag) {
        String header = ctx.header("Range");
        String condition = ctx.header("If-Range");
        if (header == null || (condition != null && !condition.equals(tag))) {
            return Optional.empty();
        }
        try {
            return ByteRange.parse(header, size);
        } catch (ByteRange.Unsatisfiable e) {
            ctx.header("Content-Range", "bytes */" + size);
            throw new Problem(
                    416,
                    "range",
                    "Not that much audio",
                    "The recording has %d bytes; the range %s starts behind them."
                            .formatted(size, header),
                    "Ask for a range within the recording.");
        }
    }
}
