package talktrack.api.documents;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells in which encoding a text was written: UTF-8 by its rules, others by ICU's statistics. */
final class TextEncoding {

    /** What ICU may guess, and as what that is read; other guesses are as good as none. */
    private static final Map<String, Charset> KNOWN =
            Map.of(
                    "GB18030", Charset.forName("GB18030"),
                    "Big5", Charset.forName("Big5"),
                    "UTF-16LE", StandardCharsets.UTF_16LE,
                    "UTF-16BE", StandardCharsets.UTF_16BE,
                    "ISO-8859-1", Charset.forName("windows-1252"),
                    "windows-1252", Charset.forName("windows-1252"));

    private static final int SAMPLE = 50_000;

    /** So much more, of 100, must speak for the encoding of Traditional Chinese: it is rarer. */
    private static final int SURE = 20;

    private TextEncoding() {}

    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Optional<Charset> wide = withoutMark(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, guess(bytes));
        }
    }

    /** UTF-16 of Latin letters has a zero in every other byte. */
    private static Optional<Charset> withoutMark(byte[] bytes) {
        int looked = Math.min(bytes.length, 2000) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (looked < 4 || Math.max(even, odd) < looked / 4 || Math.min(even, odd) > looked / 50) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Charset guess(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        List<CharsetMatch> matches =
                Stream.of(detector.detectAll())
                        .filter(match -> KNOWN.containsKey(match.getName()))
                        .toList();
        int simplified =
                matches.stream()
                        .filter(match -> match.getName().equals("GB18030"))
                        .mapToInt(CharsetMatch::getConfidence)
                        .max()
                        .orElse(0);
        return matches.stream()
                .filter(
                        match ->
                                !match.getName().equals("Big5")
                                        || match.getConfidence() >= simplified + SURE)
                .map(match -> KNOWN.get(match.getName()))
                .findFirst()
                .orElse(Charset.forName("GB18030"));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
