package talktrack.api.callquestions;

import java.util.List;
import talktrack.models.events.Band;

/** How good somebody is at something. */
final class ScoreAnswer {

    private ScoreAnswer() {}

    static void tell(Telling telling, Measure measure, List<Subject> subjects) {
        for (Subject subject : subjects) {
            Mean mean = subject.mean(measure);
            tell(telling, subject.name(), measure, mean);
            telling.figure(subject.name(), mean, subject.link());
            telling.cite(subject.evidence(measure, false));
            subject.team().ifPresent(team -> tellBeside(telling, measure, mean, team));
        }
    }

    private static void tell(Telling telling, String name, Measure measure, Mean mean) {
        String measured = telling.words().name(measure);
        if (mean.n() == 0) {
            telling.say("nothing", name, measured);
        } else if (mean.judged()) {
            telling.say(
                    "measured",
                    name,
                    measured,
                    telling.value(mean),
                    telling.n(measure, mean),
                    telling.band(mean));
        } else {
            telling.say(
                    "thin",
                    name,
                    measured,
                    telling.n(measure, mean),
                    Mean.LEAST,
                    (int) Band.MOST_WIDTH);
        }
    }

    /** The team's, where it is of more than the rep's own calls. */
    private static void tellBeside(Telling telling, Measure measure, Mean own, Subject team) {
        Mean mean = team.mean(measure);
        if (own.judged() && mean.judged() && mean.n() > own.n()) {
            telling.say("beside", team.name(), telling.value(mean), telling.n(measure, mean));
            telling.figure(team.name(), mean, team.link());
        }
    }
}
