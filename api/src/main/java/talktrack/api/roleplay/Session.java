package talktrack.api.roleplay;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Instant startedAt;
    private final Customer customer;
    private final CustomerVoice voice;
    private final PracticeReading reading;
    private final List<Line> lines = new ArrayList<>();
    private Position position;

    Session(
            String id,
            Scenario scenario,
            String repId,
            Instant startedAt,
            Customer customer,
            CustomerVoice voice) {
        this.id = id;
        this.scenario = scenario;
        this.repId = repId;
        this.startedAt = startedAt;
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

    Instant startedAt() {
        return startedAt;
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    synchronized boolean ended() {
        return position.end().isPresent();
    }

    /** The rep's words, and what the customer makes of them; nothing once it has ended. */
    synchronized void say(String text) {
        if (position.end().isPresent()) {
            return;
        }
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
    }

    /**
     * What is said of it in the end.
     *
     * @param analysis as of a real call
     * @param kept what the customer never got to say
     */
    record Finished(
            RolePlay event, CallAnalysis analysis, List<Utterance> utterances, List<Kept> kept) {}

    synchronized Finished finish(Instant now, ZoneId zone) {
        Optional<End> how = position.end();
        position = position.ended(how.orElse(End.STOPPED));
        CallAnalysis analysis = reading.whole(repId, startedAt, zone);
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
                        now);
        return new Finished(event, analysis, reading.utterances(), Kept.of(scenario, position));
    }
}
