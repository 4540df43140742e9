package talktrack.api.chat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.Relevance;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** Lets the language model say what a question means that follows others. */
final class ModelFollowUp {

    private static final Logger log = LoggerFactory.getLogger(ModelFollowUp.class);
    private static final String INSTRUCTIONS = Prompt.read("follow-up-1");
    private static final int MOST_CHARACTERS = 300;
    private static final int TURNS = 3;

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("follow-up")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addStringProperty("question")
                                    .required("question")
                                    .build())
                    .build();

    private final LanguageModel model;
    private final Patience patience;

    /**
     * @param wait how long to wait for a reading
     */
    ModelFollowUp(LanguageModel model, Duration wait) {
        this.model = model;
        this.patience = new Patience("reading of the language model", wait);
    }

    private record Said(String question, String answer) {}

    private record Request(String language, List<Said> earlier, String question) {}

    private record Written(String question) {}

    /**
     * The question as it would be asked by itself. An answer may be a document's sentence word for
     * word, so turns that talk to a model are left out like passages that do.
     *
     * @param past oldest first, at least one turn
     * @return empty when the model fails, takes too long, names what nobody has named, or says
     *     something else
     */
    Optional<String> reading(String question, Language language, List<Turn> past) {
        List<Turn> last = past.subList(Math.max(0, past.size() - TURNS), past.size());
        if (ForeignText.talksToAModel(question)) {
            log.warn("not sent to the language model cause=instructions in the question");
            return Optional.empty();
        }
        if (talksToAModel(last.getLast())) {
            // Without what it follows, the model would read it as following something older.
            log.warn("not sent to the language model cause=instructions in the last turn");
            return Optional.empty();
        }
        List<Said> earlier =
                last.stream()
                        .filter(one -> !talksToAModel(one))
                        .map(one -> new Said(one.standAlone(), one.answer()))
                        .toList();
        List<String> sources = new ArrayList<>(List.of(question));
        earlier.forEach(one -> sources.addAll(List.of(one.question(), one.answer())));
        Request request = new Request(language.id(), earlier, question);
        return patience.of(() -> model.ask(INSTRUCTIONS, request, SCHEMA, Written.class))
                .map(Written::question)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= MOST_CHARACTERS)
                .filter(text -> Grounding.unsupported(text, sources).isEmpty())
                .filter(text -> TextNormaliser.detect(text) == language)
                .filter(text -> isAbout(text, question, last.getLast().standAlone()));
    }

    /** It keeps to what is asked now or, where that has no word of its own, to what was before. */
    private static boolean isAbout(String reading, String question, String before) {
        return Relevance.isAbout(question, reading)
                && Relevance.isAbout(question + "\n" + before, reading);
    }

    private static boolean talksToAModel(Turn turn) {
        return ForeignText.talksToAModel(turn.standAlone() + "\n" + turn.answer());
    }
}
