package talktrack.api.practice;

import java.time.Clock;
import java.util.List;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.api.talktracks.TalkTracks;

/** Practice in a server: its routes, and the thread that follows its topics. */
public final class Practice implements AutoCloseable {

    private final PracticeFeed feed;
    private final PracticeCommands commands;
    private final List<Routes> routes;

    /**
     * @param index stays open when this closes
     * @param clock in the zone in which goals end
     */
    public Practice(
            String bootstrapServers, ElasticIndex index, CallRegistry registry, Clock clock) {
        PracticeBook book = new PracticeBook();
        feed = new PracticeFeed(bootstrapServers, book);
        commands = new PracticeCommands(bootstrapServers, book, clock);
        PracticeDocuments documents = new PracticeDocuments(index, registry);
        Reps reps = new Reps(registry, documents, book, clock);
        PracticeCards cards =
                new PracticeCards(new Exercises(documents, new TalkTracks(index), registry));
        routes =
                List.of(
                        new RecommendationRoutes(reps, cards, commands),
                        new GoalRoutes(reps, commands),
                        new TeamPracticeRoutes(reps, cards));
    }

    /** For the server that answers. */
    public List<Routes> routes() {
        return routes;
    }

    /** Returns when all decisions and goals are known; goes on in a thread. */
    public void start() {
        feed.start();
    }

    /** Whether decisions and goals of other servers still arrive. */
    public boolean running() {
        return feed.running();
    }

    @Override
    public void close() {
        feed.close();
        commands.close();
    }
}
