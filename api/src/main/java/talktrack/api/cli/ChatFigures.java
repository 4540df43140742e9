package talktrack.api.cli;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * How long askers wait.
 *
 * @param passages that were looked through
 * @param questions that were asked, one after the other
 * @param answered of them; the others were refused
 * @param retrieval until the passages were found and ranked
 * @param firstToken until the first piece of the answer or refusal could be shown
 * @param indexingSeconds that all passages took to be read, embedded and written
 * @param llm whose words the answers have; absent without {@code --with-llm}
 * @param loadAverage of the machine when it began: above {@code cores}, the times mean little
 */
record ChatFigures(
        Language language,
        int passages,
        int questions,
        int answered,
        Seconds retrieval,
        Seconds firstToken,
        double indexingSeconds,
        Optional<WordedAnswers> llm,
        double loadAverage,
        int cores) {

    private static final double RETRIEVAL_AIM = 0.150;
    private static final double FIRST_TOKEN_AIM = 1.0;

    /**
     * @param p95 in which 95 of 100 came
     */
    record Seconds(double median, double p95) {}

    /** A figure and what it should be, in seconds. */
    record Aim(String name, double value, String aim, boolean met) {}

    List<Aim> aims() {
        return List.of(
                below("retrieval, 95 of 100 within, s", retrieval.p95(), RETRIEVAL_AIM),
                below("first token, 95 of 100 within, s", firstToken.p95(), FIRST_TOKEN_AIM));
    }

    private static Aim below(String name, double value, double aim) {
        return new Aim(name, value, "< " + aim, value < aim);
    }
}
