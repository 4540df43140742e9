package talktrack.analysis.train;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.corpora.Conversation;
import talktrack.models.events.CallDetails;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/**
 * A call of an hour, to measure how long reading one takes: the shipped calls in a row, as a
 * recogniser writes them.
 */
final class HourCall {

    private static final double SECONDS = 3600;
    private static final String ID = "hour";
    private static final String MODEL = "imported";
    private static final int CONTEXT = 10;

    private final Language language;
    private final List<Utterance> utterances = new ArrayList<>();

    HourCall(Language language) {
        this.language = language;
        List<Conversation> calls = Conversation.of(language);
        double start = 0;
        for (int i = 0; start < SECONDS; i++) {
            start = add(calls.get(i % calls.size()), start);
        }
    }

    int size() {
        return utterances.size();
    }

    /** Adds what is said within the hour, and tells when the call would end. */
    private double add(Conversation call, double start) {
        double end = start;
        for (Map<String, String> turn : call.turns()) {
            double from = start + Double.parseDouble(turn.get("start"));
            end = start + Double.parseDouble(turn.get("end"));
            if (end > SECONDS) {
                return end;
            }
            String text = TextNormaliser.normalise(language, turn.get("text"));
            utterances.add(
                    new Utterance(
                            Utterance.id(ID, 1, utterances.size()),
                            ID,
                            1,
                            utterances.size(),
                            0,
                            0,
                            Label.parse(Speaker.class, turn.get("speaker")),
                            "",
                            language,
                            OptionalDouble.of(from),
                            OptionalDouble.of(end),
                            text,
                            text,
                            List.of()));
        }
        return end;
    }

    /** Scores each utterance and reads the whole, as the stages do. */
    void read() {
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance one = utterances.get(i);
            List<Utterance> before = utterances.subList(Math.max(0, i - CONTEXT), i);
            scored.add(new ScoredUtterance(one, UtteranceScorer.score(one, before)));
        }
        CallReader.read(details(), end(), scored, ZoneOffset.UTC);
    }

    private CallDetails details() {
        return new CallDetails(
                ID,
                "rep",
                "Rep",
                "team",
                "",
                Instant.EPOCH,
                language,
                ID,
                false,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    private TranscriptEnd.Transcribed end() {
        return new TranscriptEnd.Transcribed(
                ID,
                1,
                utterances.size(),
                OptionalDouble.of(utterances.getLast().endSeconds().orElseThrow()),
                SourceMode.TIMED_TRANSCRIPT,
                0,
                ChannelLayout.AUTO,
                MODEL,
                OptionalDouble.empty(),
                List.of(),
                "",
                SpeakerCertainty.UNTOLD,
                OptionalDouble.empty(),
                Instant.EPOCH);
    }
}
