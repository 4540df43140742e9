package talktrack.api.opinion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedUtterances;
import talktrack.api.llm.LanguageModel;
import talktrack.api.topics.AnalysisFollower;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.Topics;
import talktrack.models.labels.Language;

/**
 * call-analyses → second-opinions. Begins with what is analysed after it was first switched on, so
 * that nobody pays for an archive unasked. Its own opinions have the call analysed again, which is
 * not asked about again ({@link SecondOpinions#basis()}).
 */
public final class OpinionWorker implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "second-opinion";

    private static final Logger log = LoggerFactory.getLogger(OpinionWorker.class);

    private final String model;
    private final Verdicts verdicts;
    private final OpinionWriter writer;
    private final ElasticIndex elasticsearch;
    private final AskedCalls asked = new AskedCalls();
    private final AnalysisFollower follower;

    /**
     * @param data folder with the measurements
     */
    public OpinionWorker(
            String bootstrapServers,
            ElasticIndex elasticsearch,
            LanguageModel model,
            Path data,
            Clock clock) {
        this.elasticsearch = elasticsearch;
        this.model = model.name();
        verdicts = new Verdicts(data);
        writer = new OpinionWriter(model, verdicts, clock);
        follower =
                new AnalysisFollower(
                        GROUP, AnalysisFollower.Start.NOW, bootstrapServers, new Asking());
    }

    /** Works in a thread of its own until closed. */
    public void start() {
        follower.start();
    }

    /** Whether it still works. */
    public boolean running() {
        return follower.running();
    }

    /** What it asks about, or why it does not, in a few words. */
    public String state() {
        List<String> tasks =
                Arrays.stream(Language.values())
                        .filter(language -> !verdicts.better(model, language).isEmpty())
                        .map(
                                language ->
                                        "%s %s"
                                                .formatted(
                                                        language.id(),
                                                        verdicts
                                                                .better(model, language)
                                                                .keySet()
                                                                .stream()
                                                                .map(task -> task.id())
                                                                .toList()))
                        .toList();
        return tasks.isEmpty()
                ? "asks nothing: of no task is %s measured to be better; run talktrack evaluate second-opinion"
                        .formatted(model)
                : "asks about doubtful labels: " + String.join(", ", tasks);
    }

    private final class Asking implements AnalysisFollower.Work {

        @Override
        public void follow(ConsumerRecord<String, byte[]> record, AnalysisFollower.Output output)
                throws InterruptedException {
            if (record.value() == null) {
                asked.forget(record.key()); // the tombstone of its opinions is analysis'
                return;
            }
            Optional<SecondOpinions> opinions = opinions(record);
            if (opinions.isPresent()) {
                output.send(Topics.SECOND_OPINIONS.record(record.key(), opinions.get()));
                asked.put(opinions.get());
            }
        }

        @Override
        public void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
            asked.learn(bootstrapServers, ofCalls);
        }

        @Override
        public void forget() {
            asked.forget();
        }
    }

    private Optional<SecondOpinions> opinions(ConsumerRecord<String, byte[]> record) {
        try {
            CallAnalysis call = Topics.CALL_ANALYSES.read(record.value());
            return writer.write(
                    call,
                    asked.basis(call.callId()),
                    () -> IndexedUtterances.of(elasticsearch, call));
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
            return Optional.empty();
        }
    }

    /** A call whose language model takes its time is left to the next start. */
    @Override
    public void close() {
        follower.close();
    }
}
