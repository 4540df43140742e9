package talktrack.analysis.call;

import java.util.List;
import java.util.stream.IntStream;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/**
 * A capability that the rep presents: a statement long enough to say something, in the words in
 * which an offer is presented, and neither about what the customer said nor about meeting again.
 *
 * @param turn place of the rep's turn among the call's turns
 */
record Presented(int turn, ScoredUtterance said) {

    private static final int FEWEST_WORDS = 5;
    private static final int FEWEST_CHARACTERS = 8;

    static List<Presented> of(SpokenCall call) {
        List<Turn> turns = call.turns();
        return IntStream.range(0, turns.size())
                .filter(i -> turns.get(i).speaker() == Speaker.REP)
                .boxed()
                .flatMap(
                        i ->
                                turns.get(i).clear().stream()
                                        .filter(Presented::presents)
                                        .map(said -> new Presented(i, said)))
                .toList();
    }

    private static boolean presents(ScoredUtterance said) {
        Utterance utterance = said.utterance();
        return said.labels().question().label() == QuestionType.NONE
                && longEnough(utterance)
                && Phrases.CAPABILITY.in(utterance)
                && !Phrases.RECAP.in(utterance)
                && !(Phrases.DATE.in(utterance) && Phrases.MEETING.in(utterance));
    }

    private static boolean longEnough(Utterance utterance) {
        String words = TextNormaliser.normalise(utterance.language(), utterance.text());
        return utterance.language() == Language.EN
                ? words.split(" ", -1).length >= FEWEST_WORDS
                : words.length() >= FEWEST_CHARACTERS;
    }

    String id() {
        return said.utterance().utteranceId();
    }
}
