package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import talktrack.models.events.PhaseSpan;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/** Which share of the presentation came after the questions that prepare it. */
class PreparedPresentationTest {

    private static OptionalDouble ratio(LabelledCall call, int first, int last) {
        PhaseSpan presentation =
                new PhaseSpan(
                        Phase.PRESENTATION,
                        call.id(first),
                        call.id(last),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        return PreparedPresentation.ratio(call.build(), List.of(presentation));
    }

    /** Six words of presentation before the last of the two questions, two after it. */
    @Test
    void countsTheWordsAfterBothQuestions() {
        LabelledCall call =
                call().rep("what goes wrong today")
                        .asking(QuestionType.PROBLEM)
                        .customer("much")
                        .rep("our system does all of it")
                        .customer("oh well")
                        .rep("what does that cost you")
                        .asking(QuestionType.IMPLICATION)
                        .customer("a lot of it")
                        .rep("it saves");
        assertThat(ratio(call, 2, 6)).hasValue(2.0 / 8);
        assertThat(ratio(call, 6, 6)).hasValue(1);
    }

    /** As above, but "what does that cost you" may be no question: five more words shown. */
    @Test
    void aQuestionOfUncertainTypePreparesNothing() {
        LabelledCall call =
                call().rep("what goes wrong today")
                        .asking(QuestionType.PROBLEM)
                        .customer("much")
                        .rep("our system does all of it")
                        .customer("oh well")
                        .rep("what does that cost you")
                        .asking(QuestionType.IMPLICATION, 0.49)
                        .customer("a lot of it")
                        .rep("what would that be worth")
                        .asking(QuestionType.NEED_PAYOFF, 0.5)
                        .customer("a lot of it")
                        .rep("it saves");
        assertThat(ratio(call, 2, 8)).hasValue(2.0 / 13);
    }

    @Test
    void isNothingWhenTheRepShowsFirst() {
        assertThat(ratio(call().rep("our system does all").customer("oh well"), 0, 1)).hasValue(0);
        assertThat(
                        ratio(
                                call().rep("what goes wrong")
                                        .asking(QuestionType.PROBLEM)
                                        .customer("much")
                                        .rep("our system does all"),
                                2,
                                2))
                .hasValue(0);
    }

    @Test
    void isAbsentWithoutAPresentation() {
        LabelledCall call = call().rep("hello there you").customer("hello you");
        assertThat(PreparedPresentation.ratio(call.build(), List.of())).isEmpty();
        assertThat(ratio(call, 1, 1)).isEmpty();
    }

    /** Asked both at once before anything else it is all prepared, without a problem nothing. */
    @Property(tries = 100)
    void isAShareThatHangsOnWhatWasAskedBefore(
            @ForAll @Size(max = 8) List<QuestionType> asked, @ForAll boolean bothFirst) {
        LabelledCall call = call().rep("good morning").customer("good morning");
        if (bothFirst) {
            call.asks(QuestionType.PROBLEM).asks(QuestionType.IMPLICATION);
        }
        int first = bothFirst ? 6 : 2;
        int last = first;
        call.rep("let me show you");
        for (QuestionType type : asked) {
            call.asks(type);
            last += 2;
        }
        double ratio = ratio(call, first, last).orElseThrow();
        assertThat(ratio).isBetween(0.0, 1.0);
        if (bothFirst) {
            assertThat(ratio).isEqualTo(1);
        } else if (!asked.contains(QuestionType.PROBLEM)) {
            assertThat(ratio).isZero();
        }
    }
}
