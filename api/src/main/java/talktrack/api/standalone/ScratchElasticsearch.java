package talktrack.api.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import talktrack.models.Folders;

/**
 * An Elasticsearch for one command, in a temporary folder that is gone afterwards, also when the
 * command is interrupted.
 */
public final class ScratchElasticsearch implements AutoCloseable {

    private final Path folder;
    private final Thread starter = Thread.currentThread();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final Thread onExit = new Thread(this::interrupted, "stop-elasticsearch");
    private volatile EmbeddedElasticsearch elasticsearch;
    private volatile boolean stopping;
    private boolean stopped;

    private ScratchElasticsearch(Path folder) {
        this.folder = folder;
    }

    public static ScratchElasticsearch start() throws IOException, InterruptedException {
        ScratchElasticsearch scratch =
                new ScratchElasticsearch(Files.createTempDirectory("talktrack-index-"));
        Runtime.getRuntime().addShutdownHook(scratch.onExit);
        try {
            scratch.elasticsearch =
                    EmbeddedElasticsearch.start(scratch.folder.resolve("elasticsearch"));
            scratch.startEnded.countDown();
            return scratch;
        } catch (IOException | InterruptedException | RuntimeException e) {
            scratch.startEnded.countDown();
            scratch.close();
            throw e;
        }
    }

    public URI url() {
        return elasticsearch.url();
    }

    /** Whether this was ended, by {@link #close()} or by a signal. */
    public boolean stopped() {
        return stopping;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The shutdown has begun: then the hook finds everything done.
            LoggerFactory.getLogger(ScratchElasticsearch.class).debug("stopped by a signal", e);
        }
    }

    /** A start that is going on is broken off first, or it would write into the folder again. */
    private void interrupted() {
        stopping = true;
        try {
            if (startEnded.getCount() > 0) {
                starter.interrupt();
                startEnded.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("talktrack: could not remove " + folder + ": " + e);
        }
    }
}
