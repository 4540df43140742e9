package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.models.labels.Language;

class CatalogueTest {

    private static final long GIGABYTE = 1L << 30;

    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void everyNameStandsOnce() {
        assertThat(catalogue.models()).extracting(CatalogueModel::name).doesNotHaveDuplicates();
        assertThat(catalogue.models()).allSatisfy(m -> assertThat(m.licence()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasAnOfferForEveryMachine(Language language) {
        CatalogueModel small = catalogue.fitting(language, 4 * GIGABYTE).orElseThrow();
        CatalogueModel large = catalogue.fitting(language, 64 * GIGABYTE).orElseThrow();

        assertThat(small.kind()).isNotEqualTo(CatalogueModel.Kind.FULL);
        assertThat(large.kind()).isEqualTo(CatalogueModel.Kind.FULL);
        assertThat(small.downloadBytes().getAsLong()).isLessThan(large.downloadBytes().getAsLong());
        assertThat(small.checksum()).isPresent();
    }

    @Test
    void aFileLiesBelowItsSourceOrAMirror() {
        CatalogueModel model = catalogue.find("vosk-model-small-cn-0.22").orElseThrow();

        assertThat(model.address(Optional.empty()))
                .hasValueSatisfying(
                        uri ->
                                assertThat(uri.getPath())
                                        .isEqualTo("/vosk/models/vosk-model-small-cn-0.22.zip"));
        assertThat(model.address(Optional.of(URI.create("http://mirror.example/speech"))))
                .contains(URI.create("http://mirror.example/speech/vosk-model-small-cn-0.22.zip"));
    }

    @Test
    void theMavenArtifactNeedsARepositoryToBeNamed() {
        CatalogueModel model = catalogue.find("vosk-model-en-0.3.75").orElseThrow();

        assertThat(model.address(Optional.empty())).isEmpty();
        assertThat(model.address(Optional.of(URI.create("http://mirror.example/maven/"))))
                .hasValueSatisfying(uri -> assertThat(uri.getPath()).endsWith("-0.3.75.aar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ZH", "starter-en", "../up", "a/b", ".hidden", "x", ""})
    void aNameThatWouldBeMistakenIsRefused(String name) {
        assertThatThrownBy(() -> ModelNames.check(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be a model's name");
    }
}
