package talktrack.ingest.transcripts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of transcript that can be imported. */
public enum TranscriptFormat {
    /** What {@code talktrack transcribe --json} prints. */
    JSON,
    WEBVTT,
    SRT,
    /** Plain lines {@code Speaker: text}. */
    LINES;

    /** In bytes of a file, in characters of a text. */
    private static final int BEGINNING = 64 << 10;

    private static final Pattern OWN_JSON =
            Pattern.compile("\\s*+\\{.*\"utterances\"\\s*+:", Pattern.DOTALL);

    /** Possessive, so that no text of blanks or digits makes it try one way after another. */
    private static final Pattern SRT_START =
            Pattern.compile(
                    "\\s*+(?:\\d++\\h*+\\R\\s*+)?+(?:\\d++:)?\\d{1,2}:\\d{2}[,.]\\d{1,3}+\\s*+-->",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * The format that a file's beginning shows; the file's name does not count.
     *
     * @return empty when it is no text, or text of another kind
     */
    public static Optional<TranscriptFormat> sniff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return TextBytes.beginning(in.readNBytes(BEGINNING)).flatMap(TranscriptFormat::sniff);
        }
    }

    /** The format that the beginning of a text without a byte order mark shows. */
    static Optional<TranscriptFormat> sniff(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), BEGINNING));
        if (text.stripLeading().startsWith("WEBVTT")) {
            return Optional.of(WEBVTT);
        }
        if (OWN_JSON.matcher(text).lookingAt()) {
            return Optional.of(JSON);
        }
        if (SRT_START.matcher(text).lookingAt()) {
            return Optional.of(SRT);
        }
        return SpeakerLines.looksLike(text) ? Optional.of(LINES) : Optional.empty();
    }
}
