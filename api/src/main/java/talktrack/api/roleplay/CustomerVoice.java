package talktrack.api.roleplay;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.Relevance;
import talktrack.models.events.RolePlay.Line;
import talktrack.models.text.TextNormaliser;

/**
 * Words for what the customer means: the script's, or a language model's that say the same. What
 * the customer tells is decided before, so a model can add colour and nothing else.
 */
final class CustomerVoice {

    private static final String INSTRUCTIONS = Prompt.read("role-play-1");
    private static final int LINES_BEFORE = 6;
    private static final double LONGEST = 2;
    private static final int ALWAYS_ALLOWED_CHARACTERS = 80;

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("line")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addStringProperty("line")
                                    .required("line")
                                    .build())
                    .build();

    private final Optional<LanguageModel> model;

    CustomerVoice(Optional<LanguageModel> model) {
        this.model = model;
    }

    private record Request(
            String language, Scenario.Persona persona, List<Line> before, String meaning) {}

    private record Answer(String line) {}

    /** Whose words may be heard, for the page to name; absent without a model. */
    Optional<String> modelName() {
        return model.map(LanguageModel::name);
    }

    /**
     * @param meaning the line of the script
     * @param before what was said until now
     */
    String say(Scenario scenario, String meaning, List<Line> before) {
        List<Line> recent =
                before.subList(Math.max(0, before.size() - LINES_BEFORE), before.size());
        Scenario.Persona persona = scenario.persona();
        boolean talksToAModel =
                Stream.concat(
                                recent.stream().map(Line::text),
                                Stream.of(
                                        meaning,
                                        persona.name(),
                                        persona.role(),
                                        persona.company(),
                                        persona.temper()))
                        .anyMatch(ForeignText::talksToAModel);
        if (talksToAModel) {
            return meaning;
        }
        Request request = new Request(scenario.language().id(), persona, recent, meaning);
        return model.flatMap(one -> one.ask(INSTRUCTIONS, request, SCHEMA, Answer.class))
                .map(Answer::line)
                .filter(line -> fits(line, scenario, meaning, recent))
                .orElse(meaning);
    }

    private static boolean fits(String line, Scenario scenario, String meaning, List<Line> recent) {
        if (line == null
                || line.isBlank()
                || line.length() > meaning.length() * LONGEST + ALWAYS_ALLOWED_CHARACTERS
                || TextNormaliser.detect(line) != scenario.language()
                || ForeignText.talksToAModel(line)) {
            return false;
        }
        List<String> sources = new ArrayList<>(List.of(meaning, scenario.persona().name()));
        recent.forEach(one -> sources.add(one.text()));
        return Grounding.unsupported(line, sources).isEmpty() && !Relevance.strays(line, meaning);
    }
}
