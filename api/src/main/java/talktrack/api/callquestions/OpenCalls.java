package talktrack.api.callquestions;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import talktrack.api.calls.Call;
import talktrack.models.events.Person;

/**
 * The calls that the asker may open. Whatever is counted, searched, named or compared is taken from
 * here, so that another call neither shows nor changes a number or a word: even a customer or a rep
 * of whom they may open no call is unknown here.
 *
 * @param calls the newest first
 * @param reps by id
 */
record OpenCalls(List<Call> calls, Map<String, Person> reps, ZoneId zone) {

    OpenCalls {
        calls = List.copyOf(calls);
        reps = Map.copyOf(reps);
    }

    /**
     * @param all the newest first
     * @param person who a rep is, by id
     */
    static OpenCalls of(
            List<Call> all,
            Predicate<Call> mayOpen,
            Function<String, Optional<Person>> person,
            ZoneId zone) {
        List<Call> open = all.stream().filter(mayOpen).toList();
        Map<String, Person> reps = new LinkedHashMap<>();
        for (Call call : open) {
            reps.computeIfAbsent(
                    call.details().repId(),
                    id -> person.apply(id).orElseGet(() -> asUploaded(call)));
        }
        return new OpenCalls(open, reps, zone);
    }

    private static Person asUploaded(Call call) {
        return new Person(
                call.details().repId(),
                call.details().repName(),
                call.details().teamId(),
                call.details().teamId(),
                call.details().demonstration());
    }

    List<String> customers() {
        return calls.stream()
                .map(call -> call.details().customer())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** Those that the question is about. */
    OpenCalls about(CallQuestion question) {
        List<String> repIds = question.reps().stream().map(Person::repId).toList();
        return with(
                call ->
                        (repIds.isEmpty() || repIds.contains(call.details().repId()))
                                && (question.teamId().isEmpty()
                                        || question.teamId().get().equals(rep(call).teamId()))
                                && (question.customers().isEmpty()
                                        || question.customers().contains(call.details().customer()))
                                && question.span()
                                        .map(span -> span.holds(call.details().startedAt(), zone))
                                        .orElse(true));
    }

    OpenCalls with(Predicate<Call> which) {
        return new OpenCalls(calls.stream().filter(which).toList(), reps, zone);
    }

    OpenCalls in(Span span) {
        return with(call -> span.holds(call.details().startedAt(), zone));
    }

    Person rep(Call call) {
        return reps.get(call.details().repId());
    }
}
