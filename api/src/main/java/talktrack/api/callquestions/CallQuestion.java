package talktrack.api.callquestions;

import java.util.List;
import java.util.Optional;
import talktrack.models.events.Person;

/**
 * A question about calls, understood.
 *
 * @param reps who it names; several where a name fits several
 * @param teamId the team it names
 * @param customers whom it names
 * @param span absent when no time is named
 * @param order absent when neither end is asked for
 * @param byCustomer whether only what customers said counts
 * @param topic words for what was talked about; empty where nothing particular is meant
 */
record CallQuestion(
        Intent intent,
        Optional<Measure> measure,
        List<Person> reps,
        Optional<String> teamId,
        List<String> customers,
        Optional<Span> span,
        Optional<Order> order,
        boolean byCustomer,
        List<String> topic) {

    CallQuestion {
        reps = List.copyOf(reps);
        customers = List.copyOf(customers);
        topic = List.copyOf(topic);
    }

    /** Whether it is about somebody's calls, or those of a time. */
    boolean named() {
        return !reps.isEmpty() || teamId.isPresent() || !customers.isEmpty() || span.isPresent();
    }
}
