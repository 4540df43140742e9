package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** Three calls whose tenths are counted by hand, and what holds for every call. */
class CourseTest {

    private static CallCourse.Tenth at(CallCourse course, Behaviour behaviour, int tenth) {
        return course.rows().stream()
                .filter(row -> row.behaviour() == behaviour)
                .findFirst()
                .orElseThrow()
                .tenths()
                .get(tenth);
    }

    private static OptionalInt value(CallCourse course, Behaviour behaviour, int tenth) {
        return at(course, behaviour, tenth).thousandths();
    }

    private static ObjectionHandling objection(String id, double certainty) {
        return new ObjectionHandling(
                id,
                ObjectionType.PRICE,
                certainty,
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    /** 100 s: tenths of 10 s. */
    @Test
    void aQuestionIsCountedWhereItsMiddleLies() {
        LabelledCall call =
                call().rep(8, 11, "how do you plan today")
                        .asking(QuestionType.SITUATION)
                        .rep(14, 24, "and what goes wrong there")
                        .asking(QuestionType.PROBLEM)
                        .rep(24, 26, "does it happen often")
                        .asking(QuestionType.PROBLEM)
                        .customer(90, 100, "every single week");
        CallCourse course = Course.of(call.build(), List.of());
        assertThat(value(course, Behaviour.SITUATION, 0)).hasValue(1000);
        assertThat(at(course, Behaviour.PROBLEM, 1).evidence()).containsExactly(call.id(1));
        assertThat(value(course, Behaviour.PROBLEM, 2)).hasValue(1000);
        assertThat(value(course, Behaviour.PROBLEM, 3)).hasValue(0);
        assertThat(value(course, Behaviour.NEED_PAYOFF, 9)).hasValue(0);
    }

    @Test
    void everyQuestionOfAnUtteranceIsCounted() {
        LabelledCall call =
                call().rep(8, 11, "what do you use and what does it cost you when it fails")
                        .asking(QuestionType.IMPLICATION)
                        .askingToo(QuestionType.SITUATION, 0.5)
                        .askingToo(QuestionType.IMPLICATION, 0.9)
                        .askingToo(QuestionType.PROBLEM, 0.49)
                        .customer(90, 100, "a form, and a day each time");
        CallCourse course = Course.of(call.build(), List.of());
        assertThat(value(course, Behaviour.SITUATION, 0)).hasValue(1000);
        assertThat(value(course, Behaviour.IMPLICATION, 0)).hasValue(2000);
        assertThat(at(course, Behaviour.IMPLICATION, 0).evidence()).containsExactly(call.id(0));
        assertThat(value(course, Behaviour.PROBLEM, 0)).hasValue(0);
    }

    /** 100 s: two of the customer's four lines are negative, one of them hardly. */
    @Test
    void whatIsTooUncertainIsNotCounted() {
        LabelledCall call =
                call().rep(0, 2, "what goes wrong")
                        .asking(QuestionType.PROBLEM, 0.49)
                        .rep(2, 4, "and then")
                        .asking(QuestionType.PROBLEM, 0.5)
                        .customer(10, 12, "a lot")
                        .customer(12, 14, "it is awful")
                        .feeling(-0.8, 0.5)
                        .customer(14, 16, "well yes")
                        .feeling(-0.4, 0.49)
                        .customer(16, 18, "so it is")
                        .rep(90, 100, "i see");
        CallCourse course = Course.of(call.build(), List.of());
        assertThat(value(course, Behaviour.PROBLEM, 0)).hasValue(1000);
        assertThat(at(course, Behaviour.PROBLEM, 0).evidence()).containsExactly(call.id(1));
        assertThat(value(course, Behaviour.NEGATIVE, 1)).hasValue(250);
        assertThat(at(course, Behaviour.NEGATIVE, 1).evidence()).containsExactly(call.id(3));
    }

    /** 100 s: the rep speaks 0–15, the customer 15–20 and 90–100. */
    @Test
    void theRepsTalkIsDividedExactly() {
        LabelledCall call =
                call().rep(0, 15, "let me tell you about us")
                        .customer(15, 20, "all right then")
                        .customer(90, 100, "thank you for that");
        CallCourse course = Course.of(call.build(), List.of());
        assertThat(value(course, Behaviour.REP_TALK, 0)).hasValue(1000);
        assertThat(value(course, Behaviour.REP_TALK, 1)).hasValue(500);
        assertThat(value(course, Behaviour.REP_TALK, 2)).as("nobody speaks").isEmpty();
        assertThat(value(course, Behaviour.REP_TALK, 9)).hasValue(0);
        assertThat(at(course, Behaviour.REP_TALK, 1).evidence()).containsExactly(call.id(0));
    }

    /** Ten utterances of four words, one a tenth; there are no times. */
    @Test
    void withoutTimesTenthsAreOfTheWords() {
        LabelledCall call = call().untimed();
        for (int i = 0; i < 5; i++) {
            call.rep("one two three four")
                    .customer("five six seven eight")
                    .feeling(i == 4 ? -0.9 : 0);
        }
        CallCourse course =
                Course.of(
                        call.build(),
                        List.of(objection(call.id(3), 0.8), objection(call.id(5), 0.6)));
        assertThat(value(course, Behaviour.OBJECTION, 3)).hasValue(1000);
        assertThat(value(course, Behaviour.OBJECTION, 5)).as("not sure").hasValue(0);
        assertThat(value(course, Behaviour.NEGATIVE, 9)).hasValue(1000);
        assertThat(value(course, Behaviour.NEGATIVE, 7)).hasValue(0);
        assertThat(value(course, Behaviour.NEGATIVE, 8)).as("only the rep speaks").isEmpty();
        assertThat(course.rows()).noneMatch(row -> row.behaviour() == Behaviour.TENSE);
    }

    @Test
    void ofUnknownSpeakersAndOfSilenceThereIsNoCourse() {
        assertThat(Course.of(call().build(), List.of())).isEqualTo(CallCourse.NONE);
        assertThat(
                        Course.of(
                                call().rep("hello").customer("hi").bySpeakersUnknown().build(),
                                List.of()))
                .isEqualTo(CallCourse.NONE);
    }

    /** No question is lost or counted twice, and shares stay shares. */
    @Property(tries = 200)
    void everyQuestionIsInOneTenth(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> lengths) {
        LabelledCall call = call();
        double at = 0;
        for (int length : lengths) {
            call.rep(at, at + length, "what goes wrong").asking(QuestionType.PROBLEM);
            call.customer(at + length, at + length + 2, "a lot goes wrong").feeling(-0.9);
            at += length + 3;
        }
        CallCourse course = Course.of(call.build(), List.of());
        int questions =
                IntStream.range(0, CallCourse.TENTHS)
                        .map(tenth -> value(course, Behaviour.PROBLEM, tenth).orElseThrow())
                        .sum();
        assertThat(questions).isEqualTo(1000 * lengths.size());
        assertThat(course.rows()).allMatch(row -> row.tenths().size() == CallCourse.TENTHS);
        course.rows().stream()
                .filter(row -> row.behaviour().isShare())
                .flatMap(row -> row.tenths().stream())
                .forEach(tenth -> assertThat(tenth.thousandths().orElse(0)).isBetween(0, 1000));
    }
}
