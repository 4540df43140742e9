package talktrack.ingest.transcripts;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes as text: UTF-8, UTF-16 with a byte order mark, or what Windows programs write: GB18030 in
 * China, Windows-1252 in the west.
 */
final class TextBytes {

    private static final Charset CHINESE_WINDOWS = Charset.forName("GB18030");
    private static final Charset WESTERN_WINDOWS = Charset.forName("windows-1252");

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
        return Stream.of(
                        StandardCharsets.UTF_8,
                        highBytesStandAlone(bytes) ? WESTERN_WINDOWS : CHINESE_WINDOWS)
                .flatMap(charset -> decode(bytes, start, charset, whole).stream())
                .findFirst();
    }

    /**
     * Whether bytes beyond ASCII mostly have ASCII on both sides, as accents and curly quotes have;
     * Chinese characters are pairs of them, and come in rows.
     */
    private static boolean highBytesStandAlone(byte[] bytes) {
        int high = 0;
        int alone = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                boolean before = i > 0 && bytes[i - 1] < 0;
                boolean after = i + 1 < bytes.length && bytes[i + 1] < 0;
                alone += before || after ? 0 : 1;
            }
        }
        return alone * 2 > high;
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
