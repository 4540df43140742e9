package talktrack.api.roleplay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.RolePlay;
import talktrack.models.events.RolePlay.End;
import talktrack.models.events.RolePlay.Line;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Speaker;

/** One practice call that goes on. Thread-safe: what is said at the same time waits. */
final class Session {

    private static final int MOST_LINES = 120;

    private final String id;
    private final Scenario scenario;
    private final String repId;
    private final Clock clock;
    private final Instant startedAt;
    private final Customer customer;
    private final CustomerVoice voice;
    private final PracticeReading reading;

    /** Held while a language model finds its words. */
    private final ReentrantLock talking = new ReentrantLock();

    private final List<Line> lines = new ArrayList<>(); // guarded by talking
    private Position position; // guarded by talking
    private volatile Instant lastAt;

    Session(
            String id,
            Scenario scenario,
            String repId,
            Clock clock,
            Customer customer,
            CustomerVoice voice) {
        this.id = id;
        this.scenario = scenario;
        this.repId = repId;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.lastAt = startedAt;
        this.customer = customer;
        this.voice = voice;
        this.reading = new PracticeReading(id, scenario.language());
        this.position = Position.atStart(scenario);
        customerSays(Meant.line(scenario.opening()));
    }

    String id() {
        return id;
    }

    Scenario scenario() {
        return scenario;
    }

    /** When something was said last. */
    Instant lastAt() {
        return lastAt;
    }

    List<Line> lines() {
        talking.lock();
        try {
            return List.copyOf(lines);
        } finally {
            talking.unlock();
        }
    }

    boolean ended() {
        talking.lock();
        try {
            return position.end().isPresent();
        } finally {
            talking.unlock();
        }
    }

    /** The rep's words, and what the customer makes of them; nothing once it has ended. */
    void say(String text) {
        lastAt = clock.instant();
        talking.lock();
        try {
            if (position.end().isEmpty()) {
                answer(text);
            }
        } finally {
            talking.unlock();
        }
    }

    private void answer(String text) {
        Turn turn =
                reading.turn(text, position.open().map(i -> scenario.objections().get(i).raises()));
        lines.add(new Line(Speaker.REP, text));
        Customer.Reply reply = customer.reply(position, turn);
        position =
                lines.size() >= MOST_LINES && reply.position().end().isEmpty()
                        ? reply.position().ended(End.PUT_OFF)
                        : reply.position();
        customerSays(reply.said());
    }

    private void customerSays(Meant meant) {
        String words = voice.say(scenario, meant.line(), lines);
        lines.add(new Line(Speaker.CUSTOMER, words));
        reading.customer(words, meant);
        lastAt = clock.instant();
    }

    /**
     * What is said of it in the end.
     *
     * @param analysis as of a real call
     * @param kept what the customer never got to say
     */
    record Finished(
            RolePlay event, CallAnalysis analysis, List<Utterance> utterances, List<Kept> kept) {}

    Finished finish() {
        talking.lock();
        try {
            return finished();
        } finally {
            talking.unlock();
        }
    }

    private Finished finished() {
        Optional<End> how = position.end();
        position = position.ended(how.orElse(End.STOPPED));
        CallAnalysis analysis = reading.whole(repId, startedAt, clock.getZone());
        RolePlay event =
                new RolePlay(
                        id,
                        scenario.id(),
                        repId,
                        scenario.language(),
                        lines,
                        position.end().orElseThrow(),
                        analysis.skills(),
                        analysis.rulesVersion(),
                        startedAt,
                        clock.instant());
        return new Finished(event, analysis, reading.utterances(), Kept.of(scenario, position));
    }
}
