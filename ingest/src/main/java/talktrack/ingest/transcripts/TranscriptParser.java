package talktrack.ingest.transcripts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the bytes of a transcript. */
public final class TranscriptParser {

    /** The largest file. */
    public static final long MAX_BYTES = 20L << 20;

    private static final int LONGEST_LINE = 100_000;

    private TranscriptParser() {}

    /**
     * Who said what, in order.
     *
     * @return all with times, or all without
     * @throws Malformed when the bytes are no transcript, or a broken one
     * @throws InterruptedException when the thread was interrupted meanwhile
     */
    public static List<Cue> parse(byte[] bytes) throws Malformed, InterruptedException {
        String text =
                TextBytes.whole(bytes)
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                "it is no text in UTF-8, UTF-16, GB18030 or Windows-1252"));
        TranscriptFormat format =
                TranscriptFormat.sniff(text)
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                "it is neither WebVTT nor SRT, nor Talktrack's JSON, nor lines like \"Anna: Hello\""));
        if (format != TranscriptFormat.JSON
                && text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new Malformed("it has lines of more than " + LONGEST_LINE + " characters");
        }
        List<Cue> cues =
                switch (format) {
                    case JSON -> JsonParser.parse(text);
                    case WEBVTT, SRT -> CueJoiner.join(byStart(SubtitleParser.parse(text)));
                    case LINES -> SpeakerLines.parse(text);
                };
        List<Cue> spoken = cues.stream().filter(cue -> !cue.text().isEmpty()).toList();
        if (spoken.isEmpty() && format != TranscriptFormat.JSON) {
            throw new Malformed("nobody says anything in it");
        }
        return allOrNoneTimed(spoken);
    }

    private static List<Cue> allOrNoneTimed(List<Cue> cues) {
        return cues.stream().allMatch(Cue::timed)
                ? byStart(cues)
                : cues.stream().map(Cue::withoutTimes).toList();
    }

    private static List<Cue> byStart(List<Cue> cues) {
        List<Cue> sorted = new ArrayList<>(cues);
        sorted.sort(Comparator.comparingDouble((Cue cue) -> cue.startSeconds().getAsDouble()));
        return sorted;
    }
}
