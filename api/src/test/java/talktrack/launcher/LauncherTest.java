package talktrack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {
    private static final String JAR = "api/target/talktrack-api-0.1.0-SNAPSHOT.jar";

    /** A process id that no system gives. */
    private static final long NOBODY = 999_999_999;

    private Machine machine;

    @BeforeEach
    void aCloneThatWasNeverBuilt(@TempDir Path parent) throws IOException {
        machine = new Machine(parent);
    }

    // Which Java

    @Test
    void javaHomeComesFirst() throws Exception {
        var chosen = machine.jdk("my jdk", "21.0.4");
        machine.onPath(machine.jdk("other", "25").resolve("bin/java"))
                .with("JAVA_HOME", chosen)
                .run("status");
        assertThat(machine.javaStarted()).isEqualTo(chosen.resolve("bin/java"));
        assertThat(machine.read("mvn.arguments")).startsWith(chosen.toString());
    }

    @Test
    void theJavaOnThePathIsTakenWhenJavaHomeIsTooOld() throws Exception {
        var onPath = machine.jdk("jdk-25", "25.0.1");
        machine.onPath(onPath.resolve("bin/java"))
                .with("JAVA_HOME", machine.jdk("jdk-8", "1.8.0_402"))
                .run("status");
        assertThat(machine.javaStarted()).isEqualTo(onPath.resolve("bin/java"));
    }

    @Test
    void theNewestInstalledJdkIsTakenWhenTheJavaOnThePathIsTooOld() throws Exception {
        machine.onPath(machine.jdk("jdk-17", "17.0.15").resolve("bin/java"));
        machine.jdk("home/.jdks/jdk-98", "98.0.1");
        var newest = machine.jdk("home/.sdkman/candidates/java/99.0.1-tem", "99-ea");
        machine.run("status");
        assertThat(machine.javaStarted()).isEqualTo(newest.resolve("bin/java"));
    }

    @Test
    void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
        machine.onPath(machine.jre("jre-25", "25.0.1").resolve("bin/java"));
        var jdk = machine.jdk("home/.jdks/jdk-99", "99.0.1");
        machine.run("status");
        assertThat(machine.javaStarted()).isEqualTo(jdk.resolve("bin/java"));
    }

    @Test
    void aVersionManagersScriptOnThePathIsAskedForItsJdk() throws Exception {
        var jdk = machine.jdk("versions/21", "21.0.4");
        var shim = machine.jre("shims", "0");
        Files.delete(shim.resolve("release"));
        machine.onPath(shim.resolve("bin/java")).with("FAKE_JAVA_HOME", jdk).run("status");
        assertThat(machine.javaStarted()).isEqualTo(jdk.resolve("bin/java"));
    }

    @Test
    void withoutAJdkItSaysWhatIsThereAndWhatToInstall() throws Exception {
        var old = machine.jdk("jdk-17", "17.0.15");
        var ended = machine.whereNoJdkIsNewEnough().with("JAVA_HOME", old).run("demo");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors())
                .startsWith("Talktrack needs a JDK of version 999 or newer")
                .contains(old + " has version 17")
                .containsPattern("Install .*(adoptium.net|jdk)")
                .endsWith("set JAVA_HOME to its folder.");
        assertThat(machine.hasBuilt()).isFalse();
    }

    @Test
    void onlyJavaThatKnowsAnOptionGetsIt() throws Exception {
        machine.withJdk21().run("status");
        assertThat(machine.javaArguments()).noneMatch(argument -> argument.contains("unsafe"));
        machine.with("JAVA_HOME", machine.jdk("jdk-25", "25.0.1")).run("status");
        assertThat(machine.javaArguments()).contains("--sun-misc-unsafe-memory-access=allow");
    }

    // When to build

    @Test
    void theFirstStartBuildsAndTheNextDoesNot() throws Exception {
        var first = machine.withJdk21().run("status");
        assertThat(first.errors()).contains("the first time it fetches").contains("Built in ");
        assertThat(machine.read("mvn.arguments")).contains("-Dquick").endsWith("package");
        assertThat(machine.hasBuilt()).isTrue();
        var second = machine.run("status");
        assertThat(second).isEqualTo(new Machine.Ended(0, "", ""));
        assertThat(machine.hasBuilt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "models/pom.xml",
                "api/src/main/java/talktrack/api/Door.java",
                "api/src/main/resources/web/index.html",
                "models/src/main/resources/talktrack/corpora/zh/spin.tsv"
            })
    void anEditedSourceIsBuilt(String source) throws Exception {
        startedOnce();
        Machine.write(machine.checkout.resolve(source), "edited");
        assertThat(machine.run("status").errors())
                .contains("Building Talktrack …")
                .doesNotContain("first time");
        assertThat(machine.hasBuilt()).isTrue();
        machine.run("status");
        assertThat(machine.hasBuilt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout/api/src/main/java/talktrack/api/Door.java",
                "checkout/target/built",
                "checkout/" + JAR,
                "checkout/api/target/elasticsearch",
                "library.jar"
            })
    void whatIsDeletedIsMissed(String deleted) throws Exception {
        startedOnce();
        Files.delete(
                deleted.startsWith("checkout/")
                        ? machine.checkout.resolve(deleted.substring("checkout/".length()))
                        : machine.folder.resolve(deleted));
        machine.run("status");
        assertThat(machine.hasBuilt()).isTrue();
    }

    @Test
    void aCopyOfTheFolderIsBuiltOnItsOwn() throws Exception {
        startedOnce();
        Files.writeString(machine.checkout.resolve("target/built"), "/where/it/was/copied/from\n");
        machine.run("status");
        assertThat(machine.hasBuilt()).isTrue();
    }

    @Test
    void theTestsOfABuildUseWhatItBuilt() throws Exception {
        startedOnce();
        Files.delete(machine.checkout.resolve("target/built"));
        assertThat(machine.with("BUILDING_TALKTRACK", machine.checkout).run("status").exitCode())
                .isZero();
        assertThat(machine.hasBuilt()).isFalse();
    }

    @Test
    void aSecondLauncherWaitsForTheFirstOnesBuild() throws Exception {
        machine.withJdk21();
        var lock = lockedBy(ProcessHandle.current().pid());
        var second = machine.start("status");
        await().atMost(Machine.DEADLINE).until(() -> machine.errors().contains("waiting for it"));
        assertThat(machine.hasBuilt()).isFalse();
        Files.delete(lock);
        assertThat(machine.ended(second).exitCode()).isZero();
        assertThat(machine.hasBuilt()).isTrue();
    }

    @Test
    void theLockOfADeadBuilderIsRemoved() throws Exception {
        machine.withJdk21();
        var lock = lockedBy(NOBODY);
        assertThat(machine.run("status").exitCode()).isZero();
        assertThat(machine.hasBuilt()).isTrue();
        assertThat(lock).doesNotExist();
        assertThat(lock.resolveSibling("building.removing")).doesNotExist();
    }

    @Test
    void aLockThatSomebodyElseTookFromADeadBuilderStays() throws Exception {
        var quicker = ProcessHandle.current().pid();
        machine.withJdk21()
                .with("QUICKER", quicker)
                .tool(
                        "readlink",
                        """
                        #!/usr/bin/env bash
                        "$REAL" "$@"
                        if [ "$1" = "$CHECKOUT/target/building" ] && [ ! -e "$MACHINE/taken" ]; then
                          printf '' >"$MACHINE/taken"
                          rm "$1"
                          ln -s "$QUICKER" "$1"
                        fi
                        """);
        var lock = lockedBy(NOBODY);
        var slower = machine.start("status");
        await().atMost(Machine.DEADLINE)
                .until(() -> machine.errors().contains("built by process " + quicker));
        assertThat(machine.hasBuilt()).isFalse();
        Files.delete(lock);
        assertThat(machine.ended(slower).exitCode()).isZero();
        assertThat(machine.hasBuilt()).isTrue();
    }

    private Path lockedBy(long pid) throws IOException {
        var lock = Files.createDirectories(machine.checkout.resolve("target")).resolve("building");
        return Files.createSymbolicLink(lock, Path.of(String.valueOf(pid)));
    }

    // Builds that do not end well

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        var ended = machine.withJdk21().withoutMaven().run("demo");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.errors())
                .startsWith("Building Talktrack needs Maven 3.8 or newer")
                .contains("Install it");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheRestIs() throws Exception {
        var ended = machine.withJdk21().with("FAKE_MAVEN", "fails").run("demo");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.errors())
                .contains(
                        "COMPILATION ERROR :\napi/Door.java:[7,3] cannot find symbol\nThe build failed.")
                .endsWith("All of it is in " + machine.checkout.resolve("target/build.log"));
        assertThat(machine.read("java.pid")).isEmpty();
        machine.with("FAKE_MAVEN", "works").run("demo");
        assertThat(machine.read("java.pid")).isNotEmpty();
    }

    @Test
    void aSignalDuringTheBuildEndsMavenAndItsChildren() throws Exception {
        var launcher = machine.withJdk21().with("FAKE_MAVEN", "hangs").start("demo");
        await().atMost(Machine.DEADLINE).until(() -> machine.mavenProcesses().contains(" "));
        await().atMost(Machine.DEADLINE)
                .until(() -> machine.errors().contains("2/5 Talktrack models"));
        launcher.destroy();
        assertThat(machine.ended(launcher).exitCode()).isEqualTo(143);
        assertThat(machine.mavenProcesses()).isEmpty();
        assertThat(machine.read("java.pid")).isEmpty();
        assertThat(machine.checkout.resolve(JAR)).hasContent("half");

        machine.with("FAKE_MAVEN", "works").run("demo");
        assertThat(machine.read("mvn.found"))
                .as("half a jar is not left to Maven")
                .endsWith("*.jar");
        assertThat(machine.read("java.pid")).isNotEmpty();
    }

    // What the program gets

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        // Through a file: what a JVM can pass on depends on the locale of the machine that runs
        // this test.
        var caller = machine.folder.resolve("caller");
        Files.writeString(
                caller,
                "exec \"$CHECKOUT/talktrack\" upload 'a  call.wav' --customer '太贵了 公司' '' '*' '$HOME' 'say \"no\"'");
        var bash = machine.folder.resolve("bin/bash");
        machine.withJdk21().ended(machine.start(machine.folder, bash, caller.toString()));
        assertThat(machine.javaArguments())
                .endsWith(
                        "talktrack.api.cli.Talktrack",
                        "upload",
                        "a  call.wav",
                        "--customer",
                        "太贵了 公司",
                        "",
                        "*",
                        "$HOME",
                        "say \"no\"",
                        "");
    }

    @Test
    void theProgramTakesTheLaunchersPlace() throws Exception {
        var launcher = machine.withJdk21().with("FAKE_JAVA_EXITS", 7).start("classify", "spin");
        try (var input = launcher.outputWriter()) {
            input.write("how much is it per seat");
        }
        assertThat(machine.ended(launcher).exitCode()).isEqualTo(7);
        assertThat(machine.read("java.pid")).isEqualTo(String.valueOf(launcher.pid()));
        assertThat(machine.read("java.input"))
                .as("Maven leaves it alone")
                .isEqualTo("how much is it per seat");
    }

    @Test
    void aLinkToItWorksFromAnywhere() throws Exception {
        var elsewhere = Files.createDirectories(machine.folder.resolve("else where"));
        var link =
                Files.createSymbolicLink(
                        elsewhere.resolve("tt"), Path.of("..", "my checkout", "talktrack"));
        assertThat(machine.withJdk21().ended(machine.start(elsewhere, link, "status")).exitCode())
                .isZero();
        assertThat(machine.javaArguments())
                .contains(
                        machine.checkout.resolve(JAR)
                                + ":"
                                + machine.folder.resolve("library.jar"));
    }

    @Test
    void testsAreMavensVerifyWithItsExitCode() throws Exception {
        assertThat(machine.withJdk21().run("test", "-pl", "models").exitCode()).isZero();
        assertThat(machine.read("mvn.arguments")).endsWith("verify\n-pl\nmodels");
        assertThat(machine.checkout.resolve("target/built"))
                .as("a part is not the whole")
                .doesNotExist();
        assertThat(machine.run("test").exitCode()).isZero();
        assertThat(machine.checkout.resolve("target/built")).exists();
        assertThat(machine.with("FAKE_MAVEN", "fails").run("test").exitCode()).isEqualTo(1);
        assertThat(machine.read("java.pid")).isEmpty();
    }

    @Test
    void buildAlwaysBuildsAndStartsNothing() throws Exception {
        startedOnce();
        Files.delete(machine.folder.resolve("java.pid"));
        assertThat(machine.run("build").errors()).contains("Built in ");
        assertThat(machine.hasBuilt()).isTrue();
        assertThat(machine.read("java.pid")).isEmpty();
        assertThat(machine.run("build", "models").exitCode()).isEqualTo(2);
    }

    private void startedOnce() throws IOException, InterruptedException {
        assertThat(machine.withJdk21().run("status").exitCode()).isZero();
        assertThat(machine.hasBuilt()).isTrue();
    }
}
