package talktrack.ingest.transcripts;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Bytes as text: UTF-8, UTF-16 with a byte order mark, or GB18030, which Chinese Windows programs
 * write.
 */
final class TextBytes {

    private static final List<Charset> WITHOUT_MARK =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private TextBytes() {}

    /** The text without its byte order mark; empty when the bytes are no text. */
    static Optional<String> whole(byte[] bytes) {
        return decode(bytes, true);
    }

    /** The same for a file's beginning; a character that is cut off at the end is dropped. */
    static Optional<String> beginning(byte[] bytes) {
        return decode(bytes, false);
    }

    private static Optional<String> decode(byte[] bytes, boolean whole) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, whole);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, whole);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return WITHOUT_MARK.stream()
                .flatMap(charset -> decode(bytes, start, charset, whole).stream())
                .findFirst();
    }

    private static Optional<String> decode(
            byte[] bytes, int start, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length - start + 1);
        try {
            CoderResult result =
                    decoder.decode(
                            ByteBuffer.wrap(bytes, start, bytes.length - start), text, whole);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        String decoded = text.flip().toString();
        return decoded.chars().anyMatch(TextBytes::isBinary)
                ? Optional.empty()
                : Optional.of(decoded);
    }

    private static boolean isBinary(int character) {
        return character == 0 || (character < ' ' && !Character.isWhitespace(character));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
