package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.http.Problem;

class UploadFieldsTest {

    private static final String LONG = "名".repeat(120);

    private final UploadFields fields = new UploadFields(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"rep", "team"})
    void aNameThatNobodyCanHaveIsRefusedBeforeTheFirstByte(String field) {
        for (String name : new String[] {"——", LONG}) {
            Map<String, String> given = new HashMap<>(Map.of("rep", "Ann"));
            given.put(field, name);
            assertThatThrownBy(() -> read(given))
                    .isInstanceOfSatisfying(
                            Problem.class, e -> assertThat(e.status()).isEqualTo(400))
                    .hasMessageContaining("The name of the " + field);
        }
    }

    @Test
    void namesStayAsTheyAreWritten() {
        Upload upload = read(Map.of("rep", "Anna Brooks", "team", "华东"));

        assertThat(upload.rep()).isEqualTo("Anna Brooks");
        assertThat(upload.team()).contains("华东");
    }

    private Upload read(Map<String, String> given) {
        return fields.read("call.txt", given::get);
    }
}
