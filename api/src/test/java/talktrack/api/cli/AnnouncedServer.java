package talktrack.api.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import talktrack.models.events.Json;

/** A server of a test's own answers, found by commands as a real one is. */
final class AnnouncedServer {

    private AnnouncedServer() {}

    /**
     * @param data the folder in which commands look for the server
     * @return started, without any path yet
     */
    static HttpServer in(Path data) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        Files.writeString(data.resolve("token"), "secret");
        Files.write(
                data.resolve("server.json"),
                Json.bytes(
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                "pid",
                                ProcessHandle.current().pid())));
        return server;
    }
}
