package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.analysis.score.Classifiers;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.analysis.train.Retraining.Measure;
import talktrack.analysis.train.Retraining.Outcome;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;
import talktrack.models.labels.Sentiment;

class RetrainingTest {

    @TempDir Path folder;

    /** A company's own word, which nobody outside could know the feeling of. */
    @Test
    void whatCorrectionsTeachIsLearntMeasuredAndUsed() throws Exception {
        List<Map<String, String>> corrections =
                Stream.of(
                                "everything here is zorked",
                                "honestly we got zorked by the last vendor",
                                "the import zorked again on friday",
                                "half of the labels came out zorked",
                                "so the handover zorked and nobody told us",
                                "your colleague zorked our invoice",
                                "it zorked twice before lunch",
                                "so yesterday it zorked",
                                "zorked as usual i would say",
                                "we were zorked for the whole weekend")
                        .map(text -> Map.of("label", "negative", "previous", "", "text", text))
                        .toList();

        OwnClassifiers own = new OwnClassifiers(folder.resolve("own"));

        Outcome outcome = train(corrections, own, folder);

        assertThat(outcome.inUse()).startsWith("shipped-");
        assertThat(outcome.corrected().lines()).isEqualTo(10);
        assertThat(outcome.corrected().retrained())
                .as("each read by classifiers that have not seen it")
                .isGreaterThan(outcome.corrected().inUse());
        assertThat(outcome.heldOut()).isPresent();

        own.install(Language.EN, folder.resolve("en"));
        assertThat(own.version(Language.EN))
                .hasValueSatisfying(v -> assertThat(v).startsWith("own-"));
        Classifiers read = Classifiers.in(Language.EN, folder.resolve("own").resolve("en"));
        assertThat(read.sentiment("the export is zorked").label().label())
                .isEqualTo(Sentiment.NEGATIVE);
        assertThat(read.ownVersion()).isEqualTo(own.version(Language.EN));
        Optional<String> version = own.version(Language.EN);
        Files.move(folder.resolve("own").resolve("en"), folder.resolve("own").resolve("en.old"));
        assertThat(own.version(Language.EN))
                .as("an end of the process while they are replaced loses nothing")
                .isEqualTo(version);
        own.install(Language.EN, folder.resolve("en"));
        assertThat(own.version(Language.EN)).isEqualTo(version);
        own.reset(Language.EN);
        assertThat(own.version(Language.EN)).isEmpty();
    }

    /** Else one that is worse than today's could take its place, or never a better one. */
    @Test
    void theNewOnesAreComparedWithThoseInUseOnWhatNeitherHasLearnt() throws Exception {
        List<Map<String, String>> first = told("zorked", 10);
        List<Map<String, String>> both = new ArrayList<>(first);
        both.addAll(told("plimmed", 12));
        OwnClassifiers own = new OwnClassifiers(folder.resolve("own"));
        Outcome before = train(first, own, folder.resolve("first"));
        own.install(Language.EN, folder.resolve("first").resolve("en"));

        assertThat(Retraining.unlearnt(Language.EN, "sentiment", first, own)).isEmpty();
        assertThat(Retraining.unlearnt(Language.EN, "spin", first, own)).hasSize(10);
        Outcome outcome = train(both, own, folder.resolve("second"));

        assertThat(outcome.inUse()).isEqualTo(own.version(Language.EN).orElseThrow());
        assertThat(outcome.heldOut().orElseThrow().inUse())
                .as("macro-F1 of those that are in use now")
                .isEqualTo(before.heldOut().orElseThrow().retrained());
        assertThat(outcome.corrected().lines()).as("the new ones only").isEqualTo(12);
        assertThat(own.nextVersion(Language.EN, "spin"))
                .as("nobody corrected questions yet")
                .startsWith("shipped-");
    }

    private static List<Map<String, String>> told(String word, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> "they " + word + " us in week " + i)
                .map(text -> Map.of("label", "negative", "previous", "", "text", text))
                .toList();
    }

    private static Outcome train(
            List<Map<String, String>> corrections, OwnClassifiers own, Path scratch)
            throws IOException {
        return Retraining.of(
                Language.EN, "sentiment", someOfTheCorpus(), corrections, own, scratch);
    }

    @Test
    void aLabelThatNobodyKnowsIsNamed() {
        List<Map<String, String>> corrections =
                List.of(Map.of("label", "furious", "previous", "", "text", "no"));
        OwnClassifiers own = new OwnClassifiers(folder.resolve("own"));
        assertThatThrownBy(() -> Retraining.of(Language.EN, "sentiment", corrections, own, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'furious'")
                .hasMessageContaining("negative");
    }

    @Test
    void betterMeansMoreCorrectionsRightAndNothingForgotten() {
        Measure learnt = new Measure(20, 0.1, 0.6);
        Measure kept = new Measure(100, 0.80, 0.795);
        assertThat(outcome(Optional.of(kept), learnt).better()).isTrue();
        assertThat(outcome(Optional.of(new Measure(100, 0.80, 0.77)), learnt).better()).isFalse();
        assertThat(outcome(Optional.of(kept), new Measure(20, 0.1, 0.1)).better()).isFalse();
        assertThat(outcome(Optional.empty(), learnt).better())
                .as("nobody knows what was forgotten")
                .isFalse();
    }

    /** All of it takes longer and shows no more. */
    private static List<Map<String, String>> someOfTheCorpus() {
        List<Map<String, String>> rows = Corpus.rows(Language.EN, "sentiment");
        return IntStream.range(0, rows.size())
                .filter(row -> row % 5 == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static Outcome outcome(Optional<Measure> heldOut, Measure corrected) {
        return new Outcome(Language.EN, "sentiment", "shipped-1a2b3c4d", heldOut, corrected);
    }
}
