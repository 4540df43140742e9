package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/**
 * A turn of the customer in which a need may have grown: it states one, or answers a SPIN question.
 *
 * @param turn its place among the call's turns
 * @param question what the rep asked just before
 * @param answer what the customer said, as far as it is clear; at least one utterance
 */
record NeedMoment(int turn, Optional<ScoredUtterance> question, List<ScoredUtterance> answer) {

    /** Below this certainty an utterance states no need. */
    private static final double SURE_NEED = 0.6;

    /** What a turn is about is said by then. */
    private static final int MOST_UTTERANCES = 40;

    /** A shorter answer admits nothing of substance, however friendly. */
    private static final int FEWEST_WORDS = 3;

    private static final int FEWEST_CHARACTERS = 4;

    private static final int FEWEST_WORDS_ALONE = 6;
    private static final int FEWEST_CHARACTERS_ALONE = 9;

    NeedMoment {
        answer = List.copyOf(answer);
    }

    /** All moments of a call in order; none when nobody knows who the customer is. */
    static List<NeedMoment> of(SpokenCall call) {
        List<Turn> turns = call.turns();
        List<NeedMoment> moments = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            List<ScoredUtterance> said = turns.get(i).clear();
            if (turns.get(i).speaker() != Speaker.CUSTOMER || said.isEmpty()) {
                continue;
            }
            Optional<ScoredUtterance> question =
                    i > 0 && turns.get(i - 1).speaker() == Speaker.REP
                            ? questions(turns.get(i - 1)).reduce((first, last) -> last)
                            : Optional.empty();
            NeedMoment moment = new NeedMoment(i, question, said);
            if (question.isPresent() || !moment.needs().isEmpty()) {
                moments.add(moment);
            }
        }
        return moments;
    }

    /** The SPIN questions of a turn; of several the customer answers the last. */
    static Stream<ScoredUtterance> questions(Turn turn) {
        return turn.clear().stream()
                .filter(said -> said.labels().question().label().isSpin())
                .filter(said -> said.labels().question().counts());
    }

    /** The type of the rep's question; {@code none} when there was none. */
    QuestionType asked() {
        return question.map(one -> one.labels().question().label()).orElse(QuestionType.NONE);
    }

    /** Whether the rep's question is about something that was named before. */
    boolean presupposes() {
        return asked() == QuestionType.IMPLICATION || asked() == QuestionType.NEED_PAYOFF;
    }

    /** The utterances that state a need, and are not rather an objection. */
    List<ScoredUtterance> needs() {
        return answer.stream().filter(NeedMoment::statesNeed).toList();
    }

    /** Whether an utterance of the customer states a need, and is not rather an objection. */
    static boolean statesNeed(ScoredUtterance said) {
        Scored<Need> need = said.labels().need();
        Scored<ObjectionType> objection = said.labels().objection();
        return need.label() != Need.NONE
                && need.score() >= SURE_NEED
                && (objection.label() == ObjectionType.NONE || objection.score() < need.score());
    }

    /** Whether more than facts came out. */
    boolean needy() {
        return !needs().isEmpty() || (presupposes() && substantive());
    }

    /** Whether the answer says something: no bare yes, no denial, no question back. */
    boolean substantive() {
        Utterance first = answer.getFirst().utterance();
        int size = answer.stream().map(ScoredUtterance::utterance).mapToInt(this::size).sum();
        return size >= (first.language() == Language.EN ? FEWEST_WORDS : FEWEST_CHARACTERS)
                && !Phrases.DENIAL.in(first)
                && !answer.getLast().utterance().text().strip().matches(".*[?？]");
    }

    private int size(Utterance utterance) {
        String words = TextNormaliser.normalise(utterance.language(), utterance.text());
        return switch (utterance.language()) {
            case EN -> words.split(" ", -1).length;
            case ZH -> words.replace(" ", "").length();
        };
    }

    /** What the whole moment is about. */
    String text() {
        List<ScoredUtterance> telling = needs().isEmpty() ? answer : needs();
        return Stream.concat(question.stream(), telling.stream())
                .map(said -> said.utterance().text())
                .limit(MOST_UTTERANCES)
                .collect(Collectors.joining(" "));
    }

    /** What one of its utterances is about: a short one says little without the question. */
    String text(ScoredUtterance said) {
        Utterance utterance = said.utterance();
        int alone =
                utterance.language() == Language.EN ? FEWEST_WORDS_ALONE : FEWEST_CHARACTERS_ALONE;
        return question.filter(asked -> size(utterance) < alone)
                        .map(asked -> asked.utterance().text() + " ")
                        .orElse("")
                + utterance.text();
    }
}
