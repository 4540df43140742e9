package talktrack.api.chat;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.chat.Answer.Source;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.Relevance;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** Lets the language model word an answer from passages, and checks every sentence of it. */
final class PassageWriter {

    private static final Logger log = LoggerFactory.getLogger(PassageWriter.class);
    private static final String INSTRUCTIONS = Prompt.read("answer-1");

    /** Of a sentence's words, this share must stand in the passages that it names. */
    private static final double LEAST_SUPPORT = 0.4;

    /** A model may put several sentences where it was asked for one. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])");

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("answer")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addBooleanProperty("answered")
                                    .addProperty(
                                            "sentences",
                                            JsonArraySchema.builder()
                                                    .items(
                                                            JsonObjectSchema.builder()
                                                                    .addStringProperty("text")
                                                                    .addProperty(
                                                                            "passages",
                                                                            JsonArraySchema
                                                                                    .builder()
                                                                                    .items(
                                                                                            new JsonIntegerSchema())
                                                                                    .build())
                                                                    .required("text", "passages")
                                                                    .build())
                                                    .build())
                                    .required("answered", "sentences")
                                    .build())
                    .build();

    private final LanguageModel model;
    private final Runnable whenTakenBack;

    PassageWriter(LanguageModel model) {
        this(model, () -> {});
    }

    /**
     * @param whenTakenBack is run each time that a whole answer is rejected for what it says
     */
    PassageWriter(LanguageModel model, Runnable whenTakenBack) {
        this.model = model;
        this.whenTakenBack = whenTakenBack;
    }

    private record Request(String language, String question, List<NumberedPassage> passages) {}

    private record NumberedPassage(int number, String heading, String text) {}

    private record Sentence(String text, List<Integer> passages) {}

    private record Written(boolean answered, List<Sentence> sentences) {}

    /**
     * An answer in which every sentence names the passages that it rests on, as {@code [1]}; a
     * refusal where the model finds that they do not answer.
     *
     * @param soFar gets the answer's beginning each time that one more sentence is written, while
     *     all of them are supported; what comes then may still spoil the answer
     * @return empty when the model fails or writes anything that the passages do not support
     */
    Optional<Answer> write(
            String question, Language language, List<Citation> passages, Consumer<String> soFar) {
        if (ForeignText.talksToAModel(question)
                || passages.stream()
                        .anyMatch(
                                one ->
                                        ForeignText.talksToAModel(
                                                one.heading() + "\n" + one.passage()))) {
            log.warn("not sent to the language model cause=instructions in question or passages");
            return Optional.empty();
        }
        Request request =
                new Request(
                        language.id(),
                        question,
                        IntStream.range(0, passages.size())
                                .mapToObj(
                                        i ->
                                                new NumberedPassage(
                                                        i + 1,
                                                        passages.get(i).heading(),
                                                        passages.get(i).passage()))
                                .toList());
        return model.stream(
                        INSTRUCTIONS,
                        request,
                        SCHEMA,
                        Written.class,
                        begun -> {
                            if (begun.answered()
                                    && fault(question, language, passages, begun).isEmpty()) {
                                soFar.accept(answer(question, passages, begun).answer());
                            }
                        })
                .flatMap(
                        written ->
                                written.answered()
                                        ? checked(question, language, passages, written)
                                        : Optional.of(Chat.refusal(question, language)));
    }

    private Optional<Answer> checked(
            String question, Language language, List<Citation> passages, Written written) {
        Optional<String> fault = fault(question, language, passages, written);
        if (fault.isPresent()) {
            log.warn("language model's answer rejected cause={}", fault.get());
            whenTakenBack.run();
            return Optional.empty();
        }
        return Optional.of(answer(question, passages, written));
    }

    /** Why it must not be shown. */
    private static Optional<String> fault(
            String question, Language language, List<Citation> passages, Written written) {
        if (written.sentences() == null
                || written.sentences().isEmpty()
                || !written.sentences().stream()
                        .allMatch(sentence -> supported(sentence, question, language, passages))) {
            return Optional.of("a sentence without support");
        }
        String said =
                written.sentences().stream().map(Sentence::text).collect(Collectors.joining("\n"));
        return Relevance.isAbout(question, said)
                ? Optional.empty()
                : Optional.of("it speaks of something else");
    }

    private Answer answer(String question, List<Citation> passages, Written written) {
        List<Integer> used =
                written.sentences().stream()
                        .flatMap(sentence -> sentence.passages().stream())
                        .distinct()
                        .toList();
        List<String> sentences = new ArrayList<>();
        for (Sentence sentence : written.sentences()) {
            StringBuilder text = new StringBuilder(sentence.text().strip());
            for (int number : sentence.passages().stream().distinct().toList()) {
                text.append(" [").append(used.indexOf(number) + 1).append(']');
            }
            sentences.add(text.toString());
        }
        return new Answer(
                question,
                true,
                String.join(" ", sentences),
                used.stream().map(number -> passages.get(number - 1)).toList(),
                Source.LANGUAGE_MODEL,
                Optional.of(model.name()));
    }

    private static double coverage(String text, Language language, String cited) {
        return WordCoverage.of(QuestionWords.of(language, text), language, cited, word -> 1);
    }

    private static boolean supported(
            Sentence sentence, String question, Language language, List<Citation> passages) {
        if (sentence == null
                || sentence.text() == null
                || sentence.text().isBlank()
                || sentence.passages() == null
                || sentence.passages().isEmpty()
                || sentence.passages().stream()
                        .anyMatch(n -> n == null || n < 1 || n > passages.size())) {
            return false;
        }
        List<String> sources = new ArrayList<>();
        for (int number : sentence.passages()) {
            Citation cited = passages.get(number - 1);
            sources.add(cited.heading() + "\n" + cited.passage());
        }
        String cited = String.join("\n", sources);
        if (TextNormaliser.detect(cited) == language
                && SENTENCE_END
                        .splitAsStream(sentence.text())
                        .anyMatch(part -> coverage(part, language, cited) < LEAST_SUPPORT)) {
            return false;
        }
        CitedClauses clauses = new CitedClauses(language, cited);
        if (!Grounding.miscounted(sentence.text(), sources).isEmpty()
                || SENTENCE_END
                        .splitAsStream(sentence.text())
                        .anyMatch(part -> clauses.contradict(part) || clauses.mixUp(part))) {
            return false;
        }
        sources.add(question);
        return Grounding.unsupported(sentence.text(), sources).isEmpty();
    }
}
