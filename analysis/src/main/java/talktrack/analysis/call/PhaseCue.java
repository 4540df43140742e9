package talktrack.analysis.call;

import java.util.function.Predicate;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/**
 * What in a turn tells the phase of a call, with its points for opening, discovery, presentation,
 * objections and closing: the natural logarithm of how much more often the turns of that phase have
 * it than all turns do, to a quarter. Counted in twenty labelled dialogues (docs/metrics.md).
 */
enum PhaseCue {
    GREETS(1.75, -1.25, -0.75, -0.75, -0.5, at -> at.hears(Phrases.GREETING)),
    SAYS_WHO(1, -0.75, 0, 0, -0.25, at -> at.hears(Phrases.INTRODUCTION)),
    ASKS_LEAVE(0.75, -0.25, -1.5, -0.25, 0.5, at -> at.repSays(Phrases.PERMISSION)),
    MAKES_SMALL_TALK(1.5, -0.75, -1.25, -0.25, -1.25, at -> at.asks(QuestionType.RAPPORT)),
    ASKS_SITUATION(-0.25, 0.75, -0.25, -1, -1, at -> at.asks(QuestionType.SITUATION)),
    ASKS_PROBLEM(-0.5, 0.5, -0.75, -0.25, -1, at -> at.asks(QuestionType.PROBLEM)),
    ASKS_IMPLICATION(-1.25, 0.75, -1, -0.25, -1.5, at -> at.asks(QuestionType.IMPLICATION)),
    ASKS_NEED_PAYOFF(-0.75, 0.5, -0.5, -0.25, -0.5, at -> at.asks(QuestionType.NEED_PAYOFF)),
    ASKS_TO_CLOSE(-0.5, -1.75, -0.75, 0, 1.25, at -> at.asks(QuestionType.CLOSING)),
    ANSWERS_SPIN(-0.75, 0.75, -0.5, -0.5, -1, TurnCues::answersSpin),
    TELLS_A_STORY(-2.75, 0.75, -0.5, 0, -2.75, TurnCues::customerTells),
    STATES_A_NEED(-0.25, 0.25, -0.25, 0, -0.25, TurnCues::statesNeed),
    PRESENTS(0, -0.75, 1, 0, -1, at -> at.repSays(Phrases.PRESENTING)),
    EXPLAINS(-0.25, -0.75, 0.75, 0.5, -0.75, TurnCues::repExplains),
    ASKS_BACK(-0.5, -1.25, 0.75, 0.5, -0.5, TurnCues::asksBack),
    ANSWERS_BACK(-0.5, -1, 0.5, 0.5, -0.5, TurnCues::answersBack),
    SPEAKS_OF_PRICE(-0.5, -0.75, 0, 0.75, -0.5, at -> at.repSays(Phrases.PRICE)),
    OBJECTS(-0.75, 0, 0, 0.5, -0.75, TurnCues::objects),
    PUTS_OFF(-1, -1, 0, 0, 1, at -> at.customerSays(Phrases.POLITE_REFUSAL)),
    AGREES(0.25, 0, -0.25, -0.25, 0.5, at -> at.customerSays(Phrases.AGREEMENT)),
    NAMES_A_DAY(0, -0.25, -0.5, -0.5, 1, at -> at.hears(Phrases.DATE)),
    ARRANGES(
            0.25,
            -0.75,
            -1,
            -0.75,
            1.25,
            at -> at.hears(Phrases.DATE) && at.hears(Phrases.MEETING)),
    PROPOSES(0.25, -0.75, -0.25, -0.75, 1, at -> at.repSays(Phrases.ACTION)),
    PROMISES(-0.25, -1, 0, -0.25, 1, at -> at.repSays(Phrases.PROMISE)),
    KEEPS_IN_TOUCH(-1, -1, -0.5, 0.5, 0.75, at -> at.hears(Phrases.CONTINUATION)),
    SAYS_GOODBYE(0.5, -1, -0.75, -1.5, 1.25, at -> at.hears(Phrases.FAREWELL));

    @SuppressWarnings("ImmutableEnumChecker") // written once, below, and handed to nobody
    private final double[] points;

    @SuppressWarnings("ImmutableEnumChecker") // all are pure functions
    private final Predicate<TurnCues> heard;

    PhaseCue(
            double opening,
            double discovery,
            double presentation,
            double objections,
            double closing,
            Predicate<TurnCues> heard) {
        points = new double[] {opening, discovery, presentation, objections, closing};
        this.heard = heard;
    }

    /** Points of a turn for each phase, by its place in {@link Phase}. */
    static double[] points(TurnCues turn) {
        double[] sum = new double[Phase.values().length];
        for (PhaseCue cue : values()) {
            if (cue.heard.test(turn)) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += cue.points[i];
                }
            }
        }
        return sum;
    }
}
