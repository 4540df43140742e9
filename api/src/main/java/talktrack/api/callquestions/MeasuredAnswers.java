package talktrack.api.callquestions;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.callquestions.CallAnswer.Figure;
import talktrack.models.events.Person;

/**
 * Answers from what was measured. Pure.
 *
 * @param calls of everybody in the time, as far as the asker may open them
 * @param reps of those calls, by id
 * @param span the time that counts
 */
record MeasuredAnswers(AnswerWords words, List<Heard> calls, Map<String, Person> reps, Span span) {

    /** So many utterances are cited of one subject. */
    static final int EVIDENCE = 3;

    /**
     * @param evidence ids of utterances to cite
     */
    record Said(String text, List<Figure> figures, List<String> evidence, Optional<String> link) {}

    /** How good somebody is at something. */
    Said score(CallQuestion question) {
        Telling telling = new Telling(words);
        List<Subject> subjects = people().askedAbout(question);
        ScoreAnswer.tell(telling, question.measure().orElseThrow(), subjects);
        return telling.end(span, subjects.getFirst().link());
    }

    /** Who does something best, worst, most or least. */
    Said ranking(CallQuestion question) {
        Telling telling = new Telling(words);
        RankingAnswer.tell(
                telling,
                question.measure().orElseThrow(),
                question.order().orElse(Order.BEST),
                people().repsOf(question.teamId()));
        return telling.end(span, people().team(question.teamId()).link());
    }

    /** What somebody, a team or all are good and weak at. */
    Said strengths(CallQuestion question) {
        Telling telling = new Telling(words);
        List<Subject> subjects = people().askedAbout(question);
        StrengthsAnswer.tell(telling, question.order(), subjects);
        return telling.end(span, subjects.getFirst().link());
    }

    /** Whether somebody, or a team, is getting better. */
    Said trend(CallQuestion question, ZoneId zone) {
        Telling telling = new Telling(words);
        List<Subject> subjects = people().askedAbout(question);
        TrendAnswer.tell(telling, question.measure(), subjects, span, zone);
        return telling.end(span, subjects.getFirst().link());
    }

    private People people() {
        return new People(words, calls, reps);
    }
}
