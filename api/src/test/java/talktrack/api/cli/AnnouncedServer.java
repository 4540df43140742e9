package talktrack.api.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import talktrack.api.standalone.DataFolder;
import talktrack.models.events.Json;

/** A server of a test's own answers, found by commands as a real one is. */
record AnnouncedServer(HttpServer http, DataFolder folder) implements AutoCloseable {

    /**
     * @param data the folder in which commands look for the server
     * @return started, without any path yet
     */
    static AnnouncedServer in(Path data) throws IOException {
        DataFolder folder = DataFolder.hold(data);
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
        return new AnnouncedServer(server, folder);
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        folder.close();
    }
}
