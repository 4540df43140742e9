package talktrack.models.events;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.models.labels.Label;

/**
 * Conversation metrics of a call (docs/metrics.md has the formulas). What cannot be measured is
 * absent, never 0.
 *
 * @param talkRatio share of the speech that is the rep's, 0…1
 * @param talkRatioBasis whether speech was measured in time or, without times, in words
 * @param longestMonologueSeconds the rep's longest speech that others interrupt for less than 2 s
 * @param longestCustomerStorySeconds the same for the customer
 * @param switchesPerMinute speaker switches a minute (interactivity)
 * @param patienceSeconds median silence between the customer's end and the rep's start; an overlap
 *     counts 0
 * @param interruptions how often the rep cut the customer off
 * @param questionsPerHour the rep's SPIN questions an hour
 * @param questionsByType how many questions of each type, by {@code QuestionType.id()}
 * @param repPacePerMinute words (Chinese: characters) a minute of the rep's speech
 * @param fillerRatio filler words per word of the rep, 0…1
 * @param nonTalkSeconds time in which nobody speaks
 * @param overlapSeconds time in which both speak
 * @param preparedPresentationRatio share of the rep's presentation that came after a problem
 *     question and an implication or need-payoff question, 0…1
 */
public record CallMetrics(
        OptionalDouble talkRatio,
        TalkRatioBasis talkRatioBasis,
        OptionalDouble longestMonologueSeconds,
        OptionalDouble longestCustomerStorySeconds,
        OptionalDouble switchesPerMinute,
        OptionalDouble patienceSeconds,
        OptionalInt interruptions,
        OptionalDouble questionsPerHour,
        Map<String, Integer> questionsByType,
        OptionalDouble repPacePerMinute,
        OptionalDouble customerPacePerMinute,
        OptionalDouble fillerRatio,
        OptionalDouble nonTalkSeconds,
        OptionalDouble overlapSeconds,
        OptionalDouble preparedPresentationRatio) {

    /** What the talk ratio is a share of. */
    public enum TalkRatioBasis implements Label {
        TIME,
        WORDS
    }

    public CallMetrics {
        questionsByType = Map.copyOf(questionsByType);
        // The order of questions was not always read.
        preparedPresentationRatio =
                preparedPresentationRatio == null
                        ? OptionalDouble.empty()
                        : preparedPresentationRatio;
    }
}
