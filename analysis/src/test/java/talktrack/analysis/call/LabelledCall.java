package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.models.events.CallDetails;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

/** A call whose labels the test gives itself, so that rules are tested without classifiers. */
final class LabelledCall {

    private static final UtteranceLabels NOTHING =
            new UtteranceLabels(
                    new Scored<>(QuestionType.NONE, 1),
                    new Scored<>(ObjectionType.NONE, 1),
                    new Scored<>(Need.NONE, 1),
                    new Scored<>(Sentiment.NEUTRAL, 1),
                    0,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false);

    private final CallFixture.Builder call = CallFixture.aCall();
    private final List<UtteranceLabels> labels = new ArrayList<>();
    private final Map<Integer, Double> arousal = new HashMap<>();
    private Language language = Language.EN;
    private boolean speakersKnown = true;

    private LabelledCall() {}

    static LabelledCall call() {
        return new LabelledCall();
    }

    LabelledCall in(Language other) {
        language = other;
        call.in(other);
        return this;
    }

    LabelledCall declared(CallKind kind, SaleSize sale) {
        call.declared(kind, sale);
        return this;
    }

    LabelledCall untimed() {
        call.untimed();
        return this;
    }

    /** As in a mono recording. */
    LabelledCall bySpeakersUnknown() {
        speakersKnown = false;
        return this;
    }

    LabelledCall rep(String text) {
        call.rep(text);
        return labelled();
    }

    LabelledCall rep(double startSeconds, double endSeconds, String text) {
        call.rep(startSeconds, endSeconds, text);
        return labelled();
    }

    LabelledCall customer(String text) {
        call.customer(text);
        return labelled();
    }

    LabelledCall customer(double startSeconds, double endSeconds, String text) {
        call.customer(startSeconds, endSeconds, text);
        return labelled();
    }

    private LabelledCall labelled() {
        labels.add(NOTHING);
        return this;
    }

    /** A rep's question of this type, which the customer answers. */
    LabelledCall asks(QuestionType type) {
        return rep("the rep asks something").asking(type).customer("the customer answers that");
    }

    /** Labels the utterance just said, as do the following. */
    LabelledCall asking(QuestionType type) {
        return asking(type, 1);
    }

    LabelledCall asking(QuestionType type, double certainty) {
        return last(l -> l.withQuestion(new Scored<>(type, certainty)));
    }

    /** Asks something else in the same breath. */
    LabelledCall askingToo(QuestionType type, double certainty) {
        return last(
                l ->
                        l.with(
                                Stream.concat(
                                                l.furtherQuestions().stream(),
                                                Stream.of(
                                                        new FurtherQuestion(
                                                                new Scored<>(type, certainty),
                                                                0,
                                                                1)))
                                        .toList(),
                                l.handlingCertainty()));
    }

    LabelledCall objecting(ObjectionType type, double certainty) {
        return last(l -> l.withObjection(new Scored<>(type, certainty)));
    }

    LabelledCall needing(Need need, double certainty) {
        return last(l -> l.withNeed(new Scored<>(need, certainty)));
    }

    LabelledCall feeling(double valence) {
        return feeling(valence, 1);
    }

    LabelledCall feeling(double valence, double certainty) {
        Sentiment sentiment =
                valence > 0.3
                        ? Sentiment.POSITIVE
                        : valence < -0.3 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        return last(l -> l.withSentiment(new Scored<>(sentiment, certainty), valence));
    }

    LabelledCall committing(HandlingFault fault) {
        return last(l -> l.withHandling(l.steps(), List.of(fault)));
    }

    LabelledCall clarifying() {
        return last(l -> l.withHandling(List.of(HandlingStep.CLARIFY), l.faults()));
    }

    /** How excited the voice sounds, in its own standard deviations. */
    LabelledCall aroused(double deviations) {
        arousal.put(labels.size() - 1, deviations);
        return this;
    }

    LabelledCall unclear() {
        return last(UtteranceLabels::asUnclear);
    }

    private LabelledCall last(UnaryOperator<UtteranceLabels> change) {
        labels.set(labels.size() - 1, change.apply(labels.getLast()));
        return this;
    }

    SpokenCall build() {
        return SpokenCall.of(language, end(), scored());
    }

    CallDetails details() {
        return call.build().details();
    }

    TranscriptEnd.Transcribed end() {
        return call.build().end();
    }

    List<ScoredUtterance> scored() {
        var utterances = call.build().utterances();
        return IntStream.range(0, utterances.size())
                .mapToObj(
                        i ->
                                new ScoredUtterance(
                                        heard(
                                                speakersKnown
                                                        ? utterances.get(i)
                                                        : utterances.get(i).as(1, Speaker.UNKNOWN),
                                                i),
                                        labels.get(i)))
                .toList();
    }

    private Utterance heard(Utterance said, int index) {
        return arousal.containsKey(index)
                ? said.withVoiceMeasures(
                        VoiceMeasures.NONE.withArousal(OptionalDouble.of(arousal.get(index))))
                : said;
    }

    /** The id of the utterance at this place. */
    String id(int index) {
        return call.build().utterances().get(index).utteranceId();
    }
}
