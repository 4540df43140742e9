package talktrack.api.chat;

import java.util.List;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.models.labels.Language;

/**
 * How sure it is that the passages answer the question: a logistic function of how near the best
 * ones are and how many of the question's words they hold.
 */
final class Certainty {

    /** Below this the chat says that the documents do not say. */
    static final double ENOUGH = 0.5;

    private Certainty() {}

    /** 0…1. */
    static double of(Found found) {
        if (found.candidates().isEmpty()) {
            return 0;
        }
        return 1 / (1 + Math.exp(-logit(found)));
    }

    private static double logit(Found found) {
        List<Candidate> best = found.candidates().stream().limit(3).toList();
        double passage = best.stream().mapToDouble(Candidate::passageCosine).max().orElse(0);
        double unit = best.stream().mapToDouble(Candidate::bestUnitCosine).max().orElse(0);
        double coverage = best.stream().mapToDouble(Candidate::coverage).max().orElse(0);
        if (found.acrossLanguages()) {
            return 20 * (passage - 0.42);
        }
        return found.language() == Language.EN
                ? 8 * (passage + unit - 0.62) + 2 * coverage
                : 10 * (passage + unit - 1.05) + 2 * coverage;
    }
}
