package talktrack.models.events;

/**
 * A label of a whole call, said by a person or guessed.
 *
 * @param certainty 0…1; 1 when declared
 * @param declared whether a person said so
 */
public record Judged<L>(L label, double certainty, boolean declared) {

    public static <L> Judged<L> declared(L label) {
        return new Judged<>(label, 1, true);
    }

    public static <L> Judged<L> guessed(L label, double certainty) {
        return new Judged<>(label, certainty, false);
    }
}
