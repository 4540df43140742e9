package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.analysis.score.Backchannels;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * A call's utterances in order, and what can be asked of them.
 *
 * @param durationSeconds of the recording, or to the end of the last utterance; absent without
 *     times
 */
record SpokenCall(
        Language language, List<ScoredUtterance> utterances, OptionalDouble durationSeconds) {

    SpokenCall {
        utterances = List.copyOf(utterances);
    }

    static SpokenCall of(
            Language language, TranscriptEnd.Transcribed end, List<ScoredUtterance> utterances) {
        List<ScoredUtterance> ordered =
                utterances.stream()
                        .sorted(Comparator.comparingInt(said -> said.utterance().index()))
                        .toList();
        boolean timed =
                !ordered.isEmpty() && ordered.stream().allMatch(said -> said.utterance().timed());
        double lastEnd =
                ordered.stream()
                        .mapToDouble(said -> said.utterance().endSeconds().orElse(0))
                        .max()
                        .orElse(0);
        return new SpokenCall(
                language,
                ordered,
                timed
                        ? OptionalDouble.of(Math.max(lastEnd, end.durationSeconds().orElse(0)))
                        : OptionalDouble.empty());
    }

    /** Whether all utterances have times. */
    boolean timed() {
        return durationSeconds.isPresent();
    }

    double minutes() {
        return durationSeconds.orElseThrow() / 60;
    }

    /** Whether it is known who the rep is. */
    boolean speakersKnown() {
        return utterances.stream().anyMatch(said -> said.utterance().speaker() == Speaker.REP);
    }

    List<ScoredUtterance> of(Speaker speaker) {
        return utterances.stream().filter(said -> said.utterance().speaker() == speaker).toList();
    }

    /** A speaker's utterances whose words were recognised well enough to count. */
    List<ScoredUtterance> clear(Speaker speaker) {
        return of(speaker).stream().filter(said -> !said.labels().unclear()).toList();
    }

    /** Consecutive utterances of one speaker; a backchannel belongs to no turn and ends none. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        List<ScoredUtterance> current = new ArrayList<>();
        for (ScoredUtterance said : utterances) {
            if (Backchannels.is(said.utterance())) {
                continue;
            }
            if (!current.isEmpty()
                    && current.getLast().utterance().speaker() != said.utterance().speaker()) {
                turns.add(new Turn(current));
                current.clear();
            }
            current.add(said);
        }
        if (!current.isEmpty()) {
            turns.add(new Turn(current));
        }
        return turns;
    }

    /** One speaker's consecutive utterances, at least one. */
    record Turn(List<ScoredUtterance> utterances) {
        Turn {
            utterances = List.copyOf(utterances);
        }

        Speaker speaker() {
            return utterances.getFirst().utterance().speaker();
        }

        double startSeconds() {
            return utterances.getFirst().utterance().startSeconds().orElseThrow();
        }

        double endSeconds() {
            return utterances.stream()
                    .mapToDouble(said -> said.utterance().endSeconds().orElseThrow())
                    .max()
                    .orElseThrow();
        }

        /** Seconds of speech, without the pauses inside the turn. */
        double speechSeconds() {
            return utterances.stream()
                    .mapToDouble(said -> said.utterance().durationSeconds().orElseThrow())
                    .sum();
        }

        List<ScoredUtterance> clear() {
            return utterances.stream().filter(said -> !said.labels().unclear()).toList();
        }

        String text() {
            return String.join(
                    " ", utterances.stream().map(said -> said.utterance().text()).toList());
        }

        List<String> ids() {
            return utterances.stream().map(said -> said.utterance().utteranceId()).toList();
        }

        /** Mean sentiment, or absent when nothing in the turn is clear. */
        OptionalDouble valence() {
            return clear().stream()
                    .map(ScoredUtterance::labels)
                    .mapToDouble(UtteranceLabels::valence)
                    .average();
        }
    }
}
