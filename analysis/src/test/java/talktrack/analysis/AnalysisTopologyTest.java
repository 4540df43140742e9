package talktrack.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.CallFixture.aCall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.LabelOpinion;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RepWeek;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.ObjectionType;

class AnalysisTopologyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final TopologyTestDriver driver =
            new TopologyTestDriver(AnalysisTopology.build(ZoneId.of("UTC")), properties());
    private final TestInputTopic<String, Utterance> utterances = input(Topics.UTTERANCES);
    private final TestInputTopic<String, TranscriptEnd> transcripts = input(Topics.TRANSCRIPTS);
    private final TestInputTopic<String, CallDetails> details = input(Topics.CALL_DETAILS);
    private final TestInputTopic<String, Deletion> deletions = input(Topics.DELETIONS);
    private final TestInputTopic<String, LabelCorrection> corrections =
            input(Topics.LABEL_CORRECTIONS);
    private final TestOutputTopic<String, LabelCorrection> correctionsTakenBack =
            output(Topics.LABEL_CORRECTIONS);
    private final TestInputTopic<String, SecondOpinions> opinions = input(Topics.SECOND_OPINIONS);
    private final TestOutputTopic<String, SecondOpinions> opinionsTakenBack =
            output(Topics.SECOND_OPINIONS);
    private final TestOutputTopic<String, ScoredUtterance> scored =
            output(Topics.SCORED_UTTERANCES);
    private final TestOutputTopic<String, CallAnalysis> analyses = output(Topics.CALL_ANALYSES);
    private final TestOutputTopic<String, RepWeek> weeks = output(Topics.REP_WEEKS);
    private final TestOutputTopic<String, Utterance> takenBack = output(Topics.UTTERANCES);
    private final TestOutputTopic<String, TranscriptEnd> endsTakenBack = output(Topics.TRANSCRIPTS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aCallIsAnalysedAtItsEndMarker() {
        CallFixture call = call(1);
        say(call);
        assertThat(scored.readKeyValuesToList()).hasSize(call.utterances().size());
        details.pipeInput("c1", call.details());
        assertThat(analyses.isEmpty()).isTrue();
        transcripts.pipeInput("c1", call.end());
        CallAnalysis analysis = analyses.readValue();
        assertThat(analysis.labels()).hasSize(call.utterances().size());
        assertThat(analysis.week()).isEqualTo("2026-W45");
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(1);
    }

    @Test
    void aFaultOfTheReadersFailsTheCallAndNoOther() {
        CallFixture call = call(1);
        details.pipeInput("c1", call.details());
        for (Utterance said : call.utterances()) {
            utterances.pipeInput(said.utteranceId(), inNoLanguage(said));
        }
        transcripts.pipeInput("c1", call.end());
        TranscriptEnd end = endsTakenBack.readKeyValuesToMap().get("c1");
        assertThat(end).isInstanceOf(TranscriptEnd.CallFailed.class);
        assertThat(end.revision()).isEqualTo(1);
        assertThat(analyses.isEmpty()).isTrue();
        assertThat(scored.isEmpty()).isTrue();
    }

    /** As from a broken writer: the readers cannot know what language to read. */
    private static Utterance inNoLanguage(Utterance said) {
        return new Utterance(
                said.utteranceId(),
                said.callId(),
                said.revision(),
                said.index(),
                said.channel(),
                said.voice(),
                said.speaker(),
                said.speakerName(),
                null,
                said.startSeconds(),
                said.endSeconds(),
                said.text(),
                said.displayText(),
                said.words());
    }

    @Test
    void whateverComesLastCompletesTheCall() {
        CallFixture call = call(1);
        transcripts.pipeInput("c1", call.end());
        details.pipeInput("c1", call.details());
        for (Utterance said : call.utterances().reversed()) {
            assertThat(analyses.isEmpty()).isTrue();
            utterances.pipeInput(said.utteranceId(), said);
        }
        assertThat(analyses.readValue().labels()).hasSize(call.utterances().size());
    }

    @Test
    void aCallWithoutSpeechIsAnalysedToo() {
        CallFixture silent = aCall().id("c1").build();
        details.pipeInput("c1", silent.details());
        transcripts.pipeInput("c1", silent.end());
        assertThat(analyses.readValue().labels()).isEmpty();
    }

    @Test
    void aRedoneCallReplacesItsOlderSelf() {
        complete(call(1));
        analyses.readValue();
        CallFixture again = call(2);
        say(again);
        assertThat(analyses.isEmpty())
                .as("the old analysis stays until the new one is there")
                .isTrue();
        transcripts.pipeInput("c1", again.end());

        assertThat(analyses.readValue().revision()).isEqualTo(2);
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(1);
        assertThat(takenBack.readKeyValuesToMap())
                .containsOnlyKeys(ids(call(1)).toArray(String[]::new))
                .containsValue(null);
        assertThat(liveScored().keySet()).isEqualTo(ids(again));
    }

    @Test
    void anOlderRevisionThatComesLateChangesNothing() {
        complete(call(2));
        analyses.readValue();
        CallFixture old = call(1);
        say(old);
        transcripts.pipeInput("c1", old.end());
        assertThat(analyses.isEmpty()).isTrue();
        assertThat(takenBack.readKeyValuesToMap().keySet()).isEqualTo(ids(old));
        assertThat(liveScored().keySet()).isEqualTo(ids(call(2)));
    }

    @Test
    void aDeletedCallIsTakenBackEverywhere() {
        complete(call(1));
        deletions.pipeInput("c1", new Deletion("c1", 1, NOW));
        assertThat(analyses.readValuesToList()).last().isNull();
        assertThat(weeks.readKeyValuesToMap()).containsEntry("ann-example/2026-W45", null);
        assertThat(liveScored()).isEmpty();
        assertThat(takenBack.readKeyValuesToMap().keySet()).isEqualTo(ids(call(1)));
        assertThat(endsTakenBack.readKeyValuesToMap()).containsEntry("c1", null);
    }

    @Test
    void whatComesAfterTheDeletionIsTakenBackAtOnce() {
        deletions.pipeInput("c1", new Deletion("c1", 1, NOW));
        CallFixture late = call(1);
        details.pipeInput("c1", late.details());
        say(late);
        transcripts.pipeInput("c1", late.end());
        assertThat(analyses.isEmpty()).isTrue();
        assertThat(scored.isEmpty()).isTrue();
        assertThat(takenBack.readKeyValuesToMap().keySet()).isEqualTo(ids(late));
        assertThat(endsTakenBack.readKeyValuesToMap()).containsEntry("c1", null);
    }

    @Test
    void aCallUploadedAgainAfterItsDeletionCounts() {
        complete(call(1));
        deletions.pipeInput("c1", new Deletion("c1", 1, NOW));
        details.pipeInput("c1", (CallDetails) null);
        complete(call(2));
        assertThat(analyses.readValuesToList().getLast().revision()).isEqualTo(2);
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(1);
    }

    @Test
    void aCallMovedToAnotherRepLeavesTheFirstOnesWeek() {
        complete(call(1));
        weeks.readKeyValuesToList();
        details.pipeInput("c1", aCall().id("c1").by("Bob Other").build().details());
        Map<String, RepWeek> changed = weeks.readKeyValuesToMap();
        assertThat(changed).containsEntry("ann-example/2026-W45", null);
        assertThat(changed.get("bob-other/2026-W45").calls()).isEqualTo(1);
    }

    @Test
    void addingAndTakingAwayComesBackToTheBatchResult() {
        complete(call(1));
        CallFixture other =
                aCall().id("c2").rep("how do you track that today").customer("in a sheet").build();
        say(other);
        details.pipeInput("c2", other.details());
        RepWeek before = week("ann-example/2026-W45");
        transcripts.pipeInput("c2", other.end());
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(2);
        deletions.pipeInput("c2", new Deletion("c2", 1, NOW));
        assertThat(week("ann-example/2026-W45")).isEqualTo(before);
    }

    @Test
    void aRedoThatFailsTakesTheOldAnalysisBack() {
        complete(call(1));
        transcripts.pipeInput(
                "c1",
                new TranscriptEnd.CallFailed(
                        "c1", 2, FailureKind.DECODER_STOPPED, "The file is damaged.", "test", NOW));
        assertThat(analyses.readValuesToList()).last().isNull();
        assertThat(liveScored()).isEmpty();
    }

    @Test
    void aCorrectedLabelChangesTheCallAtOnce() {
        complete(call(1));
        scored.readKeyValuesToList();
        LabelCorrection need = said(call(1), 3, new TaskLabel.Objection(ObjectionType.NEED), NOW);
        analyses.readKeyValuesToList();

        corrections.pipeInput(need.key(), need);

        CallAnalysis analysis = analyses.readValue();
        assertThat(analysis.revision()).isEqualTo(1);
        assertThat(analysis.objections())
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.NEED);
        assertThat(analysis.labels().get(3).labels().corrected())
                .containsExactly(LabelTask.OBJECTION);
        Map<String, ScoredUtterance> changed = scored.readKeyValuesToMap();
        assertThat(changed).containsOnlyKeys("c1-1-0003");
        assertThat(changed.get("c1-1-0003").labels().objection())
                .isEqualTo(new Scored<>(ObjectionType.NEED, 1));
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(1);

        corrections.pipeInput(need.key(), need);
        assertThat(analyses.isEmpty()).as("nothing new was said").isTrue();

        LabelCorrection none =
                said(call(1), 3, new TaskLabel.Objection(ObjectionType.NONE), NOW.plusSeconds(1));
        corrections.pipeInput(none.key(), none);
        assertThat(analyses.readValue().objections()).isEmpty();
    }

    @Test
    void aCorrectionTakenBackLeavesTheCallAsItWasRead() {
        complete(call(1));
        CallAnalysis before = analyses.readValue();
        Map<String, ScoredUtterance> scoredBefore = liveScored();
        LabelCorrection none = said(call(1), 3, new TaskLabel.Objection(ObjectionType.NONE), NOW);
        corrections.pipeInput(none.key(), none);
        assertThat(analyses.readValue()).isNotEqualTo(before);
        scored.readKeyValuesToList();

        corrections.pipeInput(none.key(), (LabelCorrection) null);

        assertThat(analyses.readValue()).isEqualTo(before);
        assertThat(scored.readKeyValuesToMap())
                .isEqualTo(Map.of("c1-1-0003", scoredBefore.get("c1-1-0003")));
    }

    @Test
    void aCorrectionSaidBeforeTheReadingHoldsForItAndForTheNext() {
        LabelCorrection none = said(call(1), 3, new TaskLabel.Objection(ObjectionType.NONE), NOW);
        corrections.pipeInput(none.key(), none);
        complete(call(1));
        assertThat(analyses.readValue().objections()).isEmpty();
        assertThat(liveScored().get("c1-1-0003").labels().corrected()).isNotEmpty();

        CallFixture again = call(2);
        say(again);
        transcripts.pipeInput("c1", again.end());
        assertThat(analyses.readValue().objections()).isEmpty();
        assertThat(liveScored().get("c1-2-0003").labels().corrected()).isNotEmpty();
    }

    @Test
    void correctionsOfADeletedCallGoWithIt() {
        complete(call(1));
        LabelCorrection none = said(call(1), 3, new TaskLabel.Objection(ObjectionType.NONE), NOW);
        corrections.pipeInput(none.key(), none);
        deletions.pipeInput("c1", new Deletion("c1", 1, NOW));
        assertThat(correctionsTakenBack.readKeyValuesToMap()).containsEntry(none.key(), null);
        assertThat(analyses.readValuesToList()).last().isNull();

        corrections.pipeInput(none.key(), none);
        assertThat(correctionsTakenBack.readKeyValuesToMap())
                .as("however late it comes")
                .containsEntry(none.key(), null);

        complete(call(2));
        assertThat(analyses.readValuesToList().getLast().objections())
                .as("a call uploaded again starts anew")
                .isNotEmpty();
    }

    @Test
    void aSecondOpinionChangesTheCallOnceAndAPersonWins() {
        complete(call(1));
        scored.readKeyValuesToList();
        analyses.readKeyValuesToList();
        SecondOpinions trust = opinion(1, new TaskLabel.Objection(ObjectionType.TRUST));

        opinions.pipeInput("c1", trust);

        CallAnalysis analysis = analyses.readValue();
        assertThat(analysis.objections())
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.TRUST);
        assertThat(analysis.labels().get(3).labels().secondOpinions())
                .extracting(LabelOpinion::model)
                .containsExactly("scripted");
        assertThat(scored.readKeyValuesToMap()).containsOnlyKeys("c1-1-0003");
        assertThat(week("ann-example/2026-W45").calls()).isEqualTo(1);

        opinions.pipeInput("c1", trust);
        assertThat(analyses.isEmpty()).as("nothing new was said").isTrue();

        LabelCorrection need = said(call(1), 3, new TaskLabel.Objection(ObjectionType.NEED), NOW);
        corrections.pipeInput(need.key(), need);
        analysis = analyses.readValue();
        assertThat(analysis.objections())
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.NEED);
        assertThat(analysis.labels().get(3).labels().secondOpinions()).isEmpty();

        corrections.pipeInput(need.key(), (LabelCorrection) null);
        assertThat(analyses.readValue().objections())
                .as("the opinion counts again")
                .extracting(ObjectionHandling::type)
                .containsExactly(ObjectionType.TRUST);
    }

    @Test
    void anOpinionThatChangesNothingReadsNothingAnew() {
        complete(call(1));
        analyses.readKeyValuesToList();
        opinions.pipeInput("c1", opinion(1));
        assertThat(analyses.isEmpty()).isTrue();
    }

    @Test
    void opinionsGoWithTheirRevisionAndTheirCall() {
        complete(call(1));
        opinions.pipeInput("c1", opinion(1, new TaskLabel.Objection(ObjectionType.TRUST)));
        complete(call(2));
        assertThat(opinionsTakenBack.readKeyValuesToMap()).containsEntry("c1", null);
        assertThat(analyses.readValuesToList().getLast().labels().get(3).labels().secondOpinions())
                .isEmpty();

        opinions.pipeInput("c1", opinion(1, new TaskLabel.Objection(ObjectionType.TRUST)));
        assertThat(opinionsTakenBack.readKeyValuesToMap())
                .as("of a revision that was overtaken")
                .containsEntry("c1", null);

        opinions.pipeInput("c1", opinion(2, new TaskLabel.Objection(ObjectionType.TRUST)));
        deletions.pipeInput("c1", new Deletion("c1", 2, NOW));
        assertThat(opinionsTakenBack.readKeyValuesToMap()).containsEntry("c1", null);
        opinions.pipeInput("c1", opinion(2, new TaskLabel.Objection(ObjectionType.TRUST)));
        assertThat(opinionsTakenBack.readKeyValuesToMap())
                .as("however late it comes")
                .containsEntry("c1", null);
        assertThat(analyses.readValuesToList()).last().isNull();
    }

    private static SecondOpinions opinion(int revision, TaskLabel... labels) {
        return new SecondOpinions(
                "c1",
                revision,
                "scripted",
                "second-opinion-1",
                "ab12",
                1,
                Stream.of(labels)
                        .map(
                                label ->
                                        new SecondOpinions.Opinion(
                                                Utterance.id("c1", revision, 3), label, 0.75))
                        .toList(),
                Map.of(),
                0,
                NOW);
    }

    private static LabelCorrection said(CallFixture call, int index, TaskLabel right, Instant at) {
        Utterance said = call.utterances().get(index);
        return LabelCorrection.of(
                new ScoredUtterance(said, UtteranceScorer.score(said, List.of())), right, "", at);
    }

    @Test
    void anUnreadableRecordIsPassedOver() {
        driver.createInputTopic(
                        Topics.UTTERANCES.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("c1-1-0000", "{no json".getBytes(StandardCharsets.UTF_8));
        complete(call(1));
        assertThat(analyses.readValue().revision()).isEqualTo(1);
    }

    /**
     * A renamed store is a lost state: whoever changes this file on purpose must say how the old
     * state is moved.
     */
    @Test
    void storesAndStepsKeepTheirNames() throws IOException {
        Path golden = Path.of("src/test/resources/talktrack/analysis/topology.txt");
        assertThat(AnalysisTopology.build(ZoneId.of("UTC")).describe().toString().strip())
                .isEqualTo(Files.readString(golden).strip());
    }

    private void complete(CallFixture call) {
        details.pipeInput(call.details().callId(), call.details());
        say(call);
        transcripts.pipeInput(call.details().callId(), call.end());
    }

    private void say(CallFixture call) {
        call.utterances().forEach(said -> utterances.pipeInput(said.utteranceId(), said));
    }

    private RepWeek week(String key) {
        return driver.<String, RepWeek>getTimestampedKeyValueStore("rep-weeks").get(key).value();
    }

    /** The newest record of each scored utterance, without those taken back. */
    private Map<String, ScoredUtterance> liveScored() {
        Map<String, ScoredUtterance> all = scored.readKeyValuesToMap();
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static java.util.Set<String> ids(CallFixture call) {
        return call.utterances().stream().map(Utterance::utteranceId).collect(Collectors.toSet());
    }

    private static CallFixture call(int revision) {
        return aCall().id("c1")
                .revision(revision)
                .rep("what is the hardest part of that")
                .customer("we lose orders every week")
                .rep("ours is two hundred a month for all of you")
                .customer("that is too expensive for us")
                .build();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.serde().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.serde().deserializer());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Its state lies under this name in the machine's temporary folder: two builds side by side
        // must not share it.
        properties.put(
                StreamsConfig.APPLICATION_ID_CONFIG, "test-" + ProcessHandle.current().pid());
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class);
        return properties;
    }
}
