package talktrack.api.chat;

import io.javalin.http.Context;
import talktrack.models.Sha256;

/**
 * Who asks.
 *
 * @param id of a login a digest, which opens nothing; of a visitor the address
 * @param visitor whether they come through the widget, not logged in
 */
record Asker(String id, boolean visitor) {

    /** The session or token that the request was let in with. */
    static Asker loggedIn(Context ctx) {
        String token = ctx.header("Authorization");
        String session = ctx.cookie("talktrack");
        return new Asker(digest(token != null ? token : session != null ? session : ""), false);
    }

    /**
     * A visitor by address. Only programs of this machine reach the server, so what a proxy of this
     * machine says last of where a request comes from is true.
     */
    static Asker visitor(Context ctx) {
        String forwarded = ctx.header("X-Forwarded-For");
        String last = forwarded == null ? "" : forwarded.substring(forwarded.lastIndexOf(',') + 1);
        return new Asker(last.isBlank() ? ctx.ip() : last.strip(), true);
    }

    private static String digest(String secret) {
        return Sha256.hex("asker " + secret).substring(0, 32);
    }
}
