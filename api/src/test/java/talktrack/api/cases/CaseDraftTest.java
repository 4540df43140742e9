package talktrack.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.events.CaseStory;
import talktrack.models.events.CaseStory.Proof;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Utterance;
import talktrack.models.labels.CasePart;
import talktrack.models.labels.Language;

/** Cases as calls tell them, read from the demonstration's transcripts. */
class CaseDraftTest {

    @TempDir private Path scratch;

    @Test
    void aCallTellsWhatWasWrongAndWhatItIsWorthInTheCustomersWords() throws Exception {
        ReadTranscript call =
                ReadTranscript.of(
                        Language.EN, "w09-priya-nair", "Priya Nair", "Oskar Trucks", scratch);
        CaseStory draft = draft(call, List.of("Oskar", "Lena", "Priya Nair"));

        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(draft.language()).isEqualTo(Language.EN);
        assertThat(draft.problem()).contains("Customer: \"").contains("The look-alikes");
        assertThat(draft.valueShown()).contains("ten o'clock cutoff");
        assertThat(draft.outcome()).startsWith("The call ended with an agreed next step.");
        assertThat(draft.outcome()).endsWith("{what came of it since}");
        assertThat(draft.title() + draft.customer() + draft.problem() + draft.valueShown())
                .doesNotContain("Oskar", "Lena", "Priya");
    }

    @Test
    void everyPartNamesTheUtterancesThatSayIt() throws Exception {
        ReadTranscript call =
                ReadTranscript.of(Language.ZH, "w09-li-ting", "李婷", "湖州榀架仓储设备", scratch);
        CaseStory draft = draft(call, List.of("李婷", "老钱"));

        assertThat(draft.problem()).contains("返工");
        assertThat(draft.decisionChain()).contains("点头").doesNotContain("老钱");
        assertThat(draft.valueShown()).contains("交货");
        assertThat(draft.outcome()).startsWith("通话以成交结束。").endsWith("{之后的成果}");
        Map<String, Utterance> said = call.said();
        for (Proof proof : draft.proofs()) {
            assertThat(proof.utteranceIds()).isNotEmpty().isSubsetOf(said.keySet());
        }
        assertThat(draft.proofs())
                .extracting(Proof::part)
                .contains(
                        CasePart.DECISION_CHAIN,
                        CasePart.PROBLEM,
                        CasePart.VALUE_SHOWN,
                        CasePart.OUTCOME);
    }

    @Test
    void aLineThatIsNoSourceAnyMoreProvesNothing() {
        Proof proof = new Proof(CasePart.PROBLEM, List.of("a", "b"));
        assertThat(proof.among(List.of("b", "c")))
                .contains(new Proof(CasePart.PROBLEM, List.of("b")));
        assertThat(proof.among(List.of("c"))).isEmpty();
    }

    @Test
    void aDraftIsNoCaseBeforeItsBlanksAreFilled() throws Exception {
        ReadTranscript call =
                ReadTranscript.of(Language.EN, "w09-priya-nair", "Priya Nair", "", scratch);
        CaseStory draft = draft(call, List.of("Oskar"));
        CaseKind kind = new CaseKind();
        assertThatThrownBy(() -> kind.checkApproval(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{what came of it since}");
    }

    @Test
    void aCallInWhichNothingWasWrongTellsNone() throws Exception {
        ReadTranscript call =
                ReadTranscript.of(Language.EN, "w09-priya-nair", "Priya Nair", "", scratch);
        assertThat(CaseDraft.of(call.analysis(), Map.of(), List.of())).isEqualTo(Optional.empty());
    }

    private static CaseStory draft(ReadTranscript call, List<String> names) {
        return CaseDraft.of(call.analysis(), call.said(), names).orElseThrow();
    }
}
