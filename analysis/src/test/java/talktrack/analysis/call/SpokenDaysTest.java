package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

/** Days as people name them, in a call of Wednesday, 4 November 2026. */
class SpokenDaysTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-04 | can you do this afternoon
                    2026-11-05 | tomorrow morning at ten
                    2026-11-06 | the day after tomorrow then
                    2026-11-05 | Thursday works for me.
                    2026-11-05 | thursday's fine
                    2026-11-09 | monday at half past nine
                    # on a Wednesday, "Wednesday" is the next one
                    2026-11-11 | let's say wednesday
                    2026-11-10 | next Tuesday
                    2026-11-12 | next Thursday, the twelfth
                    2026-11-12 | thursday next week
                    2026-11-12 | next week, thursday maybe
                    2026-11-19 | the week after next, on Thursday
                    2026-11-12 | a week on thursday
                    2026-11-12 | thursday week
                    2026-11-19 | two weeks from thursday
                    2026-11-18 | in two weeks
                    2026-11-18 | in a fortnight
                    2026-11-11 | in a week's time
                    2026-11-14 | in ten days
                    2026-11-14 | would the fourteenth suit you, on the fourteenth
                    2026-11-21 | on the twenty-first in the morning
                    2026-12-03 | the third works
                    2026-11-14 | the fourteenth of november
                    2026-12-02 | December 2nd
                    2026-12-02 | december second at noon
                    2027-01-15 | january the fifteenth
                    2026-12-05 | the fifth of next month
                    2026-11-30 | by the end of the month
                    2026-12-31 | end of next month
                    2026-12-01 | at the start of next month
                    2026-11-06 | before the end of the week
                    2026-11-13 | by the end of next week
                    2026-11-13 | Friday the thirteenth
                    2026-11-10 | Monday's no good, Tuesday at nine then
                    2026-11-10 | not monday, tuesday
                    2026-11-05 | we talked last friday, so thursday
                    """)
    void areFoundInEnglish(LocalDate day, String said) {
        assertThat(only(Language.EN, said)).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # two days, or none that can be told
                    tuesday or wednesday
                    some time next week
                    next month
                    in a couple of weeks
                    at ten
                    # the fourteenth is a Saturday
                    friday the fourteenth
                    this tuesday
                    the thirty-first of november
                    the second machine and the first time
                    on the third floor
                    every monday
                    in may we may talk
                    """)
    void areNotGuessedInEnglish(String said) {
        assertThat(only(Language.EN, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-05 | 明天上午行
                    2026-11-06 | 后天我过去
                    2026-11-07 | 大后天
                    2026-11-06 | 周五下午三点
                    2026-11-06 | 這個禮拜五可以
                    2026-11-11 | 下周三见
                    2026-11-11 | 下个星期三
                    2026-11-11 | 下周吧，周三
                    2026-11-18 | 下下周三
                    2026-11-08 | 星期天
                    2026-11-15 | 十五号我在
                    2026-11-21 | 二十一号上午
                    2026-12-03 | 三号来签
                    2026-12-15 | 十二月十五号
                    2027-01-02 | 1月2日
                    2026-12-05 | 下个月五号
                    2026-12-01 | 下个月初
                    2026-11-30 | 月底前给您
                    2026-12-31 | 下月底
                    2026-11-18 | 两周后
                    2026-11-07 | 三天之后
                    2026-11-13 | 周五十三号，下周五
                    2026-11-10 | 周一不行，周二吧
                    2026-11-06 | 上周三谈过，这周五再看
                    """)
    void areFoundInChinese(LocalDate day, String said) {
        assertThat(only(Language.ZH, said)).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    周二或者周三
                    下周再说
                    过两天
                    回头聊
                    这周一
                    二号线那个店
                    三号楼的五号机
                    每周五开会
                    十一月三十一号
                    """)
    void areNotGuessedInChinese(String said) {
        assertThat(only(Language.ZH, said)).isEmpty();
    }

    @Property
    void aWeekdayIsWithinAWeekAndOnThatDay(@ForAll @IntRange(min = 0, max = 800) int days) {
        LocalDate call = WEDNESDAY.plusDays(days);
        LocalDate found =
                SpokenDays.in(Language.EN, "friday", call, Optional.empty()).only().orElseThrow();
        assertThat(found.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.FRIDAY);
        assertThat(ChronoUnit.DAYS.between(call, found)).isBetween(1L, 7L);
        assertThat(SpokenDays.in(Language.ZH, "周五", call, Optional.empty()).only()).hasValue(found);
    }

    @Property
    void aDayOfTheMonthIsTheNextOne(
            @ForAll @IntRange(min = 0, max = 800) int days,
            @ForAll @IntRange(min = 1, max = 31) int number) {
        LocalDate call = WEDNESDAY.plusDays(days);
        LocalDate found = SpokenDays.next(number, call).orElseThrow();
        assertThat(found.getDayOfMonth()).isEqualTo(number);
        assertThat(found).isAfter(call).isBefore(call.plusDays(63));
    }

    private static Optional<LocalDate> only(Language language, String said) {
        return SpokenDays.in(language, said, WEDNESDAY, Optional.empty()).only();
    }
}
