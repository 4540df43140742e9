package talktrack.api.callquestions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.events.Person;

/**
 * Who speaks in the calls that the asker may open.
 *
 * @param reps of those calls, by id
 */
record People(AnswerWords words, List<Heard> calls, Map<String, Person> reps) {

    /** The named reps, or else the team or everybody. */
    List<Subject> askedAbout(CallQuestion question) {
        return question.reps().isEmpty()
                ? List.of(team(question.teamId()))
                : question.reps().stream().map(this::rep).toList();
    }

    /** The reps of a team, or all. */
    List<Subject> repsOf(Optional<String> teamId) {
        return reps.values().stream()
                .filter(rep -> teamId.map(rep.teamId()::equals).orElse(true))
                .map(this::rep)
                .toList();
    }

    /** A team, or everybody. */
    Subject team(Optional<String> teamId) {
        return new Subject(
                teamId.flatMap(this::teamName).orElseGet(() -> words.text("all-reps")),
                calls.stream()
                        .filter(
                                call ->
                                        teamId.map(reps.get(call.repId()).teamId()::equals)
                                                .orElse(true))
                        .toList(),
                teamId.map(id -> "/?team=" + encoded(id)).orElse("/"),
                Optional.empty());
    }

    private Subject rep(Person rep) {
        return new Subject(
                rep.name(),
                calls.stream().filter(call -> call.repId().equals(rep.repId())).toList(),
                "/reps/" + encoded(rep.repId()),
                Optional.of(team(Optional.of(rep.teamId()))));
    }

    private Optional<String> teamName(String id) {
        return reps.values().stream()
                .filter(rep -> rep.teamId().equals(id))
                .map(Person::teamName)
                .findFirst();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
