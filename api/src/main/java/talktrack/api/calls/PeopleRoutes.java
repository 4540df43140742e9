package talktrack.api.calls;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Page;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.Person;

/** Reps and teams. */
public final class PeopleRoutes implements Routes {

    private static final int PEOPLE_BYTES = 1 << 20;

    private final CallRegistry registry;
    private final CallCommands commands;

    public PeopleRoutes(CallRegistry registry, CallCommands commands) {
        this.registry = registry;
        this.commands = commands;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps", this::reps);
        routes.get("/api/teams", this::teams);
        routes.post("/api/people", this::add);
        routes.put("/api/reps/{id}/sharing", this::share);
    }

    /**
     * @param calls how many calls the rep has, whatever their state
     */
    record Rep(
            String id,
            String name,
            String teamId,
            String teamName,
            long calls,
            boolean demonstration,
            boolean sharesClips) {}

    record Team(String id, String name, int reps, boolean demonstration) {}

    /**
     * @param team left out: the default team
     * @param sharesClips whether colleagues may be shown good moments; left out: as it was, at
     *     first no
     */
    record NewPerson(String name, String team, Boolean sharesClips) {}

    record Sharing(Boolean sharesClips) {}

    record RepList(List<Rep> items) {}

    record TeamList(List<Team> items) {}

    @OpenApi(
            path = "/api/reps",
            methods = HttpMethod.GET,
            summary = "All reps by name",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = RepList.class)))
    private void reps(Context ctx) {
        Map<String, Long> calls =
                registry.calls().stream()
                        .collect(
                                Collectors.groupingBy(
                                        call -> call.details().repId(), Collectors.counting()));
        ctx.json(
                Page.all(
                        registry.reps().stream()
                                .map(
                                        person ->
                                                new Rep(
                                                        person.repId(),
                                                        person.name(),
                                                        person.teamId(),
                                                        person.teamName(),
                                                        calls.getOrDefault(person.repId(), 0L),
                                                        person.demonstration(),
                                                        person.sharesClips()))
                                .toList()));
    }

    @OpenApi(
            path = "/api/teams",
            methods = HttpMethod.GET,
            summary = "All teams that have a rep",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = TeamList.class)))
    private void teams(Context ctx) {
        Map<String, List<Person>> teams =
                registry.reps().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Person::teamId, TreeMap::new, Collectors.toList()));
        ctx.json(
                Page.all(
                        teams.entrySet().stream()
                                .map(
                                        team ->
                                                new Team(
                                                        team.getKey(),
                                                        team.getValue().getFirst().teamName(),
                                                        team.getValue().size(),
                                                        team.getValue().stream()
                                                                .allMatch(Person::demonstration)))
                                .toList()));
    }

    @OpenApi(
            path = "/api/people",
            methods = HttpMethod.POST,
            summary = "Writes reps and their teams; all of them or, when one is wrong, none",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = NewPerson[].class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = RepList.class)),
                @OpenApiResponse(status = "400", description = "a name is missing or wrong")
            })
    private void add(Context ctx) throws InterruptedException {
        NewPerson[] given =
                JsonBody.read(
                        ctx,
                        NewPerson[].class,
                        PEOPLE_BYTES,
                        "Send [{\"name\": \"Anna Brooks\", \"team\": \"North\"}].");
        List<Person> right =
                Arrays.stream(given).map(person -> person(person, Optional.empty())).toList();
        Map<String, Person> written = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            NewPerson person = given[i];
            String id = right.get(i).repId();
            written.put(id, commands.changePerson(id, known -> person(person, known)));
        }
        ctx.json(
                Page.all(
                        written.values().stream()
                                .map(
                                        person ->
                                                new Rep(
                                                        person.repId(),
                                                        person.name(),
                                                        person.teamId(),
                                                        person.teamName(),
                                                        0,
                                                        person.demonstration(),
                                                        person.sharesClips()))
                                .toList()));
    }

    @OpenApi(
            path = "/api/reps/{id}/sharing",
            methods = HttpMethod.PUT,
            summary = "Says whether good moments of the rep's calls may be shown to colleagues",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Sharing.class)),
            responses = {
                @OpenApiResponse(status = "204"),
                @OpenApiResponse(status = "400", description = "neither yes nor no"),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void share(Context ctx) throws InterruptedException {
        String id = ctx.pathParam("id");
        boolean shares = sharing(ctx);
        commands.changePerson(id, rep -> rep.orElseThrow(Problem::noSuchRep).sharingClips(shares));
        ctx.status(204);
    }

    private static boolean sharing(Context ctx) {
        String action = "Send {\"sharesClips\": true} or {\"sharesClips\": false}.";
        Sharing sharing = JsonBody.read(ctx, Sharing.class, action);
        if (sharing.sharesClips() != null) {
            return sharing.sharesClips();
        }
        throw Problem.badRequest("`sharesClips` is missing.", action);
    }

    private static Person person(NewPerson person, Optional<Person> known) {
        try {
            if (person == null) {
                throw new IllegalArgumentException("null is nobody");
            }
            String team = person.team() == null || person.team().isBlank() ? "" : person.team();
            String name = person.name() == null ? "" : person.name().strip();
            return new Person(
                    Person.idOf(name),
                    name,
                    team.isEmpty() ? Person.DEFAULT_TEAM : Person.idOf(team),
                    team.isEmpty() ? "Default" : team.strip(),
                    known.map(Person::demonstration).orElse(false),
                    Optional.ofNullable(person.sharesClips())
                            .or(() -> known.map(Person::sharesClips))
                            .orElse(false));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "One of the people cannot be written: %s.".formatted(e.getMessage()),
                    "Give everybody a name; nobody was written.");
        }
    }
}
