package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.labels.Label;

/** A quarter of an hour of practice, in steps. */
public final class Exercise {

    public static final int MINUTES = 15;

    private Exercise() {}

    /** What a rep does in a step, in this order. */
    public enum Kind implements Label {
        /** Hear the own moment, and say what it led to. */
        OWN_CLIP(3),
        /** Hear how a colleague does it. */
        EXAMPLE(3),
        /** Read the talk track, and put it into own words. */
        TALK_TRACK(4),
        /** Say the own moment again, aloud, better. */
        REHEARSE(3),
        /** Note the task for the next calls. */
        TASK(2);

        private final int minutes;

        Kind(int minutes) {
            this.minutes = minutes;
        }
    }

    public record Step(Kind kind, int minutes) {}

    /** What there is no material for is left out; its minutes go to saying it aloud. */
    public static List<Step> of(boolean clip, boolean example, boolean talkTrack) {
        List<Step> steps = new ArrayList<>();
        int left = MINUTES;
        for (Kind kind : Kind.values()) {
            boolean there =
                    switch (kind) {
                        case OWN_CLIP -> clip;
                        case EXAMPLE -> example;
                        case TALK_TRACK -> talkTrack;
                        case REHEARSE, TASK -> true;
                    };
            if (there) {
                steps.add(new Step(kind, kind.minutes));
                left -= kind.minutes;
            }
        }
        int more = left;
        return steps.stream()
                .map(
                        step ->
                                step.kind() == Kind.REHEARSE
                                        ? new Step(step.kind(), step.minutes() + more)
                                        : step)
                .toList();
    }
}
