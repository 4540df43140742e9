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
import talktrack.ingest.decode.HiddenSound;
import talktrack.ingest.speakers.ChannelSpeakers;
import talktrack.ingest.speakers.Said;
import talktrack.ingest.transcribe.Heard;
import talktrack.ingest.transcribe.OtherLanguage;
import talktrack.ingest.transcribe.SpeechModel;
import talktrack.ingest.transcribe.SpeechModels;
import talktrack.ingest.transcribe.Spoken;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.ingest.voice.VoiceMeter;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.VoiceEmotion;

/** Sound → transcript: decode, hear, tell who speaks. */
final class SoundReader {

    private final Decoder decoder;
    private final SpeechModels models;
    private final Transcriber transcriber;
    private final WorkFolder work;
    private final VoiceEmotion voiceEmotion;
    private final Clock clock;

    SoundReader(
            Decoder decoder,
            SpeechModels models,
            Transcriber transcriber,
            WorkFolder work,
            VoiceEmotion voiceEmotion,
            Clock clock) {
        this.decoder = decoder;
        this.models = models;
        this.transcriber = transcriber;
        this.work = work;
        this.voiceEmotion = voiceEmotion;
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
                            mostChannels(request),
                            request.playback(),
                            progress);
            SpeechModel model = models.of(language);
            Streams streams = hear(request, sound, model, progress);
            WhoSpoke who = who(request, language, sound, streams);
            List<Utterance> utterances =
                    VoiceMeter.measured(sound, utterances(request, language, who), voiceEmotion);
            return new Transcript(
                    end(request, sound, model, who, language, streams, secondsSince(started)),
                    utterances);
        } finally {
            Files.deleteIfExists(samples);
        }
    }

    /** Puts a tone over parts of the copy that browsers play. */
    void hide(ReadRequest request, List<HiddenSound> hidden)
            throws UnreadableRecording, IOException, InterruptedException {
        if (hidden.isEmpty()) {
            return;
        }
        Path samples = work.newFile();
        try {
            decoder.hide(
                    request.file(),
                    request.raw(),
                    samples,
                    mostChannels(request),
                    request.playback().orElseThrow(),
                    hidden);
        } finally {
            Files.deleteIfExists(samples);
        }
    }

    private static int mostChannels(ReadRequest request) {
        return request.channels() == ChannelLayout.MONO ? 1 : 2;
    }

    /**
     * What was heard, and on how many channels people speak.
     *
     * @param spoken of {@code heard}, what counts
     * @param count 1 when everybody is on one channel
     * @param sameOnBoth whether the other channel says the same
     * @param crossTalk whether one side was heard on the other one's channel as well
     */
    private record Streams(
            Heard heard, List<Spoken> spoken, int count, boolean sameOnBoth, boolean crossTalk) {}

    /**
     * Two channels of which one is mute are no conversation between channels: unless declared, one
     * stream.
     */
    private Streams hear(ReadRequest request, Decoded sound, SpeechModel model, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        if (sound.channels() == 1 || sound.sameSound()) {
            Heard heard = transcriber.hear(sound, 1, model, progress);
            return new Streams(heard, heard.spoken(), 1, sound.sameSound(), false);
        }
        boolean auto = request.channels() == ChannelLayout.AUTO;
        boolean silenced = CrossTalk.silence(sound);
        Heard heard = transcriber.hear(sound, 2, model, progress);
        List<Spoken> both = heard.spoken();
        if (auto && Echo.isIn(both)) {
            return new Streams(heard, Echo.betterChannel(both), 1, true, false);
        }
        List<Spoken> spoken = CrossTalk.withoutEchoes(sound, both);
        boolean oneSpeaks = spoken.stream().map(Spoken::channel).distinct().count() < 2;
        return auto && oneSpeaks
                ? new Streams(heard, spoken, 1, silenced, false)
                : new Streams(heard, spoken, 2, false, silenced || words(spoken) < words(both));
    }

    private static long words(List<Spoken> spoken) {
        return spoken.stream().mapToLong(said -> said.words().size()).sum();
    }

    private static WhoSpoke who(
            ReadRequest request, Language language, Decoded sound, Streams streams)
            throws IOException, InterruptedException {
        List<Spoken> spoken = streams.spoken();
        if (streams.count() == 1) {
            SourceMode mode = streams.sameOnBoth() ? SourceMode.FAKE_STEREO : SourceMode.MONO;
            return SharedChannel.tell(sound, mode, language, spoken);
        }
        ChannelSpeakers speakers =
                ChannelSpeakers.ofTwo(
                        request.channels(),
                        language,
                        spoken.stream()
                                .map(said -> new Said(said.channel(), said.text()))
                                .toList());
        return new WhoSpoke(
                spoken.stream()
                        .map(said -> new Line(said, 0, speakers.on(said.channel())))
                        .toList(),
                SourceMode.STEREO,
                speakers.layout(),
                new SpeakerCertainty(0, OptionalDouble.empty(), speakers.repConfidence()),
                speakers.guessed() ? Set.of(Caution.REP_GUESSED) : Set.of());
    }

    private static List<Utterance> utterances(
            ReadRequest request, Language language, WhoSpoke who) {
        List<Utterance> utterances = new ArrayList<>();
        for (Line line : who.lines()) {
            int index = utterances.size();
            Spoken said = line.said();
            utterances.add(
                    new Utterance(
                            Utterance.id(request.callId(), request.revision(), index),
                            request.callId(),
                            request.revision(),
                            index,
                            said.channel(),
                            line.voice(),
                            line.speaker(),
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
            WhoSpoke who,
            Language language,
            Streams streams,
            double readSeconds) {
        return new TranscriptEnd.Transcribed(
                request.callId(),
                request.revision(),
                who.lines().size(),
                OptionalDouble.of(Math.round(sound.seconds() * 100) / 100.0),
                who.mode(),
                sound.sourceChannels(),
                who.layout(),
                model.name(),
                wordConfidence(who),
                List.copyOf(cautions(sound, model, who, language, streams)),
                playbackLocation(request),
                who.certainty(),
                OptionalDouble.of(readSeconds),
                clock.instant());
    }

    private static double secondsSince(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e7) / 100.0;
    }

    private static Set<Caution> cautions(
            Decoded sound, SpeechModel model, WhoSpoke who, Language language, Streams streams) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        cautions.addAll(who.cautions());
        if (model.starter()) {
            cautions.add(Caution.STARTER_MODEL);
        }
        if (who.lines().isEmpty()) {
            cautions.add(Caution.NO_SPEECH);
        }
        if (streams.crossTalk()) {
            cautions.add(Caution.CROSS_TALK);
        }
        if (sound.damaged()) {
            cautions.add(Caution.TRUNCATED);
        }
        if (sound.sourceChannels() > 2) {
            cautions.add(Caution.MANY_CHANNELS);
        }
        if (streams.heard().skippedSeconds() > 0) {
            cautions.add(Caution.PARTS_SKIPPED);
        }
        if (OtherLanguage.likely(language, streams.spoken())) {
            cautions.add(Caution.OTHER_LANGUAGE);
        }
        return cautions;
    }

    private static OptionalDouble wordConfidence(WhoSpoke who) {
        OptionalDouble mean =
                who.lines().stream()
                        .flatMap(line -> line.said().words().stream())
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
