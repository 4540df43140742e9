package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import talktrack.api.chat.Answer.Source;
import talktrack.api.chat.Chat.Finding;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.PassageIndex.WordSearch;
import talktrack.api.documents.UnindexedPassage;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.labels.Language;

/** What somebody who reads along gets to see of a language model's words. */
class ChatTest {

    private static final String FIRST =
            "{\"answered\": true, \"sentences\": [{\"text\": \"Dock costs 390 EUR.\", \"passages\": [1]}, ";

    private final Heard heard = new Heard();
    @AutoClose private final ScriptedModel server = new ScriptedModel();

    @Test
    void sentencesAreSaidOneByOneAndTogetherAreTheAnswer() {
        server.says(FIRST + "{\"text\": \"A month of Dock costs 390 EUR.\", \"passages\": [1]}]}");
        Answer answer = ask();
        assertThat(answer.source()).isEqualTo(Source.LANGUAGE_MODEL);
        assertThat(heard.pieces()).first().isEqualTo("Dock costs 390 EUR. [1]");
        assertThat(heard.whole()).isEqualTo(answer.answer());
    }

    @Test
    void aLaterSentenceWithoutSupportIsNotSaidAndThePassagesTakeThePlaceOfAll() {
        server.says(FIRST + "{\"text\": \"Dock costs 350 EUR for you.\", \"passages\": [1]}]}");
        Answer answer = ask();
        assertThat(answer.source()).isEqualTo(Source.PASSAGES);
        assertThat(heard.whole())
                .isEqualTo("Dock costs 390 EUR. [1]" + Heard.WITHDRAWN + answer.answer());
    }

    @Test
    void withoutASentenceInTimeThePassagesAnswer() {
        server.drips("{\"answered\": true, \"sentences\": [{\"text\": \"Dock costs ");
        Answer answer = ask(Duration.ofSeconds(2));
        assertThat(answer.source()).isEqualTo(Source.PASSAGES);
        assertThat(heard.whole()).isEqualTo(answer.answer()).contains("390 EUR");
        await().until(() -> server.brokenOff() == 1);
    }

    @Test
    void whatBreaksOffIsWithdrawnToo() {
        server.breaksOff(
                FIRST + "{\"text\": \"A month of Dock costs a lot\", \"passages\": [1]}]}");
        Answer answer = ask();
        assertThat(answer.source()).isEqualTo(Source.PASSAGES);
        assertThat(heard.whole())
                .isEqualTo("Dock costs 390 EUR. [1]" + Heard.WITHDRAWN + answer.answer());
    }

    private Answer ask() {
        return ask(Duration.ofMinutes(1));
    }

    private Answer ask(Duration firstSentence) {
        List<String> units = List.of("Dock costs 390 EUR a month.");
        Passage passage = new Passage("a.md", "Plans", units.getFirst(), Language.EN, units);
        IndexedPassage indexed = UnindexedPassage.of(passage);
        Found found =
                new Found(
                        Question.of("What does Dock cost?", Language.EN),
                        new WordSearch(0, Map.of(), List.of()),
                        List.of(
                                new Candidate(
                                        indexed,
                                        1,
                                        1,
                                        List.of(
                                                new Unit(
                                                        0,
                                                        1,
                                                        true,
                                                        true,
                                                        true,
                                                        OptionalDouble.empty())),
                                        1,
                                        OptionalDouble.of(3))));
        Chat chat =
                new Chat(
                        audience -> {
                            throw new IllegalStateException("it is found already");
                        },
                        Optional.of(
                                new PatientWriter(
                                        new PassageWriter(server.model()), firstSentence)),
                        () -> {});
        return chat.answer(new Finding(found, 1, false), heard);
    }
}
