package talktrack.api.roleplay;

import java.util.ArrayList;
import java.util.List;
import talktrack.api.roleplay.Position.State;
import talktrack.api.roleplay.Scenario.Problem;
import talktrack.models.labels.Label;

/**
 * What the customer would have said, had the rep asked for it or answered well.
 *
 * @param line the customer's words
 */
record Kept(What what, String line) {

    /** What it is. */
    enum What implements Label {
        /** Nobody asked for it. */
        PROBLEM,
        /** The problem came out, but not what it costs. */
        CONSEQUENCE,
        /** Not asked for the worth of a solution. */
        NEED,
        /** Raised, and not answered to the customer's content. */
        OBJECTION
    }

    static List<Kept> of(Scenario scenario, Position position) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < scenario.problems().size(); i++) {
            Problem problem = scenario.problems().get(i);
            int depth = position.depths().get(i);
            if (depth < 1) {
                kept.add(new Kept(What.PROBLEM, problem.admits()));
            } else if (depth < 2) {
                kept.add(new Kept(What.CONSEQUENCE, problem.consequence()));
            } else if (depth < 3) {
                kept.add(new Kept(What.NEED, problem.need()));
            }
        }
        for (int i = 0; i < scenario.objections().size(); i++) {
            State state = position.objections().get(i);
            if (state != State.WAITING && state != State.SETTLED) {
                kept.add(new Kept(What.OBJECTION, scenario.objections().get(i).explains()));
            }
        }
        return List.copyOf(kept);
    }
}
