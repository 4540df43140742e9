package talktrack.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import talktrack.analysis.score.Classifiers;
import talktrack.models.events.Json;
import talktrack.models.events.Scored;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;
import talktrack.models.text.TextNormaliser;

/** One line of {@code classify} in, its answer out: every line gets one, whatever it is. */
final class LineLabeller {

    /** What lines are told apart by. */
    enum Task {
        SPIN,
        OBJECTION,
        NEEDS,
        SENTIMENT,
        HANDLING
    }

    /** A line understood. */
    private record Line(String text, String previous, Speaker speaker, String warning) {
        static Line bare(String text, String warning) {
            return new Line(text, "", Speaker.UNKNOWN, warning);
        }
    }

    /** Shorter texts, such as names or "OK", are of no language. */
    private static final long LETTERS_OF_A_LANGUAGE = 12;

    private final Task task;
    private final Language language;
    private final Classifiers classifiers;
    private int withoutText;

    LineLabeller(Task task, Language language, boolean wordsOnly) {
        this.task = task;
        this.language = language;
        this.classifiers =
                wordsOnly ? Classifiers.of(language).byWords() : Classifiers.of(language);
    }

    /** How many lines so far were JSON without a text, and so were answered as if empty. */
    int withoutText() {
        return withoutText;
    }

    /** The labels of a line; {@code warning} tells when the line was not what it looked like. */
    ObjectNode label(String line) {
        Line understood = understand(line);
        ObjectNode answer = answer(understood);
        if (!understood.warning().isEmpty()) {
            answer.put("warning", understood.warning());
        } else if (inOtherLanguage(understood.text())) {
            answer.put(
                    "warning",
                    "the text does not look like --language %s".formatted(language.id()));
        }
        return answer;
    }

    private boolean inOtherLanguage(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= LETTERS_OF_A_LANGUAGE
                && TextNormaliser.detect(text) != language;
    }

    private ObjectNode answer(Line line) {
        if (line.text().isBlank()) {
            return nothingSaid();
        }
        return switch (task) {
            case SPIN -> scored(classifiers.spin(line.text(), line.previous(), line.speaker()));
            case OBJECTION ->
                    scored(classifiers.objection(line.text(), line.previous(), line.speaker()));
            case NEEDS -> scored(classifiers.need(line.text(), line.previous(), line.speaker()));
            case SENTIMENT -> {
                Classifiers.SentimentReading reading = classifiers.sentiment(line.text());
                yield scored(reading.label()).put("valence", rounded(reading.valence()));
            }
            case HANDLING -> handled(classifiers.handling(line.text(), line.previous()));
        };
    }

    private ObjectNode nothingSaid() {
        return switch (task) {
            case SPIN -> scored(new Scored<>(QuestionType.NONE, 1));
            case OBJECTION -> scored(new Scored<>(ObjectionType.NONE, 1));
            case NEEDS -> scored(new Scored<>(Need.NONE, 1));
            case SENTIMENT -> scored(new Scored<>(Sentiment.NEUTRAL, 1)).put("valence", 0.0);
            case HANDLING -> handled(Classifiers.HandlingReading.NOTHING);
        };
    }

    private static ObjectNode handled(Classifiers.HandlingReading reading) {
        ObjectNode answer = Json.mapper().createObjectNode();
        answer.set("steps", Json.mapper().valueToTree(reading.steps()));
        answer.set("faults", Json.mapper().valueToTree(reading.faults()));
        ObjectNode certainty = answer.putObject("certainty");
        Stream.<Label>concat(reading.steps().stream(), reading.faults().stream())
                .forEach(label -> certainty.put(label.id(), rounded(reading.certainty(label))));
        return answer;
    }

    private static ObjectNode scored(Scored<? extends Label> scored) {
        return Json.mapper()
                .createObjectNode()
                .put("label", scored.label().id())
                .put("score", rounded(scored.score()));
    }

    private Line understand(String line) {
        if (!line.startsWith("{")) {
            return Line.bare(line, "");
        }
        JsonNode json;
        try {
            json = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            return Line.bare(line, "the line starts like JSON but is none: read as plain text");
        }
        if (!json.path("text").isTextual()) {
            withoutText++;
            return Line.bare("", "the JSON has no \"text\": read as an empty line");
        }
        String text = json.path("text").asText();
        String previous = json.path("previous").asText("");
        return switch (json.path("speaker").asText("unknown")) {
            case "rep" -> new Line(text, previous, Speaker.REP, "");
            case "customer" -> new Line(text, previous, Speaker.CUSTOMER, "");
            case "unknown", "", "null" -> new Line(text, previous, Speaker.UNKNOWN, "");
            default ->
                    new Line(
                            text,
                            previous,
                            Speaker.UNKNOWN,
                            "speaker is neither rep nor customer: read as unknown");
        };
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
