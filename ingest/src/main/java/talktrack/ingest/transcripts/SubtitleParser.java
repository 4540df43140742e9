package talktrack.ingest.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WebVTT and SRT: timed cues, with voice tags or names before a colon. */
final class SubtitleParser {

    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})";
    private static final Pattern TIMING =
            Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?$");
    private static final Pattern VOICE =
            Pattern.compile("<v(?:\\.[^\\s>]{1,60})?\\s++([^<>\\s][^<>]{0,99})>");

    /** So many cues must begin with a name for a colon to be one's sign. */
    private static final double NAMED_SHARE = 0.3;

    /** A cue before names are told apart from other words before a colon. */
    private record Raw(double start, double end, List<String> lines) {}

    private SubtitleParser() {}

    static List<Cue> parse(String text) throws Malformed, InterruptedException {
        List<Raw> raw = raw(text);
        CueList cues = CueList.ofSubtitles();
        boolean names = namesBeforeColons(raw);
        for (Raw cue : raw) {
            add(cue, names, cues);
        }
        return cues.all();
    }

    private static List<Raw> raw(String text) {
        List<Raw> cues = new ArrayList<>();
        Raw open = null;
        for (String line : text.lines().toList()) {
            Matcher timing = TIMING.matcher(line);
            if (timing.matches()) {
                open = new Raw(seconds(timing, 1), seconds(timing, 5), new ArrayList<>());
                cues.add(open);
            } else if (line.isBlank()) {
                open = null; // what follows is a number, a note or a style, until the next timing
            } else if (open != null) {
                open.lines().add(line);
            }
        }
        return cues;
    }

    private static double seconds(Matcher timing, int group) {
        double hours = timing.group(group) == null ? 0 : Integer.parseInt(timing.group(group));
        int minutes = Integer.parseInt(timing.group(group + 1));
        int seconds = Integer.parseInt(timing.group(group + 2));
        double fraction = Double.parseDouble("0." + timing.group(group + 3));
        return hours * 3600 + minutes * 60 + seconds + fraction;
    }

    private static boolean namesBeforeColons(List<Raw> cues) {
        long named =
                cues.stream()
                        .filter(cue -> !cue.lines().isEmpty())
                        .filter(cue -> SpeakerLines.read(cue.lines().getFirst()).isPresent())
                        .count();
        return named > 0 && named >= NAMED_SHARE * cues.size();
    }

    private static void add(Raw cue, boolean names, CueList cues)
            throws Malformed, InterruptedException {
        String payload = String.join("\n", cue.lines());
        if (VOICE.matcher(payload).find()) {
            addVoices(cue, payload, cues);
            return;
        }
        String name = cues.lastName();
        StringBuilder said = new StringBuilder();
        for (String line : cue.lines()) {
            Optional<SpeakerLines.Line> named = names ? SpeakerLines.read(line) : Optional.empty();
            if (named.isPresent()) {
                add(cue, name, said.toString(), cues);
                said.setLength(0);
                name = CueText.ofMarkup(named.get().name());
                said.append(named.get().text());
            } else {
                said.append('\n').append(line);
            }
        }
        add(cue, name, said.toString(), cues);
    }

    /** A cue may hold what several voices say; each gets the cue's times. */
    private static void addVoices(Raw cue, String payload, CueList cues)
            throws Malformed, InterruptedException {
        Matcher voice = VOICE.matcher(payload);
        int from = 0;
        String name = cues.lastName();
        while (voice.find()) {
            add(cue, name, payload.substring(from, voice.start()), cues);
            name = CueText.ofMarkup(voice.group(1));
            from = voice.end();
        }
        add(cue, name, payload.substring(from), cues);
    }

    private static void add(Raw cue, String name, String markup, CueList cues)
            throws Malformed, InterruptedException {
        String text = CueText.ofMarkup(markup);
        if (!text.isEmpty()) {
            if (Math.max(cue.start(), cue.end()) > Cue.LATEST_SECONDS) {
                throw new Malformed(
                        "cue %d has a time after %d hours"
                                .formatted(cues.size() + 1, Cue.LATEST_SECONDS / 3600));
            }
            cues.add(Cue.timed(name, cue.start(), cue.end(), text));
        }
    }
}
