package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import talktrack.models.labels.Language;

/**
 * Which of the talk tracks found for a moment are suggested.
 *
 * @param ids best first, {@value #MOST} at most
 * @param general whether none comes near the customer's words
 */
public record TrackChoice(List<String> ids, boolean general) {

    private static final int MOST = 3;

    /** Of two that differ by less, nobody could say which is better. */
    private static final double ABOUT_AS_GOOD = 0.08;

    public TrackChoice {
        ids = List.copyOf(ids);
    }

    /**
     * @param likeness cosine of the customer's words and the talk track's nearest keyword
     */
    public record Candidate(String id, double likeness) {}

    /**
     * Takes the best by words and meaning; where none comes near, the general one of its kind; and
     * not the one that another moment of the call has, if one about as good is there.
     *
     * @param ranked best first
     * @param generalId the talk track that suits any moment of this kind; it may not be among them
     * @param used what other moments of the call got
     */
    public static TrackChoice of(
            List<Candidate> ranked, String generalId, Set<String> used, Language language) {
        List<Candidate> order = new ArrayList<>(ranked);
        double nearest = order.stream().mapToDouble(Candidate::likeness).max().orElse(0);
        boolean general = nearest < near(language);
        if (general) {
            order.sort(Comparator.comparing(one -> !one.id().equals(generalId)));
        }
        if (!order.isEmpty() && used.contains(order.getFirst().id())) {
            double enough = (general ? nearest : order.getFirst().likeness()) - ABOUT_AS_GOOD;
            order.stream()
                    .filter(one -> !used.contains(one.id()) && one.likeness() >= enough)
                    .findFirst()
                    .ifPresent(
                            other -> {
                                order.remove(other);
                                order.addFirst(other);
                            });
        }
        return new TrackChoice(order.stream().map(Candidate::id).limit(MOST).toList(), general);
    }

    /**
     * Read off the moments of thirteen calls: below it, what came first was as often beside the
     * point as not. The languages have embedders of their own, with no common measure.
     */
    private static double near(Language language) {
        return switch (language) {
            case EN -> 0.45;
            case ZH -> 0.66;
        };
    }
}
