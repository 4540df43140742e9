package talktrack.api.callquestions;

import java.util.List;
import java.util.Optional;

/**
 * A rep, a team or everybody, whom a question is about.
 *
 * @param calls theirs in the time, as far as the asker may open them
 * @param link to the page that shows them
 * @param team a rep's
 */
record Subject(String name, List<Heard> calls, String link, Optional<Subject> team) {

    Subject {
        calls = List.copyOf(calls);
    }

    Mean mean(Measure measure) {
        return Mean.of(calls, measure);
    }

    /** Utterances to cite, of the calls with the highest values or with the lowest. */
    List<String> evidence(Measure measure, boolean highestFirst) {
        return Heard.evidence(calls, measure, highestFirst, MeasuredAnswers.EVIDENCE);
    }
}
