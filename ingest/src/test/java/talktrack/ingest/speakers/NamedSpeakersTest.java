package talktrack.ingest.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.labels.Speaker.CUSTOMER;
import static talktrack.models.labels.Speaker.REP;
import static talktrack.models.labels.Speaker.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class NamedSpeakersTest {

    @Test
    void theDeclaredNameIsTheRepEvenAgainstTheRepsOwnName() {
        NamedSpeakers named = of("Anna Brooks", "Bob Chen", "Anna Brooks", "bob chen");

        assertThat(named.of("Bob Chen")).isEqualTo(REP);
        assertThat(named.of("Anna Brooks")).isEqualTo(CUSTOMER);
        assertThat(named.guessed()).isFalse();
    }

    @Test
    void theRepsNameIsFoundHoweverItIsWritten() {
        NamedSpeakers named = of("ＡＮＮＡ  brooks", "Bob Chen", "Anna Brooks", "");

        assertThat(named.of("ＡＮＮＡ  brooks")).isEqualTo(REP);
        assertThat(named.guessed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Agent, Bob Chen",
        "Sales Rep 2, Caller",
        "SALES, Prospect",
        "销售, 王总",
        "客服人员, 王女士",
        "电话销售, 客户",
        "Anna Brooks, Customer",
        "张敏, 客户",
        "Anna Brooks (Sales), Bob Chen",
        "张敏（销售顾问）, 李伟",
        "Anna Brooks, Bob Chen (Customer)",
        "张敏, 李伟（客户）",
    })
    void aRoleInANameTellsWhoTheRepIs(String rep, String customer) {
        NamedSpeakers named = of(rep, customer, "", "");

        assertThat(named.of(rep)).isEqualTo(REP);
        assertThat(named.of(customer)).isEqualTo(CUSTOMER);
        assertThat(named.guessed()).isFalse();
    }

    @Test
    void withoutAnySignTheRepIsGuessedFromWhatIsSaid() {
        NamedSpeakers named =
                NamedSpeakers.of(
                        Language.EN,
                        List.of("Speaker 1", "Speaker 2", "Speaker 1"),
                        List.of(
                                "hello",
                                "hi this is anna from acme how are you currently tracking orders",
                                "we already have something"),
                        "Somebody Else",
                        "");

        assertThat(named.of("Speaker 2")).isEqualTo(REP);
        assertThat(named.guessed()).isTrue();
    }

    @Test
    void everybodyElseIsOnTheCustomersSide() {
        NamedSpeakers named =
                NamedSpeakers.of(
                        Language.EN,
                        List.of("Anna", "Bob", "Carol"),
                        List.of("hello", "hi", "hi"),
                        "Anna",
                        "");

        assertThat(named.of("Bob")).isEqualTo(CUSTOMER);
        assertThat(named.of("Carol")).isEqualTo(CUSTOMER);
    }

    @Test
    void aSingleNameThatIsNotTheRepsIsNobodysSide() {
        NamedSpeakers named = NamedSpeakers.of(Language.EN, List.of("Bob"), List.of("hi"), "", "");

        assertThat(named.of("Bob")).isEqualTo(UNKNOWN);
        assertThat(named.guessed()).isFalse();
    }

    @Test
    void wordsWithoutANameAreNobodys() {
        assertThat(of("Agent", "Bob", "", "").of("")).isEqualTo(UNKNOWN);
    }

    @Test
    void namesOfSignsOnlyAreToldApart() {
        NamedSpeakers named = of("★", "☆", "", "★");

        assertThat(named.of("★")).isEqualTo(REP);
        assertThat(named.of("☆")).isEqualTo(CUSTOMER);
    }

    private static NamedSpeakers of(String first, String second, String repName, String declared) {
        return NamedSpeakers.of(
                Language.EN, List.of(first, second), List.of("hello", "hello"), repName, declared);
    }
}
