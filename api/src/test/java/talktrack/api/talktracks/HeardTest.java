package talktrack.api.talktracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class HeardTest {

    @ParameterizedTest
    @CsvSource({
        "EN, Hospitals, we are a small hospital, true",
        "EN, hospital, 'Hospitals, mostly.', true",
        "EN, bakery, our two bakeries, true",
        "EN, clinics; hospitals, this is a clinic, true",
        "EN, tool hire, we do tool hire, true",
        "EN, tool hire, the tool is for hire, false",
        "EN, bakery, what hospitals want, false",
        "EN, car, we care for cards, false",
        "EN, gas, the gas works, true",
        "ZH, 医院, 我们医院 去年就 用了, true",
        "ZH, 醫院, 我们医院去年就用了, true",
        "ZH, 诊所、医院, 我们医院, true",
        "ZH, CRM, 你们的crm好用吗, true",
        "ZH, 医院, 我们是做面包的, false",
        "EN, ',', 'a, b', false"
    })
    void aNameIsHeardAsAWhole(Language language, String name, String words, boolean heard) {
        assertThat(Heard.of(List.of(name), words, language)).hasSize(heard ? 1 : 0);
    }

    @Test
    void onlyThoseThatAreHeard() {
        assertThat(Heard.of(List.of("depot", "Fleet", "yard"), "our fleet", Language.EN))
                .containsExactly("Fleet");
    }
}
