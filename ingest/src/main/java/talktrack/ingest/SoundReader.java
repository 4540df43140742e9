package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.ingest.speakers.ChannelSpeakers;
import talktrack.ingest.speakers.Said;
import talktrack.ingest.transcribe.Heard;
import talktrack.ingest.transcribe.OtherLanguage;
import talktrack.ingest.transcribe.SpeechModel;
import talktrack.ingest.transcribe.SpeechModels;
import talktrack.ingest.transcribe.Spoken;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;

/** Sound → transcript: decode, hear, tell who speaks. */
final class SoundReader {

    private final Decoder decoder;
    private final SpeechModels models;
    private final Transcriber transcriber;
    private final WorkFolder work;
    private final Clock clock;

    SoundReader(
            Decoder decoder,
            SpeechModels models,
            Transcriber transcriber,
            WorkFolder work,
            Clock clock) {
        this.decoder = decoder;
        this.models = models;
        this.transcriber = transcriber;
        this.work = work;
        this.clock = clock;
    }

    Transcript read(ReadRequest request, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        long started = System.nanoTime();
        Language language = request.language().orElse(Language.EN);
        Path samples = work.newFile();
        try {
            Decoded sound =
                    decoder.decode(
                            request.file(),
                            request.raw(),
                            samples,
                            request.channels() == ChannelLayout.MONO ? 1 : 2,
                            request.playback(),
                            progress);
            SpeechModel model = models.of(language);
            int heard = sound.sameSound() ? 1 : sound.channels();
            Heard hearing = transcriber.hear(sound, heard, model, progress);
            List<Spoken> both = hearing.spoken();
            boolean echo = request.channels() == ChannelLayout.AUTO && Echo.isIn(both);
            List<Spoken> spoken = echo ? Echo.betterChannel(both) : both;
            ChannelSpeakers speakers = speakers(request, language, heard, spoken);
            List<Utterance> utterances = utterances(request, language, spoken, speakers);
            return new Transcript(
                    end(
                            request,
                            sound,
                            model,
                            speakers,
                            spoken,
                            language,
                            hearing,
                            secondsSince(started)),
                    utterances);
        } finally {
            Files.deleteIfExists(samples);
        }
    }

    /**
     * Two channels of which one is mute are no conversation between channels: unless declared, one
     * stream.
     */
    private static ChannelSpeakers speakers(
            ReadRequest request, Language language, int heard, List<Spoken> spoken) {
        boolean oneChannelSpeaks = spoken.stream().map(Spoken::channel).distinct().count() < 2;
        if (heard == 1 || (request.channels() == ChannelLayout.AUTO && oneChannelSpeaks)) {
            return ChannelSpeakers.MONO;
        }
        return ChannelSpeakers.ofTwo(
                request.channels(),
                language,
                spoken.stream().map(said -> new Said(said.channel(), said.text())).toList());
    }

    private static List<Utterance> utterances(
            ReadRequest request, Language language, List<Spoken> spoken, ChannelSpeakers speakers) {
        List<Utterance> utterances = new ArrayList<>();
        for (Spoken said : spoken) {
            int index = utterances.size();
            utterances.add(
                    new Utterance(
                            Utterance.id(request.callId(), request.revision(), index),
                            request.callId(),
                            request.revision(),
                            index,
                            said.channel(),
                            0,
                            speakers.on(said.channel()),
                            "",
                            language,
                            OptionalDouble.of(said.startSeconds()),
                            OptionalDouble.of(said.endSeconds()),
                            said.text(),
                            said.text(),
                            said.words()));
        }
        return utterances;
    }

    private TranscriptEnd.Transcribed end(
            ReadRequest request,
            Decoded sound,
            SpeechModel model,
            ChannelSpeakers speakers,
            List<Spoken> spoken,
            Language language,
            Heard hearing,
            double readSeconds) {
        boolean mono = speakers.layout() == ChannelLayout.MONO;
        return new TranscriptEnd.Transcribed(
                request.callId(),
                request.revision(),
                spoken.size(),
                OptionalDouble.of(Math.round(sound.seconds() * 100) / 100.0),
                mono ? SourceMode.MONO : SourceMode.STEREO,
                sound.sourceChannels(),
                speakers.layout(),
                model.name(),
                wordConfidence(spoken),
                List.copyOf(cautions(sound, model, speakers, spoken, language, hearing)),
                playbackLocation(request),
                SpeakerCertainty.UNTOLD,
                OptionalDouble.of(readSeconds),
                clock.instant());
    }

    private static double secondsSince(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e7) / 100.0;
    }

    private static Set<Caution> cautions(
            Decoded sound,
            SpeechModel model,
            ChannelSpeakers speakers,
            List<Spoken> spoken,
            Language language,
            Heard hearing) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (model.starter()) {
            cautions.add(Caution.STARTER_MODEL);
        }
        if (spoken.isEmpty()) {
            cautions.add(Caution.NO_SPEECH);
        } else if (speakers.layout() == ChannelLayout.MONO) {
            cautions.add(Caution.MONO);
        }
        if (speakers.guessed()) {
            cautions.add(Caution.REP_GUESSED);
        }
        if (sound.damaged()) {
            cautions.add(Caution.TRUNCATED);
        }
        if (sound.sourceChannels() > 2) {
            cautions.add(Caution.MANY_CHANNELS);
        }
        if (hearing.skippedSeconds() > 0) {
            cautions.add(Caution.PARTS_SKIPPED);
        }
        if (OtherLanguage.likely(language, spoken)) {
            cautions.add(Caution.OTHER_LANGUAGE);
        }
        return cautions;
    }

    private static OptionalDouble wordConfidence(List<Spoken> spoken) {
        OptionalDouble mean =
                spoken.stream()
                        .flatMap(said -> said.words().stream())
                        .mapToDouble(Word::confidence)
                        .average();
        return mean.isPresent()
                ? OptionalDouble.of(Math.round(mean.getAsDouble() * 1000) / 1000.0)
                : mean;
    }

    /** Relative to the recording store, in which the copy lies beside the recording. */
    private static String playbackLocation(ReadRequest request) {
        Optional<Path> playback = request.playback();
        return playback.map(file -> request.callId() + "/" + file.getFileName()).orElse("");
    }
}
