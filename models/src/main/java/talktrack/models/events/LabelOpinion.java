package talktrack.models.events;

import java.util.Objects;
import java.util.OptionalDouble;
import talktrack.models.labels.LabelTask;

/**
 * Where a label comes from that a language model gave as a second opinion.
 *
 * @param before what classifiers read; the same label when the model only confirmed it
 * @param scoreBefore how sure that was, 0…1; absent of handling
 * @param model name of the language model
 * @param prompt name and version of what it was asked by
 */
public record LabelOpinion(
        TaskLabel before, OptionalDouble scoreBefore, String model, String prompt) {

    public LabelOpinion {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
    }

    /** The task whose label it gave. */
    public LabelTask task() {
        return before.task();
    }
}
