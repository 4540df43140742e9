package talktrack.api.roleplay;

import java.util.Set;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.QuestionType;

/**
 * What the readers of calls heard in what the rep has just said.
 *
 * @param text as typed
 * @param question the most telling question in it
 * @param steps of handling an objection; empty where none is open, as are the faults
 */
record Turn(
        String text, QuestionType question, Set<HandlingStep> steps, Set<HandlingFault> faults) {

    Turn {
        steps = Set.copyOf(steps);
        faults = Set.copyOf(faults);
    }
}
