package talktrack.models.events;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.labels.NeedDepth;

/**
 * What the customer of a call needs, by topic (docs/metrics.md "Needs").
 *
 * @param topics in the order in which they were raised
 * @param meanDepth mean level of the deepest topics, 1…4; absent when nothing was raised
 * @param counted how many topics that mean is over, {@value #MOST_COUNTED} at most
 */
public record CallNeeds(List<NeedTopic> topics, OptionalDouble meanDepth, int counted) {

    /** Nothing was raised, or nobody read it: calls of earlier versions. */
    public static final CallNeeds NONE = new CallNeeds(List.of(), OptionalDouble.empty(), 0);

    /** A call has a few matters that count; many small ones do not make it shallow. */
    public static final int MOST_COUNTED = 3;

    /**
     * One matter that was talked about.
     *
     * @param depth the deepest that was reached
     * @param reached what proves each depth that was reached, shallow ones first; some may be
     *     skipped
     * @param followedUp whether the rep asked on about the need or answered it; always false where
     *     no need was stated
     * @param followUpIds the rep's utterances that do
     */
    public record NeedTopic(
            NeedDepth depth, List<Reached> reached, boolean followedUp, List<String> followUpIds) {
        public NeedTopic {
            reached = List.copyOf(reached);
            followUpIds = List.copyOf(followUpIds);
        }
    }

    /**
     * @param utteranceIds the customer's words that reach this depth, at least one
     */
    public record Reached(NeedDepth depth, List<String> utteranceIds) {
        public Reached {
            utteranceIds = List.copyOf(utteranceIds);
        }
    }

    public CallNeeds {
        topics = List.copyOf(topics);
    }

    public static CallNeeds of(List<NeedTopic> topics) {
        List<Integer> deepest =
                topics.stream()
                        .map(topic -> topic.depth().level())
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST_COUNTED)
                        .toList();
        return new CallNeeds(
                topics, deepest.stream().mapToInt(Integer::intValue).average(), deepest.size());
    }
}
