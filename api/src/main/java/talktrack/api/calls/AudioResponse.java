package talktrack.api.calls;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import talktrack.api.http.Problem;

/** Sends a file or a range of it, so that a player can jump. */
final class AudioResponse {

    private AudioResponse() {}

    /**
     * @param version changes whenever the file does
     */
    static void send(Context ctx, Path file, String contentType, String version)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            String tag = "\"" + version + "\"";
            Optional<ByteRange> range = range(ctx, size, tag);
            ByteRange sent = range.orElse(new ByteRange(0, size - 1));
            ctx.disableCompression()
                    .contentType(contentType)
                    .header("Accept-Ranges", "bytes")
                    .header("ETag", tag);
            if (range.isPresent()) {
                ctx.status(206)
                        .header(
                                "Content-Range",
                                "bytes %d-%d/%d".formatted(sent.first(), sent.last(), size));
            }
            ctx.res().setContentLengthLong(sent.length());
            WritableByteChannel out = Channels.newChannel(ctx.res().getOutputStream());
            long at = sent.first();
            while (at <= sent.last()) {
                long count = channel.transferTo(at, sent.last() - at + 1, out);
                if (count <= 0) {
                    throw new IOException("%s became shorter while it was sent".formatted(file));
                }
                at += count;
            }
        }
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
