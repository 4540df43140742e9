package talktrack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A newcomer's machine in a folder: a checkout with the real launcher and a few sources, and small
 * scripts in place of Java and Maven that write down how they were started. Nothing but the tools
 * named here is on its PATH.
 */
final class Machine {
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "bash",
                    "cat",
                    "cut",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "id",
                    "ln",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "sort",
                    "tail");

    private static final String FAKE_JAVA =
            """
            #!/usr/bin/env bash
            if [ "${1:-}" = -XshowSettings:properties ]; then
              printf '    java.home = %s\\n    java.specification.version = 21\\n' "$FAKE_JAVA_HOME" >&2
              exit
            fi
            printf '%s\\0' "$@" >"$MACHINE/java.arguments"
            printf '%s\\n' "$0" >"$MACHINE/java.program"
            cat >"$MACHINE/java.input"
            printf '%s\\n' $$ >"$MACHINE/java.pid"
            exit "${FAKE_JAVA_EXITS:-0}"
            """;

    private static final String FAKE_MAVEN =
            """
            #!/usr/bin/env bash
            printf '%s\\n' "$JAVA_HOME" "$@" >>"$MACHINE/mvn.arguments"
            ls=("$CHECKOUT"/api/target/*.jar)
            printf '%s\\n' "${ls[@]}" >"$MACHINE/mvn.found"
            mkdir -p "$CHECKOUT/api/target/elasticsearch"
            printf '[INFO] Building Talktrack models 0.1.0-SNAPSHOT     [2/5]\\n'
            printf 'half' >"$CHECKOUT/api/target/talktrack-api-0.1.0-SNAPSHOT.jar"
            case "${FAKE_MAVEN:-}" in
              (fails)
                printf '%s\\n' '[ERROR] COMPILATION ERROR :' "[ERROR] $CHECKOUT/api/Door.java:[7,3] cannot find symbol" \\
                  '[ERROR] ' '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
                exit 1 ;;
              (hangs)
                sleep 600 &
                printf '%s\\n' $$ $! >"$MACHINE/mvn.pids.new"
                mv "$MACHINE/mvn.pids.new" "$MACHINE/mvn.pids"
                wait ;;
            esac
            printf '%s' "$MACHINE/library.jar" >"$CHECKOUT/api/target/runtime.classpath"
            printf 'whole' >"$CHECKOUT/api/target/talktrack-api-0.1.0-SNAPSHOT.jar"
            """;

    final Path folder;
    final Path checkout;
    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    Machine(Path parent) throws IOException {
        folder = Files.createDirectories(parent.toRealPath().resolve("a machine"));
        checkout = folder.resolve("my checkout");
        bin = Files.createDirectories(folder.resolve("bin"));
        for (var tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), onRealPath(tool));
        }
        program(bin.resolve("mvn"), FAKE_MAVEN);
        for (var source :
                List.of(
                        "pom.xml",
                        "api/pom.xml",
                        "api/src/main/java/talktrack/api/Door.java",
                        "api/src/main/resources/web/index.html",
                        "models/pom.xml",
                        "models/src/main/resources/talktrack/corpora/zh/spin.tsv")) {
            write(checkout.resolve(source), "as cloned");
        }
        write(folder.resolve("library.jar"), "a dependency");
        Files.copy(launcher(), checkout.resolve("talktrack"));
        anHourPasses();
        environment.put("PATH", bin.toString());
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        environment.put("MACHINE", folder.toString());
        environment.put("CHECKOUT", checkout.toString());
        environment.put("LC_ALL", "C");
    }

    /**
     * The launcher under test; modules' tests run in the module's folder, an IDE's perhaps in the
     * root.
     */
    private static Path launcher() {
        return Stream.of(Path.of("talktrack"), Path.of("..", "talktrack"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }

    private static Path onRealPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the launcher needs "
                                                + tool
                                                + ", which is not on the PATH"));
    }

    /** Makes all sources older than anything that happens from now on. */
    private void anHourPasses() throws IOException {
        var anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (var files = Files.walk(checkout)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, anHourAgo);
            }
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void program(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts a JDK into a folder of this machine. */
    Path jdk(String place, String version) throws IOException {
        var jdk = jre(place, version);
        program(jdk.resolve("bin/javac"), FAKE_JAVA);
        return jdk;
    }

    Path jre(String place, String version) throws IOException {
        var home = folder.resolve(place);
        program(home.resolve("bin/java"), FAKE_JAVA);
        write(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    Machine with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Machine withJdk21() throws IOException {
        return with("JAVA_HOME", jdk("jdk-21", "21.0.4"));
    }

    Machine onPath(Path program) throws IOException {
        Files.createSymbolicLink(bin.resolve(program.getFileName()), program);
        return this;
    }

    /** Puts a script, which finds the tool as {@code REAL}, in the place of a tool. */
    Machine tool(String name, String script) throws IOException {
        Files.delete(bin.resolve(name)); // else the real tool would be written over
        program(bin.resolve(name), script);
        return with("REAL", onRealPath(name));
    }

    Machine withoutMaven() throws IOException {
        Files.delete(bin.resolve("mvn"));
        return this;
    }

    /** Lets no JDK of the real machine be new enough. */
    Machine whereNoJdkIsNewEnough() throws IOException {
        var script = checkout.resolve("talktrack");
        var text = Files.readString(script);
        assertThat(text).contains("minimum_java=21\n");
        Files.writeString(script, text.replace("minimum_java=21\n", "minimum_java=999\n"));
        return this;
    }

    Process start(String... arguments) throws IOException {
        return start(folder, checkout.resolve("talktrack"), arguments);
    }

    Process start(Path from, Path program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** Runs the launcher to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    Ended ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher still runs after " + DEADLINE + ": " + errors());
        }
        return new Ended(process.exitValue(), read("output"), errors());
    }

    record Ended(int exitCode, String output, String errors) {}

    String errors() throws IOException {
        return read("errors");
    }

    /** What a script in place of Java or Maven wrote down, empty when it was not started. */
    String read(String file) throws IOException {
        var path = folder.resolve(file);
        return Files.exists(path) ? new String(Files.readAllBytes(path), UTF_8).strip() : "";
    }

    /** Whether Maven was started since the last time this was asked. */
    boolean hasBuilt() throws IOException {
        return Files.deleteIfExists(folder.resolve("mvn.arguments"));
    }

    Path javaStarted() throws IOException {
        return Path.of(read("java.program"));
    }

    List<String> javaArguments() throws IOException {
        return List.of(read("java.arguments").split("\0", -1));
    }

    /**
     * Living processes among those that the script in place of Maven wrote down: itself and its
     * child.
     */
    String mavenProcesses() throws IOException {
        return read("mvn.pids")
                .lines()
                .filter(
                        pid ->
                                ProcessHandle.of(Long.parseLong(pid))
                                        // A zombie that nobody has collected yet has no command any
                                        // more.
                                        .flatMap(process -> process.info().command())
                                        .isPresent())
                .collect(joining(" "));
    }
}
