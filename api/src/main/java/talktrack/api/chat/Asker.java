package talktrack.api.chat;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.Sha256;

/**
 * Who asks.
 *
 * @param id of a login a digest, which opens nothing; of a visitor the network
 * @param visitor whether they come through the widget, not logged in
 */
record Asker(String id, boolean visitor) {

    /** An IPv6 address, which a proxy may put into brackets. */
    private static final Pattern SIX =
            Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]*)(%\\w+)?(\\](:\\d+)?)?");

    private static final int NETWORK_BYTES = 8;

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
        return new Asker(network(last.isBlank() ? ctx.ip() : last.strip()), true);
    }

    /**
     * An IPv4 address, or the /64 of an IPv6 one: a household has all of it, and with each address
     * would be somebody new.
     */
    static String network(String address) {
        Matcher six = SIX.matcher(address);
        if (!six.matches()) {
            return address;
        }
        try {
            // No name is looked up for a literal.
            InetAddress parsed = InetAddress.getByName(six.group(1));
            byte[] bytes = parsed.getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String digest(String secret) {
        return Sha256.hex("asker " + secret).substring(0, 32);
    }
}
