package talktrack.api.calls;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.TranscriptEnd;

/**
 * Which calls and reps exist at this moment. Fed from Kafka and, at once, by what this server
 * writes itself, so that a call answers from the moment its upload was accepted and is gone from
 * the moment its deletion was. Thread-safe.
 */
public final class CallRegistry {

    /** Newest first; the id decides between calls of the same moment. */
    static final Comparator<Call> NEWEST_FIRST =
            Comparator.comparing((Call call) -> call.details().startedAt())
                    .thenComparing(Call::id)
                    .reversed();

    private final Map<String, CallState> calls = new ConcurrentHashMap<>();

    /** By call, then by their own keys. */
    private final Map<String, Map<String, LabelCorrection>> corrections = new ConcurrentHashMap<>();

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();

    /** The call with this id, unless there is none or it was deleted. */
    public Optional<Call> find(String callId) {
        return state(callId).call();
    }

    public boolean exists(String callId) {
        return find(callId).isPresent();
    }

    /** All calls, the newest first. */
    public List<Call> calls() {
        return calls.values().stream()
                .flatMap(state -> state.call().stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** All reps by name. */
    public List<Person> reps() {
        return people.values().stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::repId))
                .toList();
    }

    public Optional<Person> rep(String repId) {
        return Optional.ofNullable(people.get(repId));
    }

    /** The reps of a team, by name; empty when there is no such team. */
    public List<Person> team(String teamId) {
        return reps().stream().filter(person -> person.teamId().equals(teamId)).toList();
    }

    /** Reps and customers of all calls, as they are written: whom strangers must not hear of. */
    public Set<String> names() {
        return Stream.concat(
                        people.values().stream().map(Person::name),
                        calls().stream()
                                .flatMap(
                                        call ->
                                                Stream.of(
                                                        call.details().repName(),
                                                        call.details().customer())))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }

    /** Tells the listener of every change of a call that a reader would see. */
    public void listen(Consumer<Call> listener) {
        listeners.add(listener);
    }

    /** The analysis of this revision can be read from now on. */
    public void analysed(CallAnalysis analysis) {
        change(analysis.callId(), state -> state.analysed(analysis.revision()));
    }

    void apply(CallDetails details) {
        change(details.callId(), state -> state.with(details));
    }

    void apply(Recording recording) {
        change(recording.callId(), state -> state.with(recording));
    }

    void apply(TranscriptEnd end) {
        change(end.callId(), state -> state.with(end));
    }

    void apply(CallProgress progress) {
        change(progress.callId(), state -> state.with(progress));
    }

    void apply(Deletion deletion) {
        change(deletion.callId(), state -> state.with(deletion));
    }

    void apply(LabelCorrection correction) {
        corrections
                .computeIfAbsent(correction.callId(), id -> new ConcurrentHashMap<>())
                .put(correction.key(), correction);
    }

    void correctionTakenBack(String key) {
        Map<String, LabelCorrection> ofCall = corrections.get(LabelCorrection.callId(key));
        if (ofCall != null) {
            ofCall.remove(key);
        }
    }

    /** What people say of a call's labels. */
    Collection<LabelCorrection> corrections(String callId) {
        return List.copyOf(corrections.getOrDefault(callId, Map.of()).values());
    }

    /** Ids of the calls that people say something of, in order. */
    List<String> corrected() {
        return corrections.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && exists(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    void apply(Person person) {
        people.put(person.repId(), person);
    }

    CallState state(String callId) {
        return calls.getOrDefault(callId, CallState.UNKNOWN);
    }

    void detailsTakenBack(String callId) {
        change(callId, CallState::withoutDetails);
    }

    /** Ids of calls that were deleted and not uploaded again. */
    Set<String> deleted() {
        return idsOf(state -> state.deletedRevision() > 0 && state.call().isEmpty());
    }

    /** Ids of deleted calls of which Kafka still holds what people said of them. */
    Set<String> halfDeleted() {
        return idsOf(
                state ->
                        state.deletedRevision() > 0
                                && state.recording().isEmpty()
                                && state.details().isPresent());
    }

    private Set<String> idsOf(Predicate<CallState> which) {
        return calls.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void change(String callId, UnaryOperator<CallState> change) {
        CallState[] before = new CallState[1];
        CallState after =
                calls.compute(
                        callId,
                        (id, state) -> {
                            before[0] = state == null ? CallState.UNKNOWN : state;
                            return change.apply(before[0]);
                        });
        Optional<Call> call = after.call();
        if (call.isPresent() && !call.equals(before[0].call())) {
            listeners.forEach(listener -> listener.accept(call.get()));
        }
    }
}
