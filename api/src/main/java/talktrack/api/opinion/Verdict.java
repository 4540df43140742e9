package talktrack.api.opinion;

import java.time.Instant;
import talktrack.analysis.train.SecondOpinionFigures;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/**
 * Whether a model's opinions are better than the labels that classifiers were unsure of.
 *
 * @param model its name
 * @param prompt name and version of what it was asked by
 * @param classifiers which ones it was compared with; others are unsure of other lines
 * @param better whether its opinions are put over the labels of calls
 * @param certainty of such a label, between 0 and 1
 */
public record Verdict(
        String model,
        String prompt,
        String classifiers,
        Language language,
        LabelTask task,
        boolean better,
        double certainty,
        SecondOpinionFigures figures,
        Instant measuredAt) {

    boolean isOf(String otherModel, String otherPrompt, String otherClassifiers) {
        return model.equals(otherModel)
                && prompt.equals(otherPrompt)
                && classifiers.equals(otherClassifiers);
    }

    /** Whether a new measurement of this replaces the other one. */
    boolean replaces(Verdict other) {
        return other.isOf(model, prompt, classifiers)
                && other.language == language
                && other.task == task;
    }
}
