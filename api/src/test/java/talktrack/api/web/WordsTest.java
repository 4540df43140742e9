package talktrack.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.analysis.score.Handling;
import talktrack.models.events.AnswerFeedback;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.Suggestion;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Need;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** The pages say everything in both languages, and know every label that a call can carry. */
class WordsTest {
    private static final Pattern LINE = Pattern.compile("(?m)^  '([^']+)': '(.*)',$");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)");

    @Test
    void everyLabelIsThereInBothLanguages() throws IOException {
        assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        Map<String, String> chinese = words("zh");
        words("en")
                .forEach(
                        (key, english) ->
                                assertThat(blanks(chinese.get(key)))
                                        .as(key)
                                        .isEqualTo(blanks(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyLineOfTheFileIsRead(String language) throws IOException {
        long lines = text(language).lines().filter(line -> line.startsWith("  '")).count();
        assertThat(words(language)).hasSize((int) lines);
    }

    /** docs/configuration.md: a remote model is named as such beside each of its words. */
    @ParameterizedTest
    @ValueSource(strings = {"answers.js", "role-play.js", "suggestions.js", "summary.js"})
    void aRemoteModelIsMarkedBesideItsWords(String script) throws IOException {
        assertThat(resource("/web/assets/" + script)).contains("{ model: modelWords(");
    }

    @Test
    void noWordsAreEmpty() throws IOException {
        assertThat(words("en").values()).noneMatch(String::isBlank);
        assertThat(words("zh").values()).noneMatch(String::isBlank);
    }

    @Test
    void everyLabelOfTheModelHasWords() throws IOException {
        assertThat(words("en").keySet())
                .containsAll(keys("skill", Skill.values()))
                .containsAll(keys("explain", Skill.values()))
                .containsAll(keys("behaviour", Behaviour.values()))
                .containsAll(keys("caution", Caution.values()))
                .containsAll(keys("commitment", Commitment.values()))
                .containsAll(keys("phase", Phase.values()))
                .containsAll(keys("kind", CallKind.values()))
                .containsAll(keys("sale", SaleSize.values()))
                .containsAll(keys("failure", FailureKind.values()))
                .containsAll(keys("fault", HandlingFault.values()))
                .containsAll(keys("step", HandlingStep.values()))
                .containsAll(keys("need-depth", NeedDepth.values()))
                .containsAll(keys("need", Need.values()))
                .containsAll(keys("sentiment", Sentiment.values()))
                .containsAll(keys("emotion", Emotion.values()))
                .containsAll(keys("advice.kind", Suggestion.Kind.values()))
                .containsAll(keys("advice.about", Suggestion.Kind.values()))
                .containsAll(keys("suggestion", Suggestion.Source.values()))
                .containsAll(keys("outcome", ObjectionOutcome.values()))
                .containsAll(keys("chat.reason", AnswerFeedback.Reason.values()))
                .containsAll(keys("speaker", Speaker.values()))
                .containsAll(keys("question", QuestionType.values()))
                .containsAll(keys("objection", ObjectionType.values()));
    }

    @Test
    void everyLabelCanBeChosenAsTheRightOne() throws IOException {
        String choices = resource("/web/assets/labels.js") + resource("/web/assets/corrections.js");
        assertThat(words("en").keySet()).containsAll(keys("labels", LabelTask.values()));
        assertThat(
                        Stream.of(
                                        List.of(LabelTask.values()),
                                        List.of(QuestionType.values()),
                                        List.of(ObjectionType.values()),
                                        List.of(Need.values()),
                                        List.of(Sentiment.values()),
                                        Handling.STEPS,
                                        Handling.FAULTS)
                                .flatMap(List<? extends Label>::stream)
                                .map(Label::id))
                .allMatch(id -> Pattern.compile("\\b" + id + "\\b").matcher(choices).find());
    }

    @Test
    void everySituationOfATalkTrackCanBeChosen() throws IOException {
        String choices = resource("/web/assets/labels.js");
        assertThat(listed(choices, "OBJECTIONS")).isEqualTo(ids(ObjectionType.values()));
        assertThat(listed(choices, "QUESTIONS")).isEqualTo(ids(QuestionType.values()));
        assertThat(listed(choices, "PHASES")).isEqualTo(ids(Phase.values()));
    }

    @Test
    void pagesCallPerhapsJustWhatIsNotCounted() throws IOException {
        assertThat(resource("/web/assets/chips.js"))
                .contains("COUNTS_FROM = " + Scored.COUNTS_FROM + ";")
                .contains("SURE_OBJECTION = " + ObjectionHandling.SURE_FROM + ";");
    }

    @Test
    void everySkillCanBeAGoal() throws IOException {
        assertThat(listed(resource("/web/assets/labels.js"), "SKILLS"))
                .isEqualTo(ids(Skill.values()));
    }

    /** What stands in the list that a script keeps under the name. */
    private static Set<String> listed(String script, String name) {
        String list = script.split("const " + name + " = \\[", 2)[1].split("]", 2)[0];
        return Pattern.compile("'([^']+)'")
                .matcher(list)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Label... labels) {
        return Stream.of(labels)
                .map(Label::id)
                .filter(id -> !id.equals("none"))
                .collect(Collectors.toSet());
    }

    /** `none` is drawn as nothing at all. */
    private static Set<String> keys(String family, Label... labels) {
        return ids(labels).stream().map(id -> family + "." + id).collect(Collectors.toSet());
    }

    private static Set<String> blanks(String words) {
        return BLANK.matcher(words)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(String language) throws IOException {
        return LINE.matcher(text(language))
                .results()
                .collect(
                        Collectors.toMap(
                                (MatchResult match) -> match.group(1),
                                match -> match.group(2),
                                (first, second) -> {
                                    throw new IllegalStateException("a key stands twice: " + first);
                                },
                                LinkedHashMap::new));
    }

    private static String text(String language) throws IOException {
        return resource("/web/assets/words/" + language + ".js");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
