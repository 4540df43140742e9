package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.OptionalDouble;
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
}
