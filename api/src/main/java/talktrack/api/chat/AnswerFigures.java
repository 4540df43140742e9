package talktrack.api.chat;

import talktrack.api.chat.QuestionSet.Asked;

/**
 * How good answers are. A refusal counts against everything that is counted of the answerable. Of
 * questions whose file does not say which passage answers, no passage is counted.
 *
 * @param answerable how many questions the documents answer
 * @param answered of the answerable: not refused
 * @param documentFirst of the answerable: the first citation is of a right document
 * @param documentInThree of the answerable: a citation is
 * @param passageKnown of the answerable: it is known which passage answers
 * @param passageFirst of those: the first citation is a right passage
 * @param passageInThree of those: a citation is
 * @param said of those: the answer itself holds the fact
 * @param unanswerable how many the documents do not answer
 * @param refused of the unanswerable
 */
public record AnswerFigures(
        int answerable,
        int answered,
        int documentFirst,
        int documentInThree,
        int passageKnown,
        int passageFirst,
        int passageInThree,
        int said,
        int unanswerable,
        int refused) {

    public static final AnswerFigures NONE = new AnswerFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of one question. */
    public static AnswerFigures of(Asked asked, Answer answer) {
        boolean yes = answer.answered();
        if (!asked.answerable()) {
            return new AnswerFigures(0, 0, 0, 0, 0, 0, 0, 0, 1, yes ? 0 : 1);
        }
        int known = count(asked.passageKnown());
        if (!yes) {
            return new AnswerFigures(1, 0, 0, 0, known, 0, 0, 0, 0, 0);
        }
        Answer.Citation first = answer.citations().getFirst();
        return new AnswerFigures(
                1,
                1,
                count(asked.answeredByDocument(first)),
                count(answer.citations().stream().anyMatch(asked::answeredByDocument)),
                known,
                count(right(asked, first)),
                count(answer.citations().stream().anyMatch(one -> right(asked, one))),
                count(asked.passageKnown() && answer.answer().contains(asked.holds())),
                0,
                0);
    }

    private static int count(boolean one) {
        return one ? 1 : 0;
    }

    private static boolean right(Asked asked, Answer.Citation citation) {
        return asked.answeredByPassage(citation.document(), citation.heading(), citation.passage());
    }

    public AnswerFigures plus(AnswerFigures other) {
        return new AnswerFigures(
                answerable + other.answerable,
                answered + other.answered,
                documentFirst + other.documentFirst,
                documentInThree + other.documentInThree,
                passageKnown + other.passageKnown,
                passageFirst + other.passageFirst,
                passageInThree + other.passageInThree,
                said + other.said,
                unanswerable + other.unanswerable,
                refused + other.refused);
    }

    /** A count as a share of the answerable, 0…1; 1 when there are none. */
    public double share(int ofAnswerable) {
        return answerable == 0 ? 1 : (double) ofAnswerable / answerable;
    }

    /** A count as a share of those whose passage is known, 0…1; 1 when there are none. */
    public double passageShare(int ofKnown) {
        return passageKnown == 0 ? 1 : (double) ofKnown / passageKnown;
    }

    /** Share of the unanswerable that is refused, 0…1; 1 when there are none. */
    public double refusedShare() {
        return unanswerable == 0 ? 1 : (double) refused / unanswerable;
    }
}
