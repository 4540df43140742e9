package talktrack.analysis.call;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/**
 * What is heard in a turn, for {@link PhaseCue}; unclear utterances say nothing.
 *
 * @param before the turn before it
 */
record TurnCues(Turn turn, Optional<Turn> before) {

    private static final double SURELY_OBJECTS = 0.7;

    /** Who says more than this in one go tells or explains something. */
    private static final int LONG_ENGLISH = 25;

    private static final int LONG_CHINESE = 40;

    /** A customer's question, also without its mark: recognisers write none. */
    private static final Pattern ENGLISH_QUESTION =
            Pattern.compile(
                    "\\?\\s*$|^(?:so |and |but )?(?:what|how|why|when|where|which|who|is|are|do|does|can|could|would)\\b");

    private static final Pattern CHINESE_QUESTION =
            Pattern.compile("[?？]\\s*$|[吗嗎]|呢$|多少|怎[么麼]|什[么麼]|哪|是不是|有[没沒]有|能不能");

    boolean hears(Phrases phrases) {
        return turn.clear().stream().anyMatch(said -> phrases.in(said.utterance()));
    }

    boolean repSays(Phrases phrases) {
        return by(Speaker.REP) && hears(phrases);
    }

    boolean customerSays(Phrases phrases) {
        return by(Speaker.CUSTOMER) && hears(phrases);
    }

    boolean asks(QuestionType type) {
        return by(Speaker.REP)
                && turn.clear().stream()
                        .flatMap(said -> said.labels().countedQuestions())
                        .anyMatch(asked -> asked == type);
    }

    boolean answersSpin() {
        return by(Speaker.CUSTOMER) && before.filter(TurnCues::asksSpin).isPresent();
    }

    boolean customerTells() {
        return by(Speaker.CUSTOMER) && isLong();
    }

    boolean repExplains() {
        return by(Speaker.REP) && !asksSpin(turn) && isLong();
    }

    boolean asksBack() {
        return asksBack(turn);
    }

    boolean answersBack() {
        return by(Speaker.REP) && before.filter(TurnCues::asksBack).isPresent();
    }

    boolean statesNeed() {
        return by(Speaker.CUSTOMER)
                && turn.clear().stream()
                        .map(said -> said.labels().need())
                        .anyMatch(read -> read.label() != Need.NONE && read.counts());
    }

    boolean objects() {
        return by(Speaker.CUSTOMER)
                && turn.clear().stream()
                        .map(said -> said.labels().objection())
                        .anyMatch(
                                read ->
                                        read.label() != ObjectionType.NONE
                                                && read.score() >= SURELY_OBJECTS);
    }

    private boolean by(Speaker speaker) {
        return turn.speaker() == speaker;
    }

    private boolean isLong() {
        return Segmenter.spokenUnits(language(turn), turn.text())
                > (language(turn) == Language.EN ? LONG_ENGLISH : LONG_CHINESE);
    }

    private static boolean asksSpin(Turn turn) {
        return turn.speaker() == Speaker.REP
                && turn.clear().stream()
                        .map(said -> said.labels())
                        .map(UtteranceLabels::question)
                        .anyMatch(read -> read.label().isSpin() && read.counts());
    }

    private static boolean asksBack(Turn turn) {
        Pattern question = language(turn) == Language.EN ? ENGLISH_QUESTION : CHINESE_QUESTION;
        return turn.speaker() == Speaker.CUSTOMER
                && turn.clear().stream()
                        .map(said -> said.utterance().text().toLowerCase(Locale.ROOT))
                        .anyMatch(text -> question.matcher(text).find());
    }

    private static Language language(Turn turn) {
        return turn.utterances().getFirst().utterance().language();
    }
}
