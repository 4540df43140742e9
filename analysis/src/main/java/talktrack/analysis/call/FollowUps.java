package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Speaker;

/** What the rep made of a need: asked on about it, answered it, or let it drop. */
final class FollowUps {

    /** As for objections: what comes later without being about the need belongs elsewhere. */
    private static final int NEXT_TURNS = 4; // two of the rep's

    private final List<Turn> turns;
    private final Map<String, Matter> matterOfQuestion = new LinkedHashMap<>();
    private final Answers answers;

    FollowUps(SpokenCall call, List<Matter> matters, Answers answers) {
        this.turns = call.turns();
        this.answers = answers;
        for (Matter matter : matters) {
            for (NeedMoment moment : matter.moments()) {
                moment.question()
                        .ifPresent(
                                asked ->
                                        matterOfQuestion.putIfAbsent(
                                                asked.utterance().utteranceId(), matter));
            }
        }
    }

    /**
     * The rep's utterances that follow up a need, in the call's order: problem, implication and
     * need-payoff questions about it, such questions right after it that led to nothing else, and
     * capabilities that answer it.
     */
    List<String> of(Matter matter) {
        List<Integer> stated =
                matter.needSteps().stream().map(step -> step.moment().turn()).sorted().toList();
        List<ScoredUtterance> found = new ArrayList<>();
        for (int i = stated.isEmpty() ? turns.size() : stated.getFirst(); i < turns.size(); i++) {
            if (turns.get(i).speaker() == Speaker.REP) {
                int at = i;
                NeedMoment.questions(turns.get(i))
                        .filter(
                                asked ->
                                        asked.labels().countedQuestions().anyMatch(Matter::deepens))
                        .filter(asked -> isAbout(matter, asked, at, stated))
                        .forEach(found::add);
            }
        }
        answers.to(matter).forEach(presented -> found.add(presented.said()));
        return found.stream()
                .map(ScoredUtterance::utterance)
                .sorted(Comparator.comparingInt(utterance -> utterance.index()))
                .map(utterance -> utterance.utteranceId())
                .distinct()
                .toList();
    }

    private boolean isAbout(Matter matter, ScoredUtterance asked, int at, List<Integer> stated) {
        Matter other = matterOfQuestion.get(asked.utterance().utteranceId());
        return other == null
                ? stated.stream().anyMatch(need -> need < at && at - need < NEXT_TURNS)
                : other.equals(matter);
    }
}
