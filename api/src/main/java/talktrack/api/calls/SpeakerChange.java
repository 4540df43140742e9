package talktrack.api.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.api.http.Problem;
import talktrack.models.events.Recording;
import talktrack.models.events.SpeakerFix;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.SourceMode;

/**
 * What a person says about who speaks in a call; one of the three.
 *
 * @param layout who speaks on which of two channels
 * @param repSpeaker which name of an imported transcript is the rep's
 * @param fix who speaks in a stretch of time, or a whole voice
 */
record SpeakerChange(
        Optional<ChannelLayout> layout, Optional<String> repSpeaker, Optional<SpeakerFix> fix) {

    private static final Set<SourceMode> RECORDED =
            EnumSet.of(SourceMode.STEREO, SourceMode.FAKE_STEREO, SourceMode.MONO);

    private static final int MOST_FIXES = 2000;
    private static final int LONGEST_NAME = 200;

    SpeakerChange {
        layout = layout == null ? Optional.empty() : layout;
        repSpeaker = repSpeaker == null ? Optional.empty() : repSpeaker;
        fix = fix == null ? Optional.empty() : fix;
    }

    /**
     * The request that makes it so.
     *
     * @param end how the call was read
     */
    Recording of(Recording now, TranscriptEnd.Transcribed end, Instant at) {
        if (Stream.of(layout, repSpeaker, fix).filter(Optional::isPresent).count() != 1) {
            throw Problem.badRequest(
                    "The request says more than one thing about who speaks, or none.",
                    "Send one of `layout`, `repSpeaker` and `fix`.");
        }
        if (layout.isPresent()) {
            return now.withLayout(channels(layout.get(), end), at);
        }
        return repSpeaker.isPresent()
                ? now.withRepSpeaker(name(repSpeaker.get(), now), at)
                : now.withFixes(with(fix.get(), now.speakerFixes(), end), at);
    }

    private static ChannelLayout channels(ChannelLayout layout, TranscriptEnd.Transcribed end) {
        if (end.mode() != SourceMode.STEREO) {
            throw Problem.badRequest(
                    "This call has no channel for each speaker, so there are none to swap.",
                    "Say of one line who speaks there, and that the whole voice is meant.");
        }
        if (layout != ChannelLayout.REP_CUSTOMER && layout != ChannelLayout.CUSTOMER_REP) {
            throw Problem.badRequest(
                    "The layout `%s` does not say who speaks.".formatted(layout.id()),
                    "Use `rep,customer` or `customer,rep`.");
        }
        return layout;
    }

    private static String name(String name, Recording now) {
        if (now.kind() != Recording.Kind.TRANSCRIPT) {
            throw Problem.badRequest(
                    "Only an imported transcript names its speakers; this call is a recording.",
                    "Say of one line who speaks there, and that the whole voice is meant.");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest(
                    "The name of the rep is empty or too long.",
                    "Use the name as it stands in the transcript.");
        }
        return name;
    }

    /** What was said of the same stretch before does not count any more. */
    private static List<SpeakerFix> with(
            SpeakerFix fix, List<SpeakerFix> before, TranscriptEnd.Transcribed end) {
        if (end.durationSeconds().isEmpty()) {
            throw Problem.badRequest(
                    "This transcript has no times, so no stretch of it can be named.",
                    "Say which of its names is the rep.");
        }
        if (fix.wholeVoice() && !RECORDED.contains(end.mode())) {
            throw Problem.badRequest(
                    "A transcript has no voices, so none can be meant as a whole.",
                    "Say which of its names is the rep, or who speaks in single lines.");
        }
        boolean inside =
                fix.startSeconds() >= 0
                        && fix.startSeconds() <= end.durationSeconds().getAsDouble()
                        && Double.isFinite(fix.endSeconds())
                        && fix.channel() >= 0
                        && fix.channel() < Math.max(1, end.channels());
        if (!inside) {
            throw Problem.badRequest(
                    "The stretch from %s to %s s on channel %d is not in this call."
                            .formatted(fix.startSeconds(), fix.endSeconds(), fix.channel()),
                    "Use times and the channel of an utterance.");
        }
        List<SpeakerFix> fixes = new ArrayList<>(before);
        fixes.removeIf(
                old ->
                        old.wholeVoice() == fix.wholeVoice()
                                && old.channel() == fix.channel()
                                && old.startSeconds() >= fix.startSeconds()
                                && old.endSeconds() <= fix.endSeconds());
        fixes.add(fix);
        if (fixes.size() > MOST_FIXES) {
            throw Problem.badRequest(
                    "This call has %d corrections of its speakers already.".formatted(MOST_FIXES),
                    "Delete it, and upload it anew with its channels declared.");
        }
        return fixes;
    }
}
