package talktrack.models.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a language model says of those utterances of a call that classifiers were unsure of: labels
 * and utterance ids, never texts. Topic {@code second-opinions}, key {@link #callId()}. Kept also
 * when nothing came of it, so that nothing is asked and paid twice.
 *
 * @param revision of the call that was asked about; in any other, it says nothing
 * @param model name of the language model
 * @param prompt name and version of what it was asked by
 * @param basis all that the request depended on, hashed: the same one is not asked again
 * @param asked how many labels were asked for
 * @param opinions those that were answered with something that can be true
 * @param ignored why other answers were not taken, each with how often
 * @param tokens that the request took, in and out; 0 when it was answered from the cache
 */
public record SecondOpinions(
        String callId,
        int revision,
        String model,
        String prompt,
        String basis,
        int asked,
        List<Opinion> opinions,
        Map<String, Integer> ignored,
        long tokens,
        Instant askedAt) {

    /**
     * Of one utterance and task.
     *
     * @param certainty the share of such labels, 0…1, that were right where the model was measured
     */
    public record Opinion(String utteranceId, TaskLabel label, double certainty) {
        public Opinion {
            Objects.requireNonNull(utteranceId, "utteranceId");
            Objects.requireNonNull(label, "label");
            if (!(certainty > 0 && certainty < 1)) { // 1 is for what people say
                throw new IllegalArgumentException(
                        "an opinion's certainty of %s is not between 0 and 1".formatted(certainty));
            }
        }
    }

    public SecondOpinions {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(askedAt, "askedAt");
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
        ignored =
                ignored == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
    }
}
