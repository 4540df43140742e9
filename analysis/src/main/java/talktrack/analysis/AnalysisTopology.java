package talktrack.analysis;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Recording;
import talktrack.models.events.RepWeek;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;

/**
 * utterances → scored-utterances → call-analyses → rep-weeks. Everything about a call meets in one
 * {@link CallAssembly}; sums per rep and week follow by adding and subtracting.
 */
final class AnalysisTopology {

    private AnalysisTopology() {}

    static Topology build(ZoneId zone) {
        StreamsBuilder builder = new StreamsBuilder();
        sumRepWeeks(builder);
        return assembleCalls(builder.build(), zone);
    }

    /**
     * A call that is redone or deleted is first taken out of its old week, then added to its new
     * one.
     */
    private static void sumRepWeeks(StreamsBuilder builder) {
        builder.table(
                        Topics.CALL_ANALYSES.name(),
                        Consumed.with(Serdes.String(), Topics.CALL_ANALYSES.serde())
                                .withName("call-analyses-in"),
                        AnalysisTopology.<CallAnalysis>store(
                                "call-analyses", Topics.CALL_ANALYSES.serde()))
                .groupBy(
                        (callId, call) ->
                                KeyValue.pair(RepWeek.key(call.repId(), call.week()), call),
                        Grouped.with("by-rep-week", Serdes.String(), Topics.CALL_ANALYSES.serde()))
                .aggregate(
                        RepWeek::empty,
                        (key, call, week) -> week.plus(call),
                        (key, call, week) -> week.calls() > 1 ? week.minus(call) : null,
                        Named.as("sum-rep-weeks"),
                        AnalysisTopology.<RepWeek>store("rep-weeks", Topics.REP_WEEKS.serde()))
                .toStream(Named.as("rep-weeks-changes"))
                .to(
                        Topics.REP_WEEKS.name(),
                        Produced.<String, RepWeek>with(
                                        Serdes.String(),
                                        Topics.REP_WEEKS.serde(),
                                        partitioner(Topics.REP_WEEKS))
                                .withName("rep-weeks-out"));
    }

    private static Topology assembleCalls(Topology topology, ZoneId zone) {
        source(topology, Topics.UTTERANCES);
        source(topology, Topics.TRANSCRIPTS);
        source(topology, Topics.CALL_DETAILS);
        source(topology, Topics.RECORDINGS);
        source(topology, Topics.DELETIONS);
        source(topology, Topics.LABEL_CORRECTIONS);
        source(topology, Topics.SECOND_OPINIONS);
        step(
                topology,
                "assemble-utterances",
                () -> new CallAssembly.Step<Utterance>(zone, CallAssembly::utterance),
                Topics.UTTERANCES);
        step(
                topology,
                "assemble-transcripts",
                () -> new CallAssembly.Step<TranscriptEnd>(zone, CallAssembly::transcriptEnd),
                Topics.TRANSCRIPTS);
        step(
                topology,
                "assemble-details",
                () -> new CallAssembly.Step<CallDetails>(zone, CallAssembly::details),
                Topics.CALL_DETAILS);
        step(
                topology,
                "assemble-recordings",
                () -> new CallAssembly.Step<Recording>(zone, CallAssembly::recording),
                Topics.RECORDINGS);
        step(
                topology,
                "assemble-deletions",
                () -> new CallAssembly.Step<Deletion>(zone, CallAssembly::deletion),
                Topics.DELETIONS);
        step(
                topology,
                "assemble-corrections",
                () -> new CallAssembly.Step<LabelCorrection>(zone, CallAssembly::correction),
                Topics.LABEL_CORRECTIONS);
        step(
                topology,
                "assemble-opinions",
                () -> new CallAssembly.Step<SecondOpinions>(zone, CallAssembly::opinions),
                Topics.SECOND_OPINIONS);
        String[] steps = {
            "assemble-utterances",
            "assemble-transcripts",
            "assemble-details",
            "assemble-recordings",
            "assemble-deletions",
            "assemble-corrections",
            "assemble-opinions"
        };
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CallAssembly.ROWS),
                        Serdes.String(),
                        Topics.SCORED_UTTERANCES.serde()),
                steps);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CallAssembly.CALLS),
                        Serdes.String(),
                        CallState.serde()),
                steps);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CallAssembly.CORRECTIONS),
                        Serdes.String(),
                        Topics.LABEL_CORRECTIONS.serde()),
                steps);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CallAssembly.OPINIONS),
                        Serdes.String(),
                        Topics.SECOND_OPINIONS.serde()),
                steps);
        sink(topology, Topics.SCORED_UTTERANCES, steps);
        sink(topology, Topics.CALL_ANALYSES, steps);
        // Tombstones go back to what others wrote, for older revisions and deleted calls, and the
        // failure of a call that cannot be analysed.
        sink(topology, Topics.UTTERANCES, steps);
        sink(topology, Topics.TRANSCRIPTS, steps);
        sink(topology, Topics.LABEL_CORRECTIONS, steps);
        sink(topology, Topics.SECOND_OPINIONS, steps);
        return topology;
    }

    private static <V> void source(Topology topology, Topic<V> topic) {
        topology.addSource(
                topic.name() + "-in",
                Serdes.String().deserializer(),
                topic.serde().deserializer(),
                topic.name());
    }

    private static <V> void step(
            Topology topology,
            String name,
            ProcessorSupplier<String, V, String, Object> supplier,
            Topic<V> from) {
        topology.addProcessor(name, supplier, from.name() + "-in");
    }

    private static <V> void sink(Topology topology, Topic<V> topic, String[] steps) {
        topology.addSink(
                CallAssembly.sinkOf(topic),
                topic.name(),
                Serdes.String().serializer(),
                topic.serde().serializer(),
                partitioner(topic),
                steps);
    }

    private static <V> StreamPartitioner<String, V> partitioner(Topic<V> topic) {
        return (name, key, value, partitions) -> Optional.of(Set.of(topic.partition(key)));
    }

    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> store(
            String name, Serde<V> serde) {
        return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(serde);
    }
}
