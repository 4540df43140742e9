package talktrack.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.UnansweredQuestion;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Two questions too many in the team's list are better than one that is hidden in another. */
class UnansweredQuestionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Is there a student discount? | Is there a discount for students?",
                "en | Who is the mayor of Springfield? | who is the mayor of springfield",
                "en | Can I pay by credit card? | Is it possible to pay by credit card?",
                "en | Do you ship to Canada? | Do you deliver to Canada?",
                "zh | 可以用信用卡付款吗？ | 能用信用卡付款吗",
                "zh | 有学生优惠吗？ | 学生有没有优惠？",
            })
    void theSameQuestionInOtherWordsIsCounted(String language, String one, String other) {
        assertThat(same(language, one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How long is the warranty of the H2? | How long is the warranty of the H4?",
                "en | Can I pay by credit card? | Can I pay by bank transfer?",
                "en | Do you ship to Canada? | Do you ship to Mexico?",
                "en | What does training cost? | How long does training take?",
                "zh | Q20保修几年？ | Q60保修几年？",
                "zh | 可以用信用卡付款吗？ | 可以用支票付款吗？",
                "zh | 培训多少钱？ | 培训要多长时间？",
            })
    void anotherQuestionIsListed(String language, String one, String other) {
        assertThat(same(language, one, other)).isFalse();
    }

    private static UnansweredQuestion question(String id, String asker, int second) {
        Instant at = Instant.parse("2026-11-26T12:00:00Z").plusSeconds(second);
        return new UnansweredQuestion(
                id,
                id,
                Language.EN,
                List.of(),
                asker.isEmpty() ? List.of() : List.of(asker),
                List.of(),
                1,
                List.of(),
                UnansweredQuestion.Status.OPEN,
                Optional.empty(),
                at,
                at,
                Optional.empty());
    }

    private static List<UnansweredQuestion> questions(String prefix, String asker, int count) {
        return IntStream.range(0, count).mapToObj(i -> question(prefix + i, asker, i)).toList();
    }

    private static List<String> tooMany(
            List<UnansweredQuestion> one, List<UnansweredQuestion> other, String keep) {
        return UnansweredQuestions.tooMany(
                        Stream.concat(one.stream(), other.stream()).toList(), keep)
                .stream()
                .map(UnansweredQuestion::questionId)
                .toList();
    }

    @Test
    void visitorsPushOutVisitorsOnly() {
        int most = UnansweredQuestions.MOST_OF_VISITORS;
        assertThat(tooMany(questions("team", "ann", 10), questions("v", "", most), "v0")).isEmpty();
        assertThat(tooMany(questions("team", "ann", 10), questions("v", "", most + 1), "v0"))
                .containsExactly("v1");
        assertThat(
                        tooMany(
                                questions("team", "ann", UnansweredQuestions.MOST),
                                questions("v", "", 1),
                                "v0"))
                .containsExactly("v0");
    }

    @Test
    void whoLeavesAnAddressAsAVisitorTakesNoPlaceOfTheTeam() {
        List<UnansweredQuestion> waiting =
                questions("v", "", UnansweredQuestions.MOST_OF_VISITORS + 1).stream()
                        .map(one -> one.withContact("kim@example.org"))
                        .toList();
        assertThat(tooMany(questions("team", "ann", 10), waiting, "v0")).containsExactly("v1");
    }

    @Test
    void aVisitorsAddressPushesOutNone() {
        UnansweredQuestion one = question("q", "ann", 0);
        int room = 0;
        while (one.hasRoomForContact()) {
            one = one.withContact("contact " + room++);
        }
        assertThat(one.contacts()).hasSize(room).contains("contact 0");
        assertThat(one.withContact("one more").contacts()).doesNotContain("contact 0");
    }

    @Test
    void theTeamPushesOutVisitorsFirst() {
        int most = UnansweredQuestions.MOST;
        assertThat(tooMany(questions("team", "ann", most), questions("v", "", 2), "team1"))
                .containsExactly("v0", "v1");
        assertThat(tooMany(questions("team", "ann", most + 1), List.of(), "team0"))
                .containsExactly("team1");
        UnansweredQuestion dismissed =
                question("dismissed", "", -1)
                        .closed(
                                UnansweredQuestion.Status.DISMISSED,
                                Optional.empty(),
                                Optional.empty());
        assertThat(tooMany(List.of(dismissed), questions("v", "", most), "v0"))
                .hasSize(most - UnansweredQuestions.MOST_OF_VISITORS)
                .doesNotContain("dismissed", "v0");
    }

    private static boolean same(String language, String one, String other) {
        return UnansweredQuestions.same(one, other, Label.parse(Language.class, language));
    }
}
