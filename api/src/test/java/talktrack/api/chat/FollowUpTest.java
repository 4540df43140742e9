package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.events.CitedPassage;
import talktrack.models.labels.Language;

class FollowUpTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static Turn turn(String question, Language language, String heading) {
        return new Turn(
                "t",
                question,
                Optional.empty(),
                language,
                true,
                "an answer",
                List.of(new CitedPassage("d.md", heading, "text")),
                NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How much does the large machine cost? | and for the small one? | How much does the"
                        + " large machine cost for the small machine?",
                "How much does the large machine cost? | what about the small one? | How much does"
                        + " the small machine cost?",
                "How long is history kept with Team? | What about Group? | How long is history kept"
                        + " with Group?",
                "How can I cancel my subscription? | How long does that take? | How long does my"
                        + " subscription take?",
                "How heavy is the H4? | And the H2? | How heavy is the H2?",
                "How many cups does the H2 manage? | How loud is it? | How loud is the H2?",
                "Does the lease cover theft? | And how long does it run? | How long does the lease"
                        + " run?",
                "What does the H2 cost? | What is its capacity? | What is the H2’s capacity?",
                "What does the H2 cost? | And the warranty? | What about the warranty of the H2?",
            })
    void englishIsCompleted(String before, String question, String reading) {
        assertThat(
                        FollowUp.readings(
                                question,
                                Language.EN,
                                List.of(turn(before, Language.EN, "Manual > Machines"))))
                .contains(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q20的月租是多少？ | 那Q60呢？ | Q60的月租是多少？",
                "Q20的月租是多少？ | 那保修呢？ | Q20的保修？",
                "一百人以上有折扣吗？ | 那五百人以上呢？ | 五百人以上有折扣吗？",
                "基础套餐多少钱？ | 标准的呢？ | 标准的套餐多少钱？",
                "活性炭多久换一次？ | 它多少钱？ | 活性炭多少钱？",
                "物联网模块要钱吗？ | 这个怎么安装？ | 物联网模块怎么安装？",
            })
    void chineseIsCompleted(String before, String question, String reading) {
        assertThat(
                        FollowUp.readings(
                                question,
                                Language.ZH,
                                List.of(turn(before, Language.ZH, "手册 > 机器"))))
                .contains(reading);
    }

    @Test
    void whatStandsAloneIsLeftAlone() {
        List<Turn> past =
                List.of(
                        turn("What does the H2 cost?", Language.EN, "Prices"),
                        turn("压缩机保修几年？", Language.ZH, "保修"));
        for (String question :
                List.of(
                        "How do I connect the scanner to the payroll export?",
                        "Is it possible to pay by credit card?",
                        "Which shift patterns come with the Team plan?")) {
            assertThat(FollowUp.readings(question, Language.EN, past)).as(question).isEmpty();
        }
        assertThat(FollowUp.readings("设备出现漏水故障应该联系哪个部门？", Language.ZH, past)).isEmpty();
        assertThat(FollowUp.readings("How long does that take?", Language.EN, List.of())).isEmpty();
    }

    @Test
    void whateverIsAskedNothingBreaks() {
        List<Turn> past = List.of(turn("?$1 \\E (", Language.EN, ""), turn("？(", Language.ZH, ""));
        for (String question :
                List.of("?", "and", "it", "那呢", "呢？", "$1 \\1 it?", "them that it")) {
            assertThat(FollowUp.readings(question, Language.EN, past)).hasSizeLessThan(4);
            assertThat(FollowUp.readings(question, Language.ZH, past)).hasSizeLessThan(4);
        }
    }

    @Test
    void aDollarSignIsAsGoodAsAnyOther() {
        assertThat(
                        FollowUp.readings(
                                "这个怎么付？",
                                Language.ZH,
                                List.of(turn("机器保修几年？", Language.ZH, "价格（US$）"))))
                .contains("价格（US$）怎么付？");
        assertThat(
                        FollowUp.readings(
                                "and for the small one?",
                                Language.EN,
                                List.of(turn("What does the machine$ cost?", Language.EN, "h"))))
                .isNotEmpty();
    }

    @Test
    void callsAreNotAskedInTheNextQuestion() {
        Turn ofCalls =
                new Turn(
                        "t",
                        "上周有多少通电话？",
                        Optional.empty(),
                        Language.ZH,
                        true,
                        "3 通电话。",
                        List.of(),
                        NOW);
        assertThat(FollowUp.readings("那安全呢？", Language.ZH, List.of(ofCalls))).isEmpty();
    }

    /** Once tried about n⁴ ways to cut a long word. */
    @Test
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void longWordsAreNoWork() {
        List<String> hostile =
                List.of(
                        "Does it work for " + "a".repeat(970) + " b b b b b b",
                        "Does it work " + "for ".repeat(245) + "b !",
                        "Does it work for" + " ".repeat(970) + "b b b b b",
                        "do a 1 ".repeat(142),
                        "?".repeat(990) + "x");
        for (String before : hostile) {
            for (String question : List.of("for that one", "and that one?", before)) {
                List<String> readings =
                        FollowUp.readings(
                                question, Language.EN, List.of(turn(before, Language.EN, "h")));
                assertThat(readings).allMatch(reading -> reading.length() <= 2_000);
            }
        }
        for (String before :
                List.of("呢 ".repeat(500) + "x", "一".repeat(1_000), "？".repeat(990) + "x")) {
            for (String question : List.of("那安全呢？", before)) {
                assertThat(
                                FollowUp.readings(
                                        question,
                                        Language.ZH,
                                        List.of(turn(before, Language.ZH, "h"))))
                        .allMatch(reading -> reading.length() <= 2_000);
            }
        }
    }

    @Test
    void memoryIsBoundedInTurnsCharactersAndAge() {
        List<Turn> many =
                IntStream.range(0, 20)
                        .mapToObj(i -> turn("question " + i, Language.EN, "h"))
                        .toList();
        assertThat(Memory.of(many, NOW)).hasSize(Memory.TURNS).endsWith(many.getLast());
        assertThat(Memory.of(many, NOW.plus(Memory.AGE).plusSeconds(1))).isEmpty();
        List<Turn> long1 = List.of(turn("x".repeat(3_000), Language.EN, "h"), many.getFirst());
        assertThat(Memory.of(long1, NOW)).hasSize(2);
        List<Turn> long2 =
                List.of(
                        turn("x".repeat(3_000), Language.EN, "h"),
                        turn("y".repeat(3_000), Language.EN, "h"));
        assertThat(Memory.of(long2, NOW)).containsExactly(long2.getLast());
    }
}
