package talktrack.api.advice;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.advice.AdviceMoment;
import talktrack.analysis.advice.TrackChoice;
import talktrack.api.advice.SuggestionWriter.Moment;
import talktrack.api.index.ElasticIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.summary.RecapFeed;
import talktrack.api.talktracks.TalkTracks;
import talktrack.api.topics.AnalysisFollower;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Topics;

/**
 * call-analyses → suggestions: for each fumbled objection and each missed chance of each call the
 * talk tracks that fit, at least once. The suggestion's id comes from the utterance, so doing a
 * call again overwrites; what the newest analysis of a call does not hold any more gets a
 * tombstone.
 */
public final class AdviceWorker implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "advice";

    private static final Logger log = LoggerFactory.getLogger(AdviceWorker.class);

    /** On the very first start the talk tracks reach the index a little later than we do. */
    private static final RetryPolicy<List<TalkTracks.Fit>> UNTIL_THERE =
            RetryPolicy.<List<TalkTracks.Fit>>builder()
                    .handleResultIf(List::isEmpty)
                    .withDelay(Duration.ofMillis(500))
                    .withMaxRetries(60)
                    .build();

    private final Moments moments;
    private final TalkTracks talkTracks;
    private final SuggestionWriter writer;
    private final RecapFeed recaps;
    private final AnalysisFollower follower;

    private final PublishedSuggestions published = new PublishedSuggestions();

    private boolean waited;

    public AdviceWorker(
            String bootstrapServers,
            ElasticIndex elasticsearch,
            Optional<LanguageModel> model,
            Clock clock) {
        moments = new Moments(elasticsearch);
        talkTracks = new TalkTracks(elasticsearch);
        writer = new SuggestionWriter(model, clock);
        recaps = new RecapFeed(elasticsearch, model, clock);
        follower =
                new AnalysisFollower(
                        GROUP, AnalysisFollower.Start.BEGINNING, bootstrapServers, new Advising());
    }

    /** Works in a thread of its own until closed. */
    public void start() {
        follower.start();
    }

    /** Whether it still works. */
    public boolean running() {
        return follower.running();
    }

    private final class Advising implements AnalysisFollower.Work {

        @Override
        public void follow(ConsumerRecord<String, byte[]> record, AnalysisFollower.Output output)
                throws InterruptedException {
            publish(record.key(), suggestions(record), output);
            Optional<ProducerRecord<String, byte[]>> recap = recaps.follow(record);
            if (recap.isPresent()) {
                output.send(recap.get());
            }
        }

        @Override
        public void learn(String bootstrapServers, Collection<TopicPartition> ofCalls) {
            published.learn(bootstrapServers, ofCalls);
        }

        @Override
        public void forget() {
            published.forget();
        }
    }

    /** What the topic shall hold for the call: nothing when the analysis is gone. */
    private Map<String, Suggestion> suggestions(ConsumerRecord<String, byte[]> record) {
        Map<String, Suggestion> suggestions = new HashMap<>();
        if (record.value() == null) {
            return suggestions;
        }
        try {
            CallAnalysis call = Topics.CALL_ANALYSES.read(record.value());
            Set<String> used = new HashSet<>();
            Map<String, String> words = new HashMap<>(); // read once, and only if they matter
            for (Moment moment : moments.of(call)) {
                suggestion(
                                call,
                                moment,
                                used,
                                () ->
                                        words.computeIfAbsent(
                                                call.callId(), id -> moments.words(call)))
                        .ifPresent(
                                one -> {
                                    suggestions.put(one.suggestionId(), one);
                                    used.add(one.talkTrackIds().getFirst());
                                });
            }
            log.info("advised call={} suggestions={}", call.callId(), suggestions.size());
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
        return suggestions;
    }

    /**
     * The one that is there already, if nothing changed about the moment or its talk tracks.
     *
     * @param used talk tracks that other moments of the call got
     * @param callWords all words of the call
     */
    private Optional<Suggestion> suggestion(
            CallAnalysis call, Moment moment, Set<String> used, Supplier<String> callWords) {
        AdviceMoment what = moment.what();
        Suggestion before =
                published.of(call.callId()).get(Suggestion.id(what.utteranceId(), what.kind()));
        if (before != null && current(before, call, what)) {
            return Optional.of(before);
        }
        Supplier<List<TalkTracks.Fit>> search =
                () ->
                        talkTracks.fits(
                                what.situation(call), call.language(), moment.said(), callWords);
        List<TalkTracks.Fit> fits =
                waited ? search.get() : Failsafe.with(UNTIL_THERE).get(search::get);
        waited = true; // what is not there by now was not approved
        if (fits.isEmpty()) {
            return Optional.empty();
        }
        SuggestionWriter.Choice choice = choice(call, fits, used);
        Stream<TalkTrack> tracks =
                Stream.concat(Stream.of(choice.best()), choice.others().stream());
        return Optional.of(
                writer.write(call, moment, choice).writtenFrom(basis(what, versions(tracks))));
    }

    /** Whether nothing that it was written from has changed. */
    private boolean current(Suggestion before, CallAnalysis call, AdviceMoment what) {
        return before.revision() == call.revision()
                && before.objection() == what.objection()
                && before.missed().equals(what.missed())
                && before.basis()
                        .equals(
                                Optional.of(
                                        basis(
                                                what,
                                                versions(
                                                        talkTracks
                                                                .newest(before.talkTrackIds())
                                                                .values()
                                                                .stream()
                                                                .filter(AdviceWorker::approved)))));
    }

    private static boolean approved(TalkTrack track) {
        return track.status() == TalkTrack.Status.APPROVED;
    }

    private static Map<String, Integer> versions(Stream<TalkTrack> tracks) {
        return tracks.collect(Collectors.toMap(TalkTrack::id, TalkTrack::version));
    }

    private static Suggestion.Basis basis(AdviceMoment what, Map<String, Integer> versions) {
        return new Suggestion.Basis(
                versions, what.problemId(), what.consequenceId(), what.wishId());
    }

    private static SuggestionWriter.Choice choice(
            CallAnalysis call, List<TalkTracks.Fit> fits, Set<String> used) {
        TrackChoice choice =
                TrackChoice.of(
                        fits.stream()
                                .map(
                                        fit ->
                                                new TrackChoice.Candidate(
                                                        fit.track().id(), fit.likeness()))
                                .toList(),
                        fits.stream()
                                .map(TalkTracks.Fit::track)
                                .filter(track -> track.situation().general())
                                .map(TalkTrack::id)
                                .findFirst()
                                .orElse(""),
                        used,
                        call.language());
        List<TalkTrack> chosen =
                choice.ids().stream()
                        .flatMap(id -> fits.stream().filter(fit -> fit.track().id().equals(id)))
                        .map(TalkTracks.Fit::track)
                        .toList();
        return new SuggestionWriter.Choice(
                chosen.getFirst(), chosen.subList(1, chosen.size()), choice.general());
    }

    private void publish(
            String callId, Map<String, Suggestion> suggestions, AnalysisFollower.Output output)
            throws InterruptedException {
        Map<String, Suggestion> before = published.of(callId);
        for (Suggestion suggestion : suggestions.values()) {
            if (!suggestion.equals(before.get(suggestion.suggestionId()))) {
                output.send(Topics.SUGGESTIONS.record(suggestion.suggestionId(), suggestion));
            }
        }
        for (String id : before.keySet()) {
            if (!suggestions.containsKey(id)) {
                output.send(Topics.SUGGESTIONS.tombstone(id));
            }
        }
        published.put(callId, suggestions);
    }

    /** A call whose language model takes its time is left to the next start. */
    @Override
    public void close() {
        follower.close();
    }
}
