package talktrack.api.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.ChildEnvironment;

/**
 * A stage in a JVM of its own, started again whenever it ends: it uses native libraries, and a
 * crash of theirs may cost one call, never Kafka or the pages. It ends when its standard input
 * closes, so it never outlives us.
 */
final class ChildJvm implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChildJvm.class);

    /** Its way to say "start me again, I have used much memory". */
    private static final int PLEASE_RESTART = 75;

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration PAUSE_AFTER_CRASH = Duration.ofSeconds(2);
    private static final long MOST_LOG_BYTES = 10 << 20;

    private final String name;
    private final ProcessBuilder builder;
    private final Path output;
    private final Thread keeper;
    private final Object lock = new Object();
    private Process process; // guarded by lock
    private boolean closing; // guarded by lock

    private ChildJvm(String name, ProcessBuilder builder, Path output) {
        this.name = name;
        this.builder = builder;
        this.output = output;
        this.keeper = Thread.ofPlatform().name("keeper of " + name).daemon().unstarted(this::keep);
    }

    /**
     * Starts a class's main with our own JDK and class path.
     *
     * @param environment beside our own without keys but the store's; for what must not stand among
     *     arguments, which every user of the machine can read
     * @param logs the folder for what it prints: {@code NAME.log}, and {@code NAME.1.log} for what
     *     it printed before, when that is more than 10 MB
     */
    static ChildJvm start(
            String name,
            String mainClass,
            List<String> jvmOptions,
            List<String> arguments,
            Map<String, String> environment,
            Path logs)
            throws IOException {
        Path output = logs.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        ChildEnvironment.keepStoreKeys(builder.environment());
        builder.environment().putAll(environment);
        ChildJvm child = new ChildJvm(name, builder, output);
        child.launch();
        child.keeper.start();
        return child;
    }

    boolean alive() {
        synchronized (lock) {
            return process.isAlive();
        }
    }

    private void launch() throws IOException {
        synchronized (lock) {
            if (!closing) {
                roll();
                process = builder.start();
                log.info("{} started pid={}", name, process.pid());
            }
        }
    }

    /** Between two children, as each holds the file open. */
    private void roll() throws IOException {
        if (Files.exists(output) && Files.size(output) > MOST_LOG_BYTES) {
            Files.move(
                    output,
                    output.resolveSibling(name + ".1.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void keep() {
        try {
            while (true) {
                Process current;
                synchronized (lock) {
                    current = process;
                }
                int code = current.waitFor();
                synchronized (lock) {
                    if (closing) {
                        return;
                    }
                    if (code != PLEASE_RESTART) {
                        log.warn("{} ended with code {} and is started again", name, code);
                        lock.wait(PAUSE_AFTER_CRASH.toMillis());
                    }
                }
                launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.error(
                    "{} cannot be started again: calls wait until Talktrack is restarted", name, e);
        }
    }

    @Override
    public void close() throws IOException {
        Process last;
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
            last = process;
        }
        last.getOutputStream().close();
        try {
            if (!last.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("{} did not stop within {} s and is killed", name, STOP_LIMIT.toSeconds());
                last.descendants().forEach(ProcessHandle::destroyForcibly);
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
