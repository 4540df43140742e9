package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.corpora.Conversation;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionOutcome;

class OutcomesTest {

    /** Only every third call is never trained on. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void labelsAreOfObjectionsInCallsThatNoTrainingSees(Language language) {
        List<Conversation> calls = Conversation.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (Map<String, String> row : Outcomes.rows(language)) {
            Conversation call =
                    calls.stream()
                            .filter(one -> one.name().equals(row.get("call")))
                            .findFirst()
                            .orElseThrow();
            Map<String, String> turn = call.turns().get(Integer.parseInt(row.get("turn")) - 1);
            softly.assertThat(calls.indexOf(call) % 3).as("%s", row).isEqualTo(2);
            softly.assertThat(turn.get("objection")).as("%s", row).isNotEqualTo("none");
            Label.parse(ObjectionOutcome.class, row.get("outcome"));
        }
        softly.assertAll();
    }

    /**
     * In the other calls, which rules may be made by: labelled by somebody who knew none of them.
     * Whoever always said the most frequent end would be right in two of five.
     */
    @ParameterizedTest
    @CsvSource({"EN, 0.65", "ZH, 0.5"})
    void mostEndsAreReadAsSomebodyElseReadsThem(Language language, double least) {
        List<Map<String, String>> rows =
                Corpus.read("/talktrack/outcomes/%s.tsv".formatted(language.id()));
        Map<String, Conversation> calls =
                Conversation.of(language).stream()
                        .collect(Collectors.toMap(Conversation::name, call -> call));
        Map<String, CallAnalysis> read =
                rows.stream()
                        .map(row -> row.get("call"))
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> RecognisedCall.of(calls.get(name)).read()));
        Outcomes outcomes = Outcomes.of(rows, read);
        assertThat(outcomes.found()).isGreaterThan(40);
        assertThat(outcomes.rightShare()).isGreaterThan(least);
    }

    /** Of three labels one is as read, one is not, and one is of a turn that raises nothing. */
    @Test
    void whatIsFoundAndHowItEndsIsCounted() {
        String name = "06-cartoner-negotiation";
        Conversation call =
                Conversation.of(Language.EN).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        CallAnalysis read = RecognisedCall.of(call).read();
        ObjectionHandling price = read.objections().getFirst();
        assertThat(price.utteranceId()).as("turn 24").isEqualTo(RecognisedCall.id(23));
        ObjectionOutcome end = price.course().outcome().orElseThrow();
        ObjectionOutcome other =
                end == ObjectionOutcome.UNANSWERED
                        ? ObjectionOutcome.SETTLED
                        : ObjectionOutcome.UNANSWERED;

        Outcomes outcomes =
                Outcomes.of(
                        List.of(row(name, 24, end), row(name, 24, other), row(name, 1, end)),
                        Map.of(name, read));

        assertThat(outcomes).isEqualTo(new Outcomes(3, List.of(end, other), 1));
        assertThat(outcomes.found()).isEqualTo(2);
        assertThat(outcomes.rightShare()).isEqualTo(0.5);
        assertThat(outcomes.mostFrequentShare()).isEqualTo(0.5);
    }

    private static Map<String, String> row(String call, int turn, ObjectionOutcome outcome) {
        return Map.of("call", call, "turn", String.valueOf(turn), "outcome", outcome.id());
    }
}
