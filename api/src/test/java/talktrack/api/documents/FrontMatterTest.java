package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.models.labels.Audience;

class FrontMatterTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \n", "\r\n", " # not known yet\n"})
    void anEmptyFieldLeavesTheNextOneAlone(String nothing) {
        FrontMatter said =
                FrontMatter.of("---\nexpires:" + nothing + "audience: internal\n---\n# Plans\n");
        assertThat(said.audience()).contains(Audience.INTERNAL);
        assertThat(said.expires()).isEmpty();
        assertThat(said.remarks()).containsExactly("'expires: ' is no date such as 2026-05-31");
    }

    @Test
    void aFieldMayBeginWithACapital() {
        FrontMatter said =
                FrontMatter.of("---\nAudience: Internal\nREVIEWED : '2026-01-02'\n---\n# Plans\n");
        assertThat(said.audience()).contains(Audience.INTERNAL);
        assertThat(said.reviewed()).contains(LocalDate.of(2026, 1, 2));
        assertThat(said.remarks()).isEmpty();
    }
}
