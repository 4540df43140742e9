package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.labels.Language;

/** The whole way from an HTTP server to a model that Vosk has loaded. */
class ModelInstallerIT {

    private static final String NAME = "some-model";
    private static final byte[] ZIP = Models.starterZip();
    private static final String SHA256 =
            "sha256:e26b188c84298879d3641b83130095b1e69f56ec2a6a61f221a997612d9e825d";

    /** Of a connection's end the client may lose what it had not handed on yet. */
    private static final int MOST_LOST_BYTES = 1 << 18;

    private static final Download.Patience IMPATIENT =
            new Download.Patience(
                    Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(5));

    @TempDir Path temporary;

    private Path folder;
    private FileServer server;
    private Function<Path, DiskSpace> disks = DiskSpace::new;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.resolve("models");
        server = new FileServer(ZIP);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aModelIsFetchedVerifiedAndThere() throws Exception {
        List<InstallProgress.Step> steps = new ArrayList<>();

        ModelInstaller.Outcome outcome =
                installer(published()).install(request(), (step, done, total) -> steps.add(step));

        assertThat(outcome).isEqualTo(ModelInstaller.Outcome.INSTALLED);
        assertThat(steps.stream().distinct()).containsExactly(InstallProgress.Step.values());
        assertThat(names()).containsExactly("install.lock", NAME);
        assertThat(installer(published()).install(request(), InstallProgress.NONE))
                .isEqualTo(ModelInstaller.Outcome.THERE_ALREADY);
        assertThat(server.asked()).containsExactly(0);
        InstalledModels models = new InstalledModels(folder);
        models.use(Language.EN, NAME);
        assertThat(models.nameInUse(Language.EN)).contains(NAME);
        assertThat(models.flaw(Language.EN)).isEmpty();
    }

    @Test
    void aCutConnectionIsGoneOnWith() throws Exception {
        server.breakOff(7, 2_000_000); // more often than it would try in vain

        install(published());

        assertThat(server.asked()).hasSize(8).startsWith(0).isSorted().doesNotHaveDuplicates();
        assertThat(server.asked().getLast()).isBetween(7 * MOST_LOST_BYTES, 7 * 2_000_000);
        assertThat(names()).contains(NAME);
    }

    @Test
    void aDownloadThatWasGivenUpIsGoneOnWithNextTime() throws Exception {
        server.breakOff(1, 5_000_000);
        assertThatThrownBy(() -> installThen(() -> server.refuse(503)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("the server answered 503")
                .hasMessageContaining("The 5 MB that came stay");
        assertThat(names()).doesNotContain(NAME);

        server.refuse(0);
        install(published());

        assertGoneOnWith();
        assertThat(names()).containsExactly("install.lock", NAME);
    }

    @Test
    void whoIsStoppedWhileItIsUnpackedNeedNotFetchItAgain() throws Exception {
        for (InstallProgress.Step step :
                List.of(
                        InstallProgress.Step.CHECKING,
                        InstallProgress.Step.UNPACKING,
                        InstallProgress.Step.TRYING)) {
            assertThatThrownBy(
                            () ->
                                    installer(published())
                                            .install(
                                                    request(),
                                                    (now, done, total) -> {
                                                        if (now == step) {
                                                            Thread.currentThread().interrupt();
                                                        }
                                                    }))
                    .as("stopped while %s", step)
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }

        install(published());

        assertThat(server.asked()).containsExactly(0);
        assertThat(names()).containsExactly("install.lock", NAME);
    }

    @Test
    void whatIsDamagedInAZipWithoutAChecksumIsFetchedAgain() throws Exception {
        byte[] damaged = ZIP.clone();
        int firstPacked = 30 + (damaged[26] & 0xff) + (damaged[28] & 0xff); // header, name, extra
        damaged[firstPacked] = 7; // a kind of block that there is not
        server.replace(damaged);
        CatalogueModel unchecked = Models.entry(NAME, OptionalLong.empty(), Optional.empty());

        assertThatThrownBy(() -> install(unchecked))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("cannot be read in it");

        assertThat(names()).containsExactly("install.lock");
    }

    @Test
    void anotherFileUnderTheSameAddressIsFetchedAnew() throws Exception {
        server.breakOff(1, 5_000_000);
        assertThatThrownBy(() -> installThen(() -> server.refuse(500)))
                .isInstanceOf(ModelProblem.class);
        byte[] other = ZIP.clone();
        other[100] ^= 1; // in the half that had come already
        server.replace(other);
        server.refuse(0);

        assertThatThrownBy(() -> install(published()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("is not the published file");
        assertGoneOnWith();
    }

    @Test
    void aWrongChecksumInstallsNothingAndLeavesNothing() {
        byte[] forged = ZIP.clone();
        forged[100] ^= 1;
        server.replace(forged);

        assertThatThrownBy(() -> install(published()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("is not the published file")
                .hasMessageContaining(SHA256);
        assertThat(names()).containsExactly("install.lock");
    }

    @Test
    void withoutAPublishedChecksumItSaysSo() throws Exception {
        assertThat(install(Models.entry(NAME, OptionalLong.empty(), Optional.empty())))
                .isEqualTo(ModelInstaller.Outcome.INSTALLED_WITHOUT_CHECKSUM);
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsFetched() {
        disks = path -> new DiskSpace(path, any -> 30_000_000, 0);

        assertThatThrownBy(() -> install(published()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("has 30 MB left")
                .hasMessageContaining("too little");
        assertThat(names()).containsExactly("install.lock");
    }

    @Test
    void aDiskThatFillsUpMeanwhileKeepsNothingHalf() {
        long[] left = {100_000_000};
        disks = path -> new DiskSpace(path, any -> left[0] -= 30_000_000, 1_000_000);

        assertThatThrownBy(() -> install(published()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("too little");
        assertThat(names()).containsExactly("install.lock");
    }

    @Test
    void aFileThatIsAnotherBySizeIsNotFetched() {
        assertThatThrownBy(() -> install(Models.entry(NAME, OptionalLong.of(5), Optional.empty())))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("it is another file");
        assertThat(names()).containsExactly("install.lock");
    }

    @Test
    void aMissingFileIsNotAskedForAgain() {
        server.refuse(404);

        assertThatThrownBy(() -> install(published()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aLocalFileNeedsNoNetwork() throws Exception {
        Path file = Files.write(temporary.resolve("carried.zip"), ZIP);
        server.close();

        ModelInstaller.Outcome outcome =
                installer(published())
                        .install(
                                new ModelInstaller.Request(
                                        NAME, Optional.of(file), Optional.empty()),
                                InstallProgress.NONE);

        assertThat(outcome).isEqualTo(ModelInstaller.Outcome.INSTALLED);
        assertThat(file).exists();
    }

    /** It looks whole, but Vosk ends the process that loads it. */
    @Test
    void aModelThatVoskDoesNotLoadIsNotInstalled() throws Exception {
        Path look = Models.folder(temporary.resolve("look"), 16_000);
        Path zip =
                Models.zip(
                        temporary.resolve("look.zip"),
                        Map.of(
                                "m/am/final.mdl", "no acoustics",
                                "m/conf/mfcc.conf",
                                        Files.readString(look.resolve("conf/mfcc.conf")),
                                "m/graph/HCLr.fst", "no graph",
                                "m/graph/Gr.fst", "no grammar"));

        assertThatThrownBy(
                        () ->
                                installer(published())
                                        .install(
                                                new ModelInstaller.Request(
                                                        "my-model",
                                                        Optional.of(zip),
                                                        Optional.empty()),
                                                InstallProgress.NONE))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("my-model was not installed: Vosk does not load it");
        assertThat(names()).containsExactly("install.lock");
    }

    /** From where it had come to. */
    private void assertGoneOnWith() {
        assertThat(server.asked()).hasSize(2).startsWith(0);
        assertThat(server.asked().getLast()).isBetween(5_000_000 - MOST_LOST_BYTES, 5_000_000);
    }

    private static CatalogueModel published() {
        return Models.entry(NAME, OptionalLong.of(ZIP.length), Optional.of(Checksum.parse(SHA256)));
    }

    private ModelInstaller installer(CatalogueModel model) {
        return new ModelInstaller(
                new Catalogue(List.of(model)), new InstalledModels(folder), disks, IMPATIENT);
    }

    private ModelInstaller.Request request() {
        return new ModelInstaller.Request(NAME, Optional.empty(), Optional.of(server.base()));
    }

    private ModelInstaller.Outcome install(CatalogueModel model) throws Exception {
        return installer(model).install(request(), InstallProgress.NONE);
    }

    /** Something happens to the server once the first bytes have come. */
    private void installThen(Runnable happens) throws Exception {
        boolean[] happened = {false};
        installer(published())
                .install(
                        request(),
                        (step, done, total) -> {
                            if (!happened[0]) {
                                happened[0] = true;
                                happens.run();
                            }
                        });
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
