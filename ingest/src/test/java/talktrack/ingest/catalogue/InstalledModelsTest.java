package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.labels.Language;

class InstalledModelsTest {

    @TempDir Path folder;

    @Test
    void whatIsChosenHearsItsLanguageUntilAnotherIs() throws Exception {
        InstalledModels models = models("one", "two");

        models.use(Language.EN, "one");
        assertThat(models.nameInUse(Language.EN)).contains("one");

        models.use(Language.EN, "two");
        assertThat(models.nameInUse(Language.EN)).contains("two");
        assertThat(models.all())
                .extracting(InstalledModels.Installed::usedFor)
                .containsExactly(List.of(), List.of(Language.EN));

        models.use(Language.EN, "starter-en");
        assertThat(models.nameInUse(Language.EN)).contains("starter-en");
        assertThat(models.chosen(Language.EN)).isEmpty();
        assertThat(models.nameInUse(Language.ZH)).isEmpty();
    }

    @Test
    void whatCannotHearIsNotChosen() throws Exception {
        InstalledModels models = models("one", "vosk-model-small-cn-0.22");
        Files.delete(folder.resolve("one/am/final.mdl"));

        assertThatThrownBy(() -> models.use(Language.EN, "one"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("am/final.mdl");
        assertThatThrownBy(() -> models.use(Language.EN, "vosk-model-small-cn-0.22"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("model for zh");
        assertThatThrownBy(() -> models.use(Language.EN, "three"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("There is no model three")
                .hasMessageContaining("Installed: one");
        assertThat(models.chosen(Language.EN)).isEmpty();
    }

    @Test
    void aFolderPutThereByHandIsKept() throws Exception {
        InstalledModels models = models("one");
        Models.folder(folder.resolve("en"), 16_000);

        assertThat(models.nameInUse(Language.EN)).contains("en");
        assertThatThrownBy(() -> models.use(Language.EN, "one"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("mv ");
        assertThat(folder.resolve("en/am/final.mdl")).exists();
    }

    @Test
    void oneInUseIsRemovedOnlyWhenTold() throws Exception {
        InstalledModels models = models("one");
        models.use(Language.EN, "one");

        assertThatThrownBy(() -> models.remove("one", false))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("one hears en now");
        assertThat(models.has("one")).isTrue();

        models.remove("one", true);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLinkToNowhereIsAFlawNotTheStarter() throws Exception {
        InstalledModels models = models();
        Files.createSymbolicLink(folder.resolve("en"), Path.of("gone"));

        assertThat(models.flaw(Language.EN))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("leads nowhere"));
        assertThat(models.nameInUse(Language.EN)).contains("en");
    }

    private InstalledModels models(String... names) throws Exception {
        for (String name : names) {
            Models.folder(folder.resolve(name), 16_000);
        }
        return new InstalledModels(folder);
    }
}
