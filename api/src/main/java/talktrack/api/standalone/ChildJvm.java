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
    private final Keeper keeper;

    private ChildJvm(String name, Keeper keeper) {
        this.name = name;
        this.keeper = keeper;
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
        Path before = logs.resolve(name + ".1.log");
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
        Process process = launch(builder, output, before);
        log.info("{} started pid={}", name, process.pid());
        Keeper keeper =
                new Keeper(
                        name,
                        process,
                        PAUSE_AFTER_CRASH,
                        code -> code == PLEASE_RESTART,
                        () -> launch(builder, output, before));
        keeper.start();
        return new ChildJvm(name, keeper);
    }

    boolean alive() {
        return keeper.alive();
    }

    /** Puts a large log aside between two children, as each holds the file open. */
    private static Process launch(ProcessBuilder builder, Path output, Path before)
            throws IOException {
        if (Files.exists(output) && Files.size(output) > MOST_LOG_BYTES) {
            Files.move(output, before, StandardCopyOption.REPLACE_EXISTING);
        }
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        Process last = keeper.letGo();
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
