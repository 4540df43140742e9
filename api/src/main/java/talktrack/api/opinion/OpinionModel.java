package talktrack.api.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.LanguageModel.Counted;
import talktrack.api.llm.Prompt;
import talktrack.models.events.TaskLabel;
import talktrack.models.labels.Language;

/**
 * Has a language model label lines, all of them in one request. Whatever it answers is held to the
 * question: a line that was asked about, once, with labels of its task. So the worst that words of
 * a call can make it do is give one of these lines another label of its task.
 */
final class OpinionModel {

    /** Name and version of the prompt. */
    static final String PROMPT = "second-opinion-1";

    /** More are not asked about at once: their answers would not fit into one reply. */
    static final int MOST_LINES = 40;

    /** Of all lines together; small models read no more than some 8,000 tokens. */
    static final int MOST_CHARACTERS = 12_000;

    private static final String INSTRUCTIONS = Prompt.read(PROMPT);

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("second_opinion")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addProperty(
                                            "answers",
                                            JsonArraySchema.builder().items(answer()).build())
                                    .required("answers")
                                    .build())
                    .build();

    private final LanguageModel model;

    OpinionModel(LanguageModel model) {
        this.model = model;
    }

    private static JsonObjectSchema answer() {
        return JsonObjectSchema.builder()
                .addProperty("line", new JsonIntegerSchema())
                .addProperty(
                        "labels",
                        JsonArraySchema.builder()
                                .items(
                                        JsonEnumSchema.builder()
                                                .enumValues(AnsweredLabels.known())
                                                .build())
                                .build())
                .required("line", "labels")
                .build();
    }

    /**
     * @param line from 1
     */
    private record Numbered(int line, String task, String before, String words) {}

    private record Request(String language, List<Numbered> lines) {}

    /** As the model answers: anything may stand in it. */
    private record Draft(JsonNode answers) {}

    /**
     * What came.
     *
     * @param labels of each line, in the lines' order; empty where there is no answer
     * @param came whether the model answered at all; if not, asking again later may help
     * @param ignored why lines have no answer, or answers no line, each with how often
     * @param tokens in and out
     */
    record Answers(
            List<Optional<TaskLabel>> labels,
            boolean came,
            Map<String, Integer> ignored,
            long tokens) {}

    String name() {
        return model.name();
    }

    /**
     * @param lines {@link #MOST_LINES} and {@link #MOST_CHARACTERS} at most
     */
    Answers ask(Language language, List<Line> lines) {
        Map<String, Integer> ignored = new TreeMap<>();
        List<Integer> sent =
                IntStream.range(0, lines.size())
                        .filter(i -> mayBeSent(lines.get(i)))
                        .boxed()
                        .toList();
        if (sent.size() < lines.size()) {
            ignored.put("talks-to-a-model", lines.size() - sent.size());
        }
        if (sent.isEmpty()) {
            return new Answers(nothing(lines), true, ignored, 0);
        }
        Counted<Draft> draft =
                model.askCounted(INSTRUCTIONS, request(language, lines, sent), SCHEMA, Draft.class);
        if (draft.answer().isEmpty()) {
            return new Answers(nothing(lines), false, ignored, draft.tokens());
        }
        AnsweredLabels answered =
                new AnsweredLabels(sent.stream().map(i -> lines.get(i).task()).toList(), ignored);
        List<Optional<TaskLabel>> labels = nothing(lines);
        List<Optional<TaskLabel>> ofSent = answered.read(draft.answer().get().answers());
        for (int i = 0; i < sent.size(); i++) {
            labels.set(sent.get(i), ofSent.get(i));
        }
        return new Answers(labels, true, ignored, draft.tokens());
    }

    private static boolean mayBeSent(Line line) {
        return !ForeignText.talksToAModel(line.words())
                && !ForeignText.talksToAModel(line.before());
    }

    private static Request request(Language language, List<Line> lines, List<Integer> sent) {
        List<Numbered> numbered = new ArrayList<>();
        for (int i : sent) {
            Line line = lines.get(i);
            numbered.add(
                    new Numbered(
                            numbered.size() + 1, line.task().id(), line.before(), line.words()));
        }
        return new Request(language.id(), numbered);
    }

    private static List<Optional<TaskLabel>> nothing(List<Line> lines) {
        List<Optional<TaskLabel>> none = new ArrayList<>();
        lines.forEach(line -> none.add(Optional.empty()));
        return none;
    }
}
