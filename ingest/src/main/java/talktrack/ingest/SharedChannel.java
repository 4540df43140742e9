package talktrack.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.PcmSound;
import talktrack.ingest.diarize.Diarization;
import talktrack.ingest.diarize.Diarizer;
import talktrack.ingest.diarize.Span;
import talktrack.ingest.speakers.RepGuess;
import talktrack.ingest.speakers.Said;
import talktrack.ingest.transcribe.Spoken;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Word;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/** Who speaks where all speakers are on one channel: told by voice, then the rep by words. */
final class SharedChannel {

    /**
     * Above this estimated error the speakers stay unknown: talk ratio, patience and every skill
     * that reads the rep's words would be those of a mixture (docs/speakers.md).
     */
    static final double MOST_ERROR = 0.15;

    private SharedChannel() {}

    /**
     * @param spoken all on one channel, in order of start
     */
    static WhoSpoke tell(Decoded sound, SourceMode mode, Language language, List<Spoken> spoken)
            throws IOException, InterruptedException {
        if (spoken.isEmpty()) {
            return new WhoSpoke(
                    List.of(), mode, ChannelLayout.MONO, SpeakerCertainty.UNTOLD, Set.of());
        }
        Diarization told = diarize(sound, spoken);
        List<Line> lines = cut(spoken, told.voiceOf());
        if (told.voices() < 2) {
            return new WhoSpoke(
                    lines,
                    mode,
                    ChannelLayout.MONO,
                    certainty(told, OptionalDouble.empty()),
                    EnumSet.of(Caution.MONO));
        }
        if (told.errorShare() > MOST_ERROR) {
            return new WhoSpoke(
                    lines,
                    mode,
                    ChannelLayout.MONO,
                    certainty(told, OptionalDouble.empty()),
                    EnumSet.of(Caution.SPEAKERS_UNSURE));
        }
        RepGuess.Guess rep =
                RepGuess.of(
                        language,
                        lines.stream()
                                .map(line -> new Said(line.voice() - 1, line.said().text()))
                                .toList(),
                        told.voices());
        return new WhoSpoke(
                lines.stream().map(line -> withSpeaker(line, rep.party() + 1)).toList(),
                mode,
                ChannelLayout.MONO,
                certainty(told, OptionalDouble.of(rep.confidence())),
                EnumSet.of(Caution.TOLD_BY_VOICE, Caution.REP_GUESSED));
    }

    private static SpeakerCertainty certainty(Diarization told, OptionalDouble rep) {
        return new SpeakerCertainty(
                told.voices(),
                OptionalDouble.of(Math.round(told.errorShare() * 1000) / 1000.0),
                rep);
    }

    private static Diarization diarize(Decoded sound, List<Spoken> spoken)
            throws IOException, InterruptedException {
        List<Span> words = new ArrayList<>();
        for (Spoken said : spoken) {
            for (Word word : said.words()) {
                words.add(
                        new Span(
                                word.startSeconds(),
                                Math.max(word.startSeconds(), word.endSeconds())));
            }
        }
        try (PcmSound pcm = new PcmSound(sound, spoken.getFirst().channel())) {
            return new Diarizer().of(pcm::read, words);
        }
    }

    /** Utterances end where another voice begins. */
    private static List<Line> cut(List<Spoken> spoken, List<Integer> voiceOf) {
        List<Line> lines = new ArrayList<>();
        int word = 0;
        for (Spoken said : spoken) {
            int start = 0;
            int count = said.words().size();
            for (int i = 1; i <= count; i++) {
                if (i == count || !voiceOf.get(word + i).equals(voiceOf.get(word + start))) {
                    lines.add(
                            new Line(
                                    new Spoken(said.channel(), said.words().subList(start, i)),
                                    voiceOf.get(word + start),
                                    Speaker.UNKNOWN));
                    start = i;
                }
            }
            word += count;
        }
        return lines;
    }

    private static Line withSpeaker(Line line, int repVoice) {
        return new Line(
                line.said(),
                line.voice(),
                line.voice() == repVoice ? Speaker.REP : Speaker.CUSTOMER);
    }
}
