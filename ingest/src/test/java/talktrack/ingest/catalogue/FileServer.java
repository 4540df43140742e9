package talktrack.ingest.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one file with ranges, and breaks connections off when told. */
final class FileServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer server;
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private volatile byte[] file;
    private volatile String tag = "\"one\"";
    private volatile int breakAfterBytes = Integer.MAX_VALUE;
    private volatile int breaks;
    private volatile int status;

    FileServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The next so many answers end after so many bytes. */
    void breakOff(int times, int afterBytes) {
        breaks = times;
        breakAfterBytes = afterBytes;
    }

    /** Refuses everything from now on, until 0. */
    void refuse(int withStatus) {
        status = withStatus;
    }

    void replace(byte[] other) {
        file = other;
        tag = "\"two\"";
    }

    /** The first byte of each answer asked for, 0 for the whole file. */
    List<Integer> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (status != 0) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            String range = exchange.getRequestHeaders().getFirst("Range");
            String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
            int from = 0;
            Matcher wanted = RANGE.matcher(range == null ? "" : range);
            if (wanted.matches() && (ifRange == null || ifRange.equals(tag))) {
                from = Integer.parseInt(wanted.group(1));
            }
            asked.add(wanted.matches() ? Integer.parseInt(wanted.group(1)) : 0);
            exchange.getResponseHeaders().set("ETag", tag);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            boolean broken = breaks > 0;
            breaks = Math.max(0, breaks - 1);
            int length =
                    broken ? Math.min(breakAfterBytes, file.length - from) : file.length - from;
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(file, from, length);
                out.flush();
            } // closing it early breaks the connection off
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
