package talktrack.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Recording;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

class ExplanationTest {

    private static AnalysedCall call() {
        var said = aCall().rep(760, 765, "and what does that lead to").build();
        return AnalysedCall.of(
                "call.vtt",
                new Transcript(said.end(), said.utterances()),
                Language.EN,
                "Ann",
                Instant.EPOCH,
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty());
    }

    private static SkillScore depth(AnalysedCall call) {
        return new SkillScore(
                Skill.IMPLICATION_DEPTH,
                33,
                1,
                List.of(call.transcript().utterances().getFirst().utteranceId()));
    }

    @Test
    void saysWhatWasCountedAndWhereToHearIt() {
        AnalysedCall call = call();
        SkillScore skill = depth(call).with("problems", 5).with("followed", 1);
        assertThat(Explanation.of(skill, call, Words.in(Language.EN)))
                .contains(
                        "Problems came up 5 times, of which three count at most; their consequence was brought out 1 time."
                                + " To hear: 12:40.");
        assertThat(Explanation.of(skill, call, Words.in(Language.ZH)))
                .contains("难点出现了 5 次（最多计 3 次），其后果被引出 1 次。 可听：12:40。");
    }

    @Test
    void saysWhatEmotionalControlDoesNotHear() {
        SkillScore skill =
                new SkillScore(Skill.EMOTIONAL_CONTROL, 100, 1, List.of())
                        .with("hard", 1)
                        .with("composed", 1);
        assertThat(Explanation.of(skill, call(), Words.in(Language.EN)))
                .contains(
                        "The customer used hard words 1 time; the rep stayed composed 1 time."
                                + " Arguing or pressing is only heard in answers to objections.");
        assertThat(Explanation.of(skill, call(), Words.in(Language.ZH)))
                .contains("客户说了 1 次重话，销售有 1 次保持了镇定。争辩或施压只在回应异议时才听得出来。");
    }

    @Test
    void isSilentWhereTheFactsAreNotKept() {
        AnalysedCall call = call();
        assertThat(Explanation.of(depth(call), call, Words.in(Language.EN))).isEmpty();
        assertThat(Explanation.of(depth(call).with("problems", 5), call, Words.in(Language.EN)))
                .isEmpty();
    }

    @Test
    void doesWithLessWhereThereAreNoTimes() {
        SkillScore skill =
                new SkillScore(Skill.LISTENING, 70, 4, List.of()).with("talkPercent", 61.25);
        assertThat(Explanation.of(skill, call(), Words.in(Language.EN)))
                .contains("The rep had 61.3 % of the talk.");
    }

    /** The readers keep just those facts that the words ask for. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySkillOfTheDemonstrationIsExplained(Language language, @TempDir Path folder)
            throws Exception {
        Set<Skill> seen = new TreeSet<>();
        try (RecordingReader reader = new RecordingReader(folder)) {
            for (Demonstration.Call call : Demonstration.calls()) {
                if (call.kind() != Recording.Kind.TRANSCRIPT || call.language() != language) {
                    continue;
                }
                Path file = folder.resolve(call.fileName());
                try (InputStream bytes = Demonstration.open(call)) {
                    Files.copy(bytes, file);
                }
                Transcript transcript =
                        reader.read(
                                ReadRequest.oneShot(
                                        file,
                                        Optional.of(language),
                                        ChannelLayout.AUTO,
                                        call.rep(),
                                        ""),
                                (stage, done, total) -> {});
                AnalysedCall analysed =
                        AnalysedCall.of(
                                call.fileName(),
                                transcript,
                                language,
                                call.rep(),
                                Instant.EPOCH,
                                ZoneOffset.UTC,
                                Optional.empty(),
                                Optional.empty());
                for (SkillScore skill : analysed.analysis().skills()) {
                    seen.add(skill.skill());
                    assertThat(skill.band()).as("band of %s", skill).isPresent();
                    assertThat(Explanation.of(skill, analysed, Words.in(language)))
                            .as("words for %s of %s", skill, call.fileName())
                            .isPresent();
                }
                if (seen.size() == Skill.values().length) {
                    break;
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(Skill.values().length / 2);
    }
}
