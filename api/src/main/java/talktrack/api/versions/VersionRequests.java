package talktrack.api.versions;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalInt;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.versions.Library.Act;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Versioned;

/** What can be asked of any record that keeps its versions; its routes only describe it. */
public final class VersionRequests<V extends Versioned> {

    private static final int MOST = 100_000_000;

    private final Library<V> library;

    public VersionRequests(Library<V> library) {
        this.library = library;
    }

    /**
     * @param version the one that the sender saw
     */
    public record StatusChange(OptionalInt version, String author, String note) {
        public StatusChange {
            version = version == null ? OptionalInt.empty() : version;
            author = author == null ? "" : author;
            note = note == null ? "" : note;
        }
    }

    /**
     * @param restore which version
     * @param version the one that the sender saw
     * @param approve whether it is of use at once; else it is a draft
     */
    public record Restoration(int restore, OptionalInt version, String author, boolean approve) {
        public Restoration {
            version = version == null ? OptionalInt.empty() : version;
            author = author == null ? "" : author;
        }
    }

    /** How one version became another. */
    public record DiffView(int from, int to, List<Difference.Field> fields) {}

    /** Gives the record of the path this status. */
    public void become(Context ctx, Status status) {
        StatusChange change = Requests.body(ctx, StatusChange.class);
        int seen = Requests.seenForSure(ctx, change.version());
        Requests.answer(
                ctx,
                library.become(
                        ctx.pathParam("id"),
                        status,
                        new Act(seen, change.author(), change.note())));
    }

    /** All versions, newest first. */
    public void versions(Context ctx) {
        ctx.json(Page.all(library.history(ctx.pathParam("id"))));
    }

    /** One of them. */
    public void version(Context ctx) {
        Requests.answer(
                ctx, library.get(ctx.pathParam("id"), Requests.version(ctx.pathParam("version"))));
    }

    /** How two of them differ; left out: the newest, and the one before. */
    public void diff(Context ctx) {
        String id = ctx.pathParam("id");
        List<Integer> versions = library.history(id).stream().map(Versioned::version).toList();
        int to = Parameters.number(ctx, "to", versions.getFirst(), 1, MOST);
        int before = versions.stream().filter(one -> one < to).findFirst().orElse(to);
        int from = Parameters.number(ctx, "from", before, 1, MOST);
        ctx.json(new DiffView(from, to, library.difference(id, from, to)));
    }

    /** Makes an earlier one the newest again. */
    public void restore(Context ctx) {
        Restoration wish = Requests.body(ctx, Restoration.class);
        int seen = Requests.seenForSure(ctx, wish.version());
        Requests.answer(
                ctx,
                library.restore(
                        ctx.pathParam("id"),
                        wish.restore(),
                        Library.status(wish.approve()),
                        new Act(seen, wish.author(), "as in version " + wish.restore())));
    }
}
