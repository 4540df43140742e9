package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Skill;

class CallReaderTest {

    private static CallAnalysis read(LabelledCall call) {
        return CallReader.read(call.details(), call.end(), call.scored(), ZoneOffset.UTC);
    }

    private static CallAnalysis read(CallFixture call) {
        List<Utterance> said = call.utterances();
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            scored.add(
                    new ScoredUtterance(
                            said.get(i),
                            UtteranceScorer.score(
                                    said.get(i), said.subList(Math.max(0, i - 10), i))));
        }
        return CallReader.read(call.details(), call.end(), scored, ZoneOffset.UTC);
    }

    @Test
    void theVersionNamesWhatTheClassifiersWereTrainedFrom() throws IOException {
        try (InputStream stamp =
                CallReader.class.getResourceAsStream(
                        "/talktrack/classifiers/trained-from.sha256")) {
            String trainedFrom = new String(stamp.readAllBytes(), StandardCharsets.UTF_8);
            for (Language language : Language.values()) {
                assertThat(read(aCall().in(language).rep("hello 您好").build()).rulesVersion())
                        .isEqualTo("rules-10+shipped-" + trainedFrom.substring(0, 8));
            }
        }
    }

    @Test
    void anEnglishCallIsReadFromWordsToSkills() {
        CallAnalysis call =
                read(
                        aCall().rep(
                                        "Good morning, this is Ann from Harbor, I'm calling about your routes. Do you have ten minutes?")
                                .customer("Yes, go ahead.")
                                .rep(
                                        "How often does a van come back with parcels it could not deliver?")
                                .customer("Every day, it's a nightmare for us.")
                                .rep("What does that cost you in the end?")
                                .customer("We lose a customer every month because of it.")
                                .rep(
                                        "If every van came back empty, what would that make possible for you?")
                                .customer("We could take on the new district.")
                                .rep("Then let me show you the offer.")
                                .customer("That is far too expensive for us.")
                                .rep("What price had you expected?")
                                .customer("About half of that.")
                                .rep(
                                        "Shall I come by on Tuesday at ten and go through the numbers with you?")
                                .customer("Tuesday at ten is fine.")
                                .build());
        assertThat(call.metrics().questionsByType())
                .containsEntry("problem", 1)
                .containsEntry("implication", 1)
                .containsEntry("need-payoff", 1);
        assertThat(call.objections())
                .singleElement()
                .satisfies(
                        objection -> {
                            assertThat(objection.type()).isEqualTo(ObjectionType.PRICE);
                            assertThat(objection.steps()).contains(HandlingStep.CLARIFY);
                        });
        assertThat(call.commitment()).isEqualTo(Commitment.ADVANCE);
        assertThat(call.skills())
                .extracting(skill -> skill.skill())
                .contains(Skill.OPENING, Skill.NEED_PAYOFF, Skill.CLEAR_NEXT_STEP);
    }

    @Test
    void aChineseCallIsReadFromWordsToSkills() {
        CallAnalysis call =
                read(
                        aCall().in(Language.ZH)
                                .rep("您好，我是海港的小王，想跟您聊聊送货线路，您现在方便吗？")
                                .customer("可以，你说吧。")
                                .rep("送不出去又拉回来的包裹多不多？")
                                .customer("天天都有，头疼死了。")
                                .rep("这样下去会给您造成多大的损失？")
                                .customer("每个月都要丢一个客户。")
                                .rep("要是包裹都能一次送到，对您有什么帮助？")
                                .customer("那我们就能接下新区的业务。")
                                .rep("那我给您看一下方案的报价。")
                                .customer("这对我们来说太贵了。")
                                .rep("您原来预计的价格是多少呢？")
                                .customer("大概一半吧。")
                                .rep("那我周二上午十点过来跟您一起算一下，行吗？")
                                .customer("周二十点可以。")
                                .build());
        assertThat(call.metrics().questionsByType())
                .containsEntry("problem", 1)
                .containsEntry("implication", 1)
                .containsEntry("need-payoff", 1);
        assertThat(call.objections())
                .singleElement()
                .satisfies(o -> assertThat(o.type()).isEqualTo(ObjectionType.PRICE));
        assertThat(call.commitment()).isEqualTo(Commitment.ADVANCE);
    }

    @Test
    void theOrderInWhichUtterancesArriveDoesNotMatter() {
        LabelledCall call = call().asks(QuestionType.PROBLEM).asks(QuestionType.IMPLICATION);
        List<ScoredUtterance> shuffled = new ArrayList<>(call.scored());
        Collections.reverse(shuffled);
        assertThat(CallReader.read(call.details(), call.end(), shuffled, ZoneOffset.UTC))
                .isEqualTo(read(call));
    }

    @Test
    void anEmptyCallHasNoSkills() {
        CallAnalysis analysis = read(call());
        assertThat(analysis.skills()).isEmpty();
        assertThat(analysis.objections()).isEmpty();
        assertThat(analysis.commitment()).isEqualTo(Commitment.NONE_HEARD);
        assertThat(analysis.cautions()).doesNotContain(Caution.LOW_WORD_CONFIDENCE);
    }

    @Test
    void ofUnknownSpeakersThereAreNoSkills() {
        LabelledCall call = call().bySpeakersUnknown();
        for (int i = 0; i < 5; i++) {
            call.asks(QuestionType.PROBLEM);
        }
        assertThat(read(call).skills()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.74, true", "0.75, false"})
    void aCallOfDoubtfulWordsHasNoSkillsAndSaysSo(double wordConfidence, boolean doubtful) {
        CallFixture call =
                aCall().rep("hello this is ann from harbor")
                        .customer("hello ann")
                        .rep("how many vans do you have")
                        .customer("about twelve")
                        .rep("what goes wrong most often")
                        .customer("parcels come back every day")
                        .rep("what does that cost you")
                        .customer("a customer a month")
                        .rep("we charge forty a van")
                        .customer("you are far too expensive for us")
                        .build();
        TranscriptEnd.Transcribed end = call.end();
        TranscriptEnd.Transcribed heard =
                new TranscriptEnd.Transcribed(
                        end.callId(),
                        end.revision(),
                        end.utteranceCount(),
                        end.durationSeconds(),
                        end.mode(),
                        end.channels(),
                        end.layout(),
                        "starter-en",
                        OptionalDouble.of(wordConfidence),
                        end.cautions(),
                        end.playback(),
                        end.speakers(),
                        end.readSeconds(),
                        end.finishedAt());
        List<ScoredUtterance> scored =
                call.utterances().stream()
                        .map(
                                said ->
                                        new ScoredUtterance(
                                                said, UtteranceScorer.score(said, List.of())))
                        .toList();
        CallAnalysis read = CallReader.read(call.details(), heard, scored, ZoneOffset.UTC);
        assertThat(read.skills().isEmpty()).isEqualTo(doubtful);
        assertThat(read.objections().isEmpty()).isEqualTo(doubtful);
        assertThat(read.labels()).allMatch(one -> one.labels().unclear() == doubtful);
        assertThat(read.cautions().contains(Caution.LOW_WORD_CONFIDENCE)).isEqualTo(doubtful);
    }

    @Test
    void whenHalfOfTheUtterancesAreUnclearThereAreNoSkillsAndItSaysSo() {
        LabelledCall half = call().rep("hello").unclear().customer("good morning");
        assertThat(read(half).skills()).isEmpty();
        assertThat(read(half).cautions()).contains(Caution.LOW_WORD_CONFIDENCE);
        LabelledCall less = call().rep("hello").customer("good morning").rep("xx").unclear();
        assertThat(read(less).skills()).isNotEmpty();
        assertThat(read(less).cautions()).doesNotContain(Caution.LOW_WORD_CONFIDENCE);
    }

    @Test
    void aStoryIsNoCallAndHasNoSkills() {
        CallAnalysis read = read(story(aCall()));
        assertThat(read.cautions()).contains(Caution.NO_CUSTOMER);
        assertThat(read.skills()).isEmpty();
        assertThat(read.objections()).isEmpty();
        assertThat(read.labels()).allMatch(one -> one.labels().unclear());
    }

    @Test
    void whatSomebodySaysIsACallIsReadAsOne() {
        CallAnalysis read = read(story(aCall().declared(CallKind.DISCOVERY, SaleSize.MAJOR)));
        assertThat(read.cautions()).doesNotContain(Caution.NO_CUSTOMER);
        assertThat(read.labels()).noneMatch(one -> one.labels().unclear());
    }

    @Test
    void ofAFewWordsNothingIsTold() {
        CallAnalysis read =
                read(
                        aCall().rep("The lighthouse keeper had not spoken since the first snow.")
                                .customer("He climbed the stairs each evening and counted them.")
                                .build());
        assertThat(read.cautions()).doesNotContain(Caution.NO_CUSTOMER);
    }

    @Test
    void aChineseStoryIsNoCallEither() {
        CallAnalysis read =
                read(
                        aCall().in(Language.ZH)
                                .rep("很久以前，山脚下住着一个不爱说话的老木匠。")
                                .customer("每天天不亮，他就背着锯子进林子里去。")
                                .rep("有一年冬天，雪下得把门都埋住了。")
                                .customer("老木匠听见外头有人轻轻地敲窗户。")
                                .rep("他推开窗，看见一只冻僵的小狐狸。")
                                .customer("“进来吧，”他说，“炉子还热着呢。”")
                                .rep("小狐狸在炉边睡了三天三夜。")
                                .customer("第四天早上，雪地里只剩下一串脚印。")
                                .rep("从那以后，林子里的树好像都认得他了。")
                                .build());
        assertThat(read.cautions()).contains(Caution.NO_CUSTOMER);
        assertThat(read.skills()).isEmpty();
    }

    private static CallFixture story(CallFixture.Builder call) {
        return call.rep("The lighthouse keeper had not spoken to anyone since the first snow.")
                .customer("He climbed the stairs each evening and counted them.")
                .rep("One night the lamp went out, and in the dark he heard the sea laughing.")
                .customer("\"Who is there?\" he called down into the well of the tower.")
                .rep("Nothing answered him but the wind in the broken pane.")
                .customer("His father had told him never to look at the water after midnight.")
                .rep("But the moon had risen, and the rocks were full of silver birds.")
                .customer("They were too dear to him, those birds, to leave them to the storm.")
                .rep("So he took his coat and went out on the ice.")
                .customer("In the morning the villagers found only his lantern.")
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-04T10:00:00Z, UTC, 2026-W45",
        "2026-11-08T20:00:00Z, UTC, 2026-W45",
        "2026-11-08T20:00:00Z, Asia/Shanghai, 2026-W46",
        "2027-01-02T10:00:00Z, UTC, 2026-W53"
    })
    void theWeekIsTheIsoWeekInTheZone(Instant start, ZoneId zone, String week) {
        CallFixture call = aCall().at(start).build();
        assertThat(CallReader.read(call.details(), call.end(), List.of(), zone).week())
                .isEqualTo(week);
    }
}
