package talktrack.api.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.Utterance;
import talktrack.models.labels.NeedDepth;

/**
 * The customer's needs as a report tells them.
 *
 * @param summary depth of discovery, or that nothing was heard
 * @param topics those with more than facts
 * @param facts how many topics have no more
 */
record NeedLines(String summary, List<Topic> topics, Optional<String> facts) {

    /**
     * @param level 1…4
     * @param head depth, and whether the rep followed it up
     * @param said the customer's first words for each depth
     */
    record Topic(int level, String head, List<Utterance> said) {}

    static NeedLines of(AnalysedCall call, Words words) {
        CallNeeds needs = call.analysis().needs();
        List<NeedTopic> needy =
                needs.topics().stream()
                        .filter(topic -> topic.depth() != NeedDepth.SITUATION)
                        .toList();
        int facts = needs.topics().size() - needy.size();
        return new NeedLines(
                summary(needs, words),
                needy.stream().map(topic -> topic(topic, call, words)).toList(),
                facts == 0 ? Optional.empty() : Optional.of(words.text("needs.facts", facts)));
    }

    private static String summary(CallNeeds needs, Words words) {
        return needs.meanDepth().isEmpty()
                ? words.text("needs.none")
                : words.text(
                        "needs.depth",
                        String.format(Locale.ROOT, "%.1f", needs.meanDepth().getAsDouble()),
                        needs.counted());
    }

    private static Topic topic(NeedTopic topic, AnalysedCall call, Words words) {
        int level = topic.depth().level();
        String depth = words.text("needs.level", level, words.name(topic.depth()));
        String followed = words.text(topic.followedUp() ? "needs.followed" : "needs.dropped");
        Stream<Utterance> said =
                topic.reached().stream()
                        .filter(reached -> reached.depth() != NeedDepth.SITUATION)
                        .map(reached -> reached.utteranceIds().getFirst())
                        .distinct()
                        .flatMap(id -> call.utterance(id).stream());
        return new Topic(level, depth + " · " + followed, said.toList());
    }
}
