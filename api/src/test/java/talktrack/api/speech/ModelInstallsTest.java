package talktrack.api.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.catalogue.Catalogue;
import talktrack.ingest.catalogue.CatalogueModel;
import talktrack.ingest.catalogue.InstalledModels;

/** Installing one model after the other, when one goes wrong. */
class ModelInstallsTest {

    @TempDir Path folder;

    @Test
    void whatBreaksOffMakesRoomForTheNext() {
        CatalogueModel model = Catalogue.shipped().models().getFirst();
        ModelInstalls.Installer breaks =
                (request, progress) -> {
                    throw new LinkageError("thrown by a test");
                };
        try (ModelInstalls installs =
                new ModelInstalls(breaks, new InstalledModels(folder), Optional.empty())) {
            assertThat(installs.begin(model)).isTrue();
            await().until(() -> installs.newest().orElseThrow().ended());

            assertThat(installs.newest().orElseThrow().problem()).contains(model.name());
            assertThat(installs.begin(model)).isTrue();
        }
    }
}
