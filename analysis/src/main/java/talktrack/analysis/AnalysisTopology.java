package talktrack.analysis;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Topics;

/** utterances → scored-utterances → call-analyses → rep-weeks. */
final class AnalysisTopology {

    private AnalysisTopology() {}

    static Topology build(ZoneId zone) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Topics.UTTERANCES.name(),
                        Consumed.with(Serdes.String(), Topics.UTTERANCES.serde()))
                .mapValues(
                        said ->
                                said == null
                                        ? null
                                        : new ScoredUtterance(
                                                said, UtteranceScorer.score(said, List.of())))
                .to(
                        Topics.SCORED_UTTERANCES.name(),
                        Produced.with(
                                Serdes.String(),
                                Topics.SCORED_UTTERANCES.serde(),
                                (topic, key, value, partitions) ->
                                        Optional.of(
                                                Set.of(Topics.SCORED_UTTERANCES.partition(key)))));
        return builder.build();
    }
}
