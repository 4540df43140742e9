package talktrack.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.ingest.diarize.SpeakerErrors;
import talktrack.ingest.diarize.Turn;
import talktrack.models.events.Json;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;

/**
 * Prints the speaker errors of whole recordings, each mixed to one channel and with its turns'
 * times in {@code FILE.json}: run by hand, with a data folder and the recordings.
 */
final class SpeakerMeasure {

    private SpeakerMeasure() {}

    public static void main(String[] arguments) throws Exception {
        try (RecordingReader reader = new RecordingReader(Path.of(arguments[0]))) {
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                Transcript heard =
                        reader.read(
                                ReadRequest.oneShot(
                                        Path.of(file),
                                        Optional.empty(),
                                        ChannelLayout.MONO,
                                        "",
                                        ""),
                                Progress.NONE);
                SpeakerCertainty told = heard.end().speakers();
                SpeakerErrors errors =
                        SpeakerErrors.between(
                                reference(Path.of(file + ".json")),
                                turns(heard.utterances()),
                                SpeakerErrors.USUAL_COLLAR_SECONDS);
                System.out.printf(
                        "DER %.1f %% (missed %.1f s, false %.1f s), confusion %.1f %%, estimated %.1f %%, %d voices, %s: %s%n",
                        100 * errors.errorRate(),
                        errors.missedSeconds(),
                        errors.falseSeconds(),
                        100 * errors.confusionRate(),
                        100 * told.errorShare().orElse(Double.NaN),
                        told.voices(),
                        heard.end().cautions(),
                        file);
            }
        }
    }

    private static List<Turn> reference(Path json) throws IOException {
        JsonNode document = Json.mapper().readTree(json.toFile());
        List<Turn> turns = new ArrayList<>();
        for (String list : List.of("turns", "segments")) {
            for (JsonNode turn : document.path(list)) {
                if (turn.has("start")) {
                    turns.add(
                            new Turn(
                                    turn.path("start").asDouble(),
                                    turn.path("end").asDouble(),
                                    turn.path("speaker").asText() + turn.path("role").asText()));
                }
            }
        }
        return turns;
    }

    /** What a voice says; of channels, whose speakers are told by channel, what each one says. */
    static List<Turn> turns(List<Utterance> utterances) {
        return utterances.stream()
                .map(
                        said ->
                                new Turn(
                                        said.startSeconds().getAsDouble(),
                                        said.endSeconds().getAsDouble(),
                                        said.channel() + "-" + said.voice()))
                .toList();
    }
}
