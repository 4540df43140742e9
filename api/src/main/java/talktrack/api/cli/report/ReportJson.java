package talktrack.api.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.ingest.Transcript;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.Json;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.events.Word;

/** The JSON documents of {@code transcribe} and {@code analyze}. */
public final class ReportJson {

    private ReportJson() {}

    /**
     * @param warnings sentences on what to know before trusting the words
     */
    public static ObjectNode transcript(String file, Transcript transcript, List<String> warnings) {
        return transcript(file, transcript, warnings, (utterance, node) -> {});
    }

    /** The transcript's document with labels on its utterances, and what was read in the whole. */
    public static ObjectNode analysis(AnalysedCall call, List<String> warnings) {
        Map<String, UtteranceLabels> labels =
                call.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        line -> line.utterance().utteranceId(),
                                        ScoredUtterance::labels));
        ObjectNode document =
                transcript(
                        call.file(),
                        call.transcript(),
                        warnings,
                        (utterance, node) ->
                                labels(utterance, labels.get(utterance.utteranceId()), node));
        document.set("metrics", Json.mapper().valueToTree(call.analysis().metrics()));
        document.set("skills", Json.mapper().valueToTree(call.analysis().skills()));
        document.set("objections", Json.mapper().valueToTree(call.analysis().objections()));
        document.set("needs", Json.mapper().valueToTree(call.analysis().needs()));
        document.put("commitment", call.analysis().commitment().id());
        document.set("commitmentIds", Json.mapper().valueToTree(call.analysis().commitmentIds()));
        call.analysis()
                .commitmentDay()
                .ifPresent(day -> document.put("commitmentDay", day.toString()));
        document.set("phases", Json.mapper().valueToTree(call.analysis().phases()));
        call.analysis()
                .kind()
                .ifPresent(kind -> document.set("kind", Json.mapper().valueToTree(kind)));
        call.analysis()
                .sale()
                .ifPresent(sale -> document.set("sale", Json.mapper().valueToTree(sale)));
        document.put("rulesVersion", call.analysis().rulesVersion());
        document.set("cautions", Json.mapper().valueToTree(call.cautions()));
        return document;
    }

    /** What stands in for a file that could not be read. */
    public static ObjectNode failure(String file, String kind, String reason) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("file", file);
        document.putObject("error").put("kind", kind).put("reason", reason);
        return document;
    }

    private static ObjectNode transcript(
            String file,
            Transcript transcript,
            List<String> warnings,
            BiConsumer<Utterance, ObjectNode> more) {
        TranscriptEnd.Transcribed end = transcript.end();
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("file", file);
        seconds(document, "durationSeconds", end.durationSeconds());
        document.put("channels", end.channels());
        document.put("model", end.model());
        document.put("mode", end.mode().id());
        document.put("layout", end.layout().id());
        if (!transcript.utterances().isEmpty()) {
            document.put("language", transcript.utterances().getFirst().language().id());
        }
        end.wordConfidence()
                .ifPresent(confidence -> document.put("wordConfidence", rounded(confidence)));
        speakers(end, document.putObject("speakers"));
        document.set("cautions", Json.mapper().valueToTree(end.cautions()));
        document.set("warnings", Json.mapper().valueToTree(warnings));
        ArrayNode utterances = document.putArray("utterances");
        for (Utterance utterance : transcript.utterances()) {
            ObjectNode node = utterances.addObject();
            spoken(utterance, node);
            more.accept(utterance, node);
            array(node, "words", utterance.words(), ReportJson::word);
        }
        return document;
    }

    private static void speakers(TranscriptEnd.Transcribed end, ObjectNode node) {
        node.put("voices", end.speakers().voices());
        end.speakers().errorShare().ifPresent(share -> node.put("errorShare", rounded(share)));
        end.speakers()
                .repConfidence()
                .ifPresent(confidence -> node.put("repConfidence", rounded(confidence)));
    }

    private static void spoken(Utterance utterance, ObjectNode node) {
        node.put("id", utterance.utteranceId());
        node.put("index", utterance.index());
        node.put("speaker", utterance.speaker().id());
        if (utterance.voice() > 0) {
            node.put("voice", utterance.voice());
        }
        if (!utterance.speakerName().isEmpty()) {
            node.put("speakerName", utterance.speakerName());
        }
        seconds(node, "startSeconds", utterance.startSeconds());
        seconds(node, "endSeconds", utterance.endSeconds());
        node.put("text", utterance.text());
        node.put("displayText", utterance.displayText());
        if (!utterance.voiceMeasures().equals(VoiceMeasures.NONE)) {
            node.set("voiceMeasures", Json.mapper().valueToTree(utterance.voiceMeasures()));
        }
    }

    private static void labels(Utterance utterance, UtteranceLabels labels, ObjectNode node) {
        node.put("questionType", labels.question().label().id());
        node.put("questionScore", rounded(labels.question().score()));
        if (!labels.furtherQuestions().isEmpty()) {
            array(
                    node,
                    "furtherQuestions",
                    labels.furtherQuestions(),
                    one -> further(utterance, one));
        }
        node.put("need", labels.need().label().id());
        node.put("needScore", rounded(labels.need().score()));
        node.put("sentiment", labels.sentiment().label().id());
        node.put("sentimentScore", rounded(labels.sentiment().score()));
        node.put("valence", rounded(labels.valence()));
        labels.emotion().ifPresent(emotion -> node.put("emotion", emotion.id()));
        node.put("objection", labels.objection().label().id());
        node.put("objectionScore", rounded(labels.objection().score()));
        node.set("steps", Json.mapper().valueToTree(labels.steps()));
        node.set("faults", Json.mapper().valueToTree(labels.faults()));
        if (!labels.handlingCertainty().isEmpty()) {
            ObjectNode certainty = node.putObject("handlingCertainty");
            labels.handlingCertainty()
                    .forEach((label, score) -> certainty.put(label, rounded(score)));
        }
        node.put("unclear", labels.unclear());
    }

    private static ObjectNode further(Utterance utterance, FurtherQuestion one) {
        return Json.mapper()
                .createObjectNode()
                .put("questionType", one.question().label().id())
                .put("questionScore", rounded(one.question().score()))
                .put("text", utterance.text().substring(one.from(), one.to()));
    }

    private static ObjectNode word(Word word) {
        ObjectNode node =
                Json.mapper()
                        .createObjectNode()
                        .put("word", word.word())
                        .put("startSeconds", rounded(word.startSeconds()))
                        .put("endSeconds", rounded(word.endSeconds()))
                        .put("confidence", rounded(word.confidence()));
        if (!word.heardAs().isEmpty()) {
            node.put("heardAs", word.heardAs());
        }
        return node;
    }

    private static <T> void array(
            ObjectNode node, String name, List<T> items, Function<T, ObjectNode> toNode) {
        ArrayNode array = node.putArray(name);
        items.forEach(item -> array.add(toNode.apply(item)));
    }

    private static void seconds(ObjectNode node, String name, OptionalDouble seconds) {
        seconds.ifPresent(value -> node.put(name, rounded(value)));
    }

    /** Three places: a millisecond, a tenth of a percent. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
