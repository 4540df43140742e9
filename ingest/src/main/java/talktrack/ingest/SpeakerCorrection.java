package talktrack.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import talktrack.ingest.speakers.ChannelSpeakers;
import talktrack.models.events.Recording;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.SpeakerFix;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;
import talktrack.models.labels.VoiceEmotion;

/**
 * Puts what people said about who speaks into what was heard. A person's word counts before any
 * guess; what is said of one stretch counts before what is said of a whole voice, in whatever order
 * they were said.
 */
public final class SpeakerCorrection {

    /** Whoever speaks on a channel, or one of the voices told apart on it. */
    private record Voice(int channel, int voice) {
        static Voice of(Utterance said) {
            return new Voice(said.channel(), said.voice());
        }
    }

    private SpeakerCorrection() {}

    /**
     * The words of {@code heard} as the revision that is wanted.
     *
     * @param heard of this or an earlier revision, without any person's fixes
     * @param emotion whose pitch and arousal may be kept
     */
    public static Transcript apply(
            Transcript heard, Recording wanted, VoiceEmotion emotion, Instant now) {
        // A transcript's speakers have names and no voices.
        boolean recorded =
                heard.end().mode() != SourceMode.TIMED_TRANSCRIPT
                        && heard.end().mode() != SourceMode.UNTIMED_TRANSCRIPT;
        Map<Voice, Speaker> voices = new HashMap<>();
        if (recorded) {
            heard.utterances().forEach(said -> voices.putIfAbsent(Voice.of(said), said.speaker()));
        }
        boolean declared = declares(wanted.channels(), heard.end());
        if (declared) {
            ChannelSpeakers speakers =
                    new ChannelSpeakers(wanted.channels(), OptionalDouble.empty());
            voices.replaceAll((voice, before) -> speakers.on(voice.channel()));
        }
        boolean repTold = declared;
        for (SpeakerFix fix : wanted.speakerFixes()) {
            repTold |= recorded && fix.wholeVoice() && tell(voices, fix, heard.utterances());
        }
        List<SpeakerFix> stretches =
                wanted.speakerFixes().stream().filter(fix -> !fix.wholeVoice()).toList();
        List<Utterance> utterances = new ArrayList<>();
        for (Utterance said : heard.utterances()) {
            Speaker speaker = voices.getOrDefault(Voice.of(said), said.speaker());
            for (SpeakerFix fix : stretches) {
                speaker = holds(fix, said) ? fix.speaker() : speaker;
            }
            Utterance told = said.as(wanted.revision(), speaker);
            utterances.add(
                    emotion.covers(speaker)
                            ? told
                            : told.withVoiceMeasures(told.voiceMeasures().withoutEmotion()));
        }
        boolean fixed =
                !wanted.speakerFixes().isEmpty() || (declared && !sameLayout(heard, wanted));
        return new Transcript(end(heard.end(), wanted, voices, repTold, fixed, now), utterances);
    }

    private static boolean sameLayout(Transcript heard, Recording wanted) {
        return heard.end().layout() == wanted.channels();
    }

    /** Channels can be declared where there is a speaker on each. */
    private static boolean declares(ChannelLayout layout, TranscriptEnd.Transcribed heard) {
        return heard.mode() == SourceMode.STEREO
                && (layout == ChannelLayout.REP_CUSTOMER || layout == ChannelLayout.CUSTOMER_REP);
    }

    /** Whether it tells who the rep is. */
    private static boolean tell(
            Map<Voice, Speaker> voices, SpeakerFix fix, List<Utterance> utterances) {
        Optional<Voice> meant = mostHeard(fix, utterances);
        if (meant.isEmpty()) {
            return false;
        }
        boolean repTold =
                fix.speaker() == Speaker.REP
                        || (fix.speaker() == Speaker.CUSTOMER && voices.size() == 2);
        if (repTold) {
            Speaker others = fix.speaker() == Speaker.REP ? Speaker.CUSTOMER : Speaker.REP;
            voices.replaceAll((voice, before) -> others);
        }
        voices.put(meant.get(), fix.speaker());
        return repTold;
    }

    private static Optional<Voice> mostHeard(SpeakerFix fix, List<Utterance> utterances) {
        Map<Voice, Double> seconds =
                utterances.stream()
                        .filter(said -> said.timed() && said.channel() == fix.channel())
                        .collect(
                                Collectors.groupingBy(
                                        Voice::of,
                                        Collectors.summingDouble(said -> within(fix, said))));
        return seconds.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static double within(SpeakerFix fix, Utterance said) {
        return Math.max(
                0,
                Math.min(fix.endSeconds(), said.endSeconds().getAsDouble())
                        - Math.max(fix.startSeconds(), said.startSeconds().getAsDouble()));
    }

    /** An utterance is meant when its middle lies in the stretch. */
    private static boolean holds(SpeakerFix fix, Utterance said) {
        if (!said.timed() || said.channel() != fix.channel()) {
            return false;
        }
        double middle = (said.startSeconds().getAsDouble() + said.endSeconds().getAsDouble()) / 2;
        return middle >= fix.startSeconds() && middle <= fix.endSeconds();
    }

    private static TranscriptEnd.Transcribed end(
            TranscriptEnd.Transcribed heard,
            Recording wanted,
            Map<Voice, Speaker> voices,
            boolean repTold,
            boolean fixed,
            Instant now) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        cautions.addAll(heard.cautions());
        if (repTold) {
            cautions.remove(Caution.REP_GUESSED);
            if (!voices.containsValue(Speaker.UNKNOWN)) {
                cautions.remove(Caution.MONO);
                if (cautions.remove(Caution.SPEAKERS_UNSURE)) {
                    cautions.add(Caution.TOLD_BY_VOICE);
                }
            }
        }
        if (fixed) {
            cautions.add(Caution.SPEAKERS_FIXED);
        }
        SpeakerCertainty before = heard.speakers();
        return new TranscriptEnd.Transcribed(
                heard.callId(),
                wanted.revision(),
                heard.utteranceCount(),
                heard.durationSeconds(),
                heard.mode(),
                heard.channels(),
                heard.mode() == SourceMode.STEREO ? layout(voices, heard.layout()) : heard.layout(),
                heard.model(),
                heard.wordConfidence(),
                List.copyOf(cautions),
                heard.playback(),
                repTold
                        ? new SpeakerCertainty(
                                before.voices(), before.errorShare(), OptionalDouble.empty())
                        : before,
                heard.revision() == wanted.revision()
                        ? heard.readSeconds()
                        : OptionalDouble.empty(),
                now);
    }

    private static ChannelLayout layout(Map<Voice, Speaker> voices, ChannelLayout before) {
        for (ChannelLayout layout :
                List.of(ChannelLayout.REP_CUSTOMER, ChannelLayout.CUSTOMER_REP)) {
            ChannelSpeakers speakers = new ChannelSpeakers(layout, OptionalDouble.empty());
            if (voices.entrySet().stream()
                    .allMatch(one -> one.getValue() == speakers.on(one.getKey().channel()))) {
                return layout;
            }
        }
        return before;
    }
}
