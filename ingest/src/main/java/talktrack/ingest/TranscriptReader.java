package talktrack.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import talktrack.ingest.speakers.NamedSpeakers;
import talktrack.ingest.transcripts.Cue;
import talktrack.ingest.transcripts.Malformed;
import talktrack.ingest.transcripts.TranscriptParser;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/** A transcript file → the same records that a recording gives. */
final class TranscriptReader {

    private static final String MODEL = "imported";

    private final Clock clock;

    TranscriptReader(Clock clock) {
        this.clock = clock;
    }

    Transcript read(ReadRequest request)
            throws UnreadableRecording, IOException, InterruptedException {
        List<Cue> cues = cues(request);
        Language language =
                request.language()
                        .orElseGet(
                                () ->
                                        TextNormaliser.detect(
                                                cues.stream()
                                                        .limit(200)
                                                        .map(Cue::text)
                                                        .collect(Collectors.joining("\n"))));
        boolean labelled = cues.stream().anyMatch(cue -> cue.speaker() != Speaker.UNKNOWN);
        NamedSpeakers named =
                NamedSpeakers.of(
                        language,
                        cues.stream().map(Cue::name).toList(),
                        cues.stream().map(Cue::text).toList(),
                        request.repName(),
                        request.repSpeaker());
        List<Utterance> utterances = new ArrayList<>();
        for (Cue cue : cues) {
            Speaker speaker = labelled ? cue.speaker() : named.of(cue.name());
            utterances.add(utterance(request, utterances.size(), language, cue, speaker));
        }
        return new Transcript(
                end(request, utterances, labelled ? OptionalDouble.empty() : named.repConfidence()),
                utterances);
    }

    private static List<Cue> cues(ReadRequest request)
            throws UnreadableRecording, IOException, InterruptedException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(request.file())) {
            bytes = in.readNBytes((int) TranscriptParser.MAX_BYTES + 1);
        }
        if (bytes.length == 0) {
            throw new UnreadableRecording(
                    FailureKind.EMPTY_FILE,
                    "This file is empty (0 bytes), so there is nothing to read. Export the transcript again and upload that.",
                    "transcript: size=0");
        }
        if (bytes.length > TranscriptParser.MAX_BYTES) {
            throw unreadable("it is larger than 20 MB", "size > 20 MB");
        }
        try {
            return TranscriptParser.parse(bytes);
        } catch (Malformed e) {
            throw unreadable(e.getMessage(), e.getMessage());
        }
    }

    private static UnreadableRecording unreadable(String what, String cause) {
        return new UnreadableRecording(
                FailureKind.UNREADABLE_TRANSCRIPT,
                "This transcript cannot be read: %s. Export it as WebVTT or SRT, or as lines like \"Anna: Hello\", and upload that."
                        .formatted(what),
                "transcript: " + cause);
    }

    private static Utterance utterance(
            ReadRequest request, int index, Language language, Cue cue, Speaker speaker) {
        return new Utterance(
                Utterance.id(request.callId(), request.revision(), index),
                request.callId(),
                request.revision(),
                index,
                0,
                0,
                speaker,
                cue.name(),
                language,
                cue.startSeconds(),
                cue.endSeconds(),
                cue.text(),
                cue.text(),
                List.of());
    }

    private TranscriptEnd.Transcribed end(
            ReadRequest request, List<Utterance> utterances, OptionalDouble repConfidence) {
        boolean timed = utterances.stream().allMatch(Utterance::timed);
        return new TranscriptEnd.Transcribed(
                request.callId(),
                request.revision(),
                utterances.size(),
                timed
                        ? utterances.stream().mapToDouble(u -> u.endSeconds().getAsDouble()).max()
                        : OptionalDouble.empty(),
                timed ? SourceMode.TIMED_TRANSCRIPT : SourceMode.UNTIMED_TRANSCRIPT,
                0,
                ChannelLayout.AUTO,
                MODEL,
                OptionalDouble.empty(),
                List.copyOf(cautions(utterances, timed, repConfidence.isPresent())),
                "",
                new SpeakerCertainty(0, OptionalDouble.empty(), repConfidence),
                OptionalDouble.empty(),
                clock.instant());
    }

    private static Set<Caution> cautions(
            List<Utterance> utterances, boolean timed, boolean repGuessed) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (utterances.isEmpty()) {
            cautions.add(Caution.NO_SPEECH);
        } else if (utterances.stream().allMatch(u -> u.speaker() == Speaker.UNKNOWN)) {
            cautions.add(Caution.MONO);
        }
        if (repGuessed) {
            cautions.add(Caution.REP_GUESSED);
        }
        if (!timed) {
            cautions.add(Caution.NO_TIMES);
        }
        return cautions;
    }
}
