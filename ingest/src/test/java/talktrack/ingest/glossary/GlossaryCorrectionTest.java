package talktrack.ingest.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class GlossaryCorrectionTest {

    private static final GlossaryCorrection CORRECTION =
            new GlossaryCorrection(
                    new Glossary(
                            List.of(
                                    term("Nimbora"),
                                    term("CallPilot"),
                                    term("Veltrix"),
                                    term("Salesforce"),
                                    term("Pipedrive"),
                                    term("Talktrack"),
                                    term("Notion"),
                                    term("Outreach"),
                                    term("Gong"),
                                    term("Anna Brooks"),
                                    new Term("Zapier", List.of("zappy air"), Optional.empty()),
                                    term("澜序科技"),
                                    term("云鲤"))));

    private static Term term(String name) {
        return new Term(name, List.of(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "we use call pilot every day,0.9,we use CallPilot every day",
        "all of it is in sales force today,0.9,all of it is in Salesforce today",
        "our sales force is small,0.9,our sales force is small",
        "we looked at nim borer,0.5,we looked at Nimbora",
        "we use zappy air,0.9,we use Zapier",
        "this is anna brooks,0.9,this is Anna Brooks",
        "i have no motion on that,0.5,i have no motion on that",
        "we keep going,0.4,we keep going",
        "you can call a pilot,0.9,you can call a pilot",
    })
    void english(String heard, double confidence, String corrected) {
        assertThat(CORRECTION.correct(utterance(Language.EN, heard, confidence)).text())
                .isEqualTo(corrected);
    }

    @ParameterizedTest
    @CsvSource({
        "我们 是 蓝 续 科技 的,我们 是 澜序科技 的",
        "我们 用 云 鲤 系统,我们 用 云鲤 系统",
        "我 去 过 云南,我 去 过 云南",
        "科技 很 重要,科技 很 重要",
    })
    void chinese(String heard, String corrected) {
        assertThat(CORRECTION.correct(utterance(Language.ZH, heard, 0.8)).text())
                .isEqualTo(corrected);
    }

    @Test
    void whatWasHeardIsKeptWithItsTime() {
        Utterance corrected =
                CORRECTION.correct(utterance(Language.EN, "we use call pilot daily", 0.9));
        Word name = corrected.words().get(2);
        assertThat(name.word()).isEqualTo("CallPilot");
        assertThat(name.heardAs()).isEqualTo("call pilot");
        assertThat(name.startSeconds()).isEqualTo(2);
        assertThat(name.endSeconds()).isEqualTo(4);
        assertThat(corrected.words()).hasSize(4);
    }

    @Test
    void ordinarySpeechStays() {
        List<String> changed = new ArrayList<>();
        for (Language language : Language.values()) {
            for (var row : Corpus.rows(language, "spin")) {
                String text =
                        row.get("text")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^\\p{L}' ]", " ")
                                .strip()
                                .replaceAll(" +", " ");
                Utterance heard = utterance(language, text, 0.6);
                if (!CORRECTION.correct(heard).text().equalsIgnoreCase(text)) {
                    changed.add(CORRECTION.correct(heard).text());
                }
            }
        }
        // 云里雾里 sounds like a name that begins with 云鲤.
        assertThat(changed).containsExactly("您自己看条款 那么看到哪里您觉得云鲤雾里的 您指给我");
    }

    private static Utterance utterance(Language language, String heard, double confidence) {
        List<Word> words = new ArrayList<>();
        for (String word : heard.split(" ")) {
            words.add(new Word(word, words.size(), words.size() + 1, confidence));
        }
        return new Utterance(
                "u",
                "c",
                1,
                0,
                0,
                0,
                Speaker.REP,
                "",
                language,
                OptionalDouble.of(0),
                OptionalDouble.of(words.size()),
                heard,
                heard,
                words);
    }
}
