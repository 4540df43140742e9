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
import talktrack.models.events.CallAnalysis;
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

/** A shipped call as a recogniser writes it, or several in a row. */
final class RecognisedCall {

    private static final double HOUR_SECONDS = 3600;
    private static final String ID = "shipped";
    private static final String MODEL = "imported";
    private static final int CONTEXT = 10;

    private final Language language;
    private final List<Utterance> utterances = new ArrayList<>();

    private RecognisedCall(Language language) {
        this.language = language;
    }

    static RecognisedCall of(Conversation call) {
        RecognisedCall recognised = new RecognisedCall(call.language());
        recognised.add(call, 0, Double.MAX_VALUE);
        return recognised;
    }

    /** A call of an hour, to measure how long reading one takes: the shipped calls in a row. */
    static RecognisedCall ofAnHour(Language language) {
        RecognisedCall recognised = new RecognisedCall(language);
        List<Conversation> calls = Conversation.of(language);
        double start = 0;
        for (int i = 0; start < HOUR_SECONDS; i++) {
            start = recognised.add(calls.get(i % calls.size()), start, HOUR_SECONDS);
        }
        return recognised;
    }

    /** The id of the turn at this place. */
    static String id(int turn) {
        return Utterance.id(ID, 1, turn);
    }

    int size() {
        return utterances.size();
    }

    /** Adds what is said until then, and tells when the call would end. */
    private double add(Conversation call, double start, double until) {
        double end = start;
        for (Map<String, String> turn : call.turns()) {
            double from = start + Double.parseDouble(turn.get("start"));
            end = start + Double.parseDouble(turn.get("end"));
            if (end > until) {
                return end;
            }
            String text = TextNormaliser.normalise(language, turn.get("text"));
            utterances.add(
                    new Utterance(
                            id(utterances.size()),
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
    CallAnalysis read() {
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance one = utterances.get(i);
            List<Utterance> before = utterances.subList(Math.max(0, i - CONTEXT), i);
            scored.add(new ScoredUtterance(one, UtteranceScorer.score(one, before)));
        }
        return CallReader.read(details(), end(), scored, ZoneOffset.UTC);
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
