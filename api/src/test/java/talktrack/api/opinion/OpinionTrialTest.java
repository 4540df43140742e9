package talktrack.api.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.analysis.train.BorderLine;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/** Models of which it is known how good they are, measured. */
class OpinionTrialTest {

    @TempDir private Path data;
    @AutoClose private final ScriptedModel server = new ScriptedModel();

    @ParameterizedTest
    @EnumSource
    void aModelThatKnowsTheTruthIsBetterAndIsUsedFromThenOn(Language language) throws IOException {
        Map<String, List<String>> truth =
                BorderLine.heldOut(language, LabelTask.OBJECTION).stream()
                        .collect(
                                Collectors.toMap(
                                        BorderLine::text,
                                        line -> List.copyOf(line.truth()),
                                        (one, same) -> one));
        server.answers(ScriptedReader.labels((task, words) -> truth.get(words)));
        OpinionTrial.Outcome outcome = measure(language);
        Verdict verdict = outcome.verdicts().getFirst();
        assertThat(verdict.better()).isTrue();
        assertThat(verdict.figures().answered()).isEqualTo(verdict.figures().near());
        assertThat(verdict.figures().rightToWrong()).isLessThanOrEqualTo(1);
        assertThat(verdict.certainty()).isBetween(0.8, 0.999);
        assertThat(outcome.requests()).isEqualTo(server.requests().size()).isPositive();
        assertThat(outcome.tokens()).isEqualTo(5L * outcome.requests());

        assertThat(new Verdicts(data).better("scripted", language)).isEmpty();
        OpinionTrial.keep(data, outcome.verdicts());
        assertThat(new Verdicts(data).better("scripted", language))
                .isEqualTo(Map.of(LabelTask.OBJECTION, verdict.certainty()));
        assertThat(new Verdicts(data).better("another", language)).isEmpty();
    }

    @Test
    void aModelThatAlwaysSaysTheSameIsNotAndTakesTheOldVerdictBack() throws IOException {
        OpinionTrial.keep(
                data,
                List.of(
                        OpinionWriterTest.verdict(
                                "scripted",
                                OpinionModel.PROMPT,
                                talktrack.analysis.score.OwnClassifiers.versionInUse(Language.EN),
                                Language.EN,
                                true)));
        server.answers(ScriptedReader.labels((task, words) -> List.of("contract")));
        OpinionTrial.Outcome outcome = measure(Language.EN);
        assertThat(outcome.verdicts().getFirst().better()).isFalse();
        OpinionTrial.keep(data, outcome.verdicts());
        assertThat(new Verdicts(data).better("scripted", Language.EN)).isEmpty();
        assertThat(new Verdicts(data).all()).hasSize(1);
    }

    @Test
    void aModelThatDoesNotAnswerGetsNoVerdict() {
        server.says("{\"answers\": []}").says("no");
        OpinionTrial.Outcome outcome = measure(Language.EN);
        assertThat(outcome.failed()).isEqualTo(outcome.requests() - 1);
        assertThat(outcome.verdicts()).hasSize(outcome.failed() == 0 ? 1 : 0);
    }

    private OpinionTrial.Outcome measure(Language language) {
        return OpinionTrial.of(language, EnumSet.of(LabelTask.OBJECTION))
                .measure(server.model(), Clock.systemUTC(), step -> {});
    }
}
