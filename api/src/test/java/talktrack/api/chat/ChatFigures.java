package talktrack.api.chat;

import java.util.Locale;

/**
 * How good answers are.
 *
 * @param answered of the answerable questions
 * @param first of the answerable: answered, and the first citation is right
 * @param firstThree of the answerable: answered, and one of the three citations is right
 * @param said of the answerable: answered, and the answer itself holds the fact
 * @param refused of the unanswerable
 */
record ChatFigures(
        int answerable,
        int unanswerable,
        int answered,
        int first,
        int firstThree,
        int said,
        int refused) {

    static final ChatFigures NONE = new ChatFigures(0, 0, 0, 0, 0, 0, 0);

    ChatFigures plus(AskedCompany.Asked asked, Answer answer) {
        boolean yes = answer.answered();
        if (!asked.answerable()) {
            return new ChatFigures(
                    answerable,
                    unanswerable + 1,
                    answered,
                    first,
                    firstThree,
                    said,
                    refused + (yes ? 0 : 1));
        }
        boolean one = yes && right(asked, answer.citations().getFirst());
        boolean three = answer.citations().stream().anyMatch(citation -> right(asked, citation));
        return new ChatFigures(
                answerable + 1,
                unanswerable,
                answered + (yes ? 1 : 0),
                first + (one ? 1 : 0),
                firstThree + (three ? 1 : 0),
                said + (yes && answer.answer().contains(asked.holds()) ? 1 : 0),
                refused);
    }

    private static boolean right(AskedCompany.Asked asked, Answer.Citation citation) {
        return asked.answeredBy(
                citation.document(), citation.heading() + "\n" + citation.passage());
    }

    ChatFigures plus(ChatFigures other) {
        return new ChatFigures(
                answerable + other.answerable,
                unanswerable + other.unanswerable,
                answered + other.answered,
                first + other.first,
                firstThree + other.firstThree,
                said + other.said,
                refused + other.refused);
    }

    double firstShare() {
        return share(first, answerable);
    }

    double firstThreeShare() {
        return share(firstThree, answerable);
    }

    double saidShare() {
        return share(said, answerable);
    }

    double falseRefusals() {
        return 1 - share(answered, answerable);
    }

    double falseAnswers() {
        return 1 - share(refused, unanswerable);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    /** The cells of a row of docs/chat-quality.md. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.2f | %d | %.2f |",
                name,
                answerable,
                firstShare(),
                firstThreeShare(),
                saidShare(),
                falseRefusals(),
                unanswerable,
                falseAnswers());
    }

    static final String HEADER =
            """
            | | answerable | right passage first | in the first three | fact in the answer | false refusals | unanswerable | false answers |
            | --- | --- | --- | --- | --- | --- | --- | --- |""";
}
