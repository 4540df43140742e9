package talktrack.ingest.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.events.Json;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Applies a glossary to transcripts of {@code transcribe --json}, or to plain lines, and prints
 * what it changes.
 *
 * <p>Arguments: language, glossary, files; plain lines count as recognised with confidence 0.6.
 */
final class GlossaryMeasure {

    private GlossaryMeasure() {}

    public static void main(String[] arguments) throws IOException, Glossary.Invalid {
        Language language = arguments[0].equals("zh") ? Language.ZH : Language.EN;
        GlossaryCorrection correction =
                new GlossaryCorrection(Glossary.read(Path.of(arguments[1])));
        int words = 0;
        int changed = 0;
        for (int i = 2; i < arguments.length; i++) {
            for (String line : Files.readAllLines(Path.of(arguments[i]))) {
                for (List<Word> heard :
                        line.startsWith("{") ? recognised(line) : List.of(plain(line))) {
                    if (heard.isEmpty()) {
                        continue;
                    }
                    String text = String.join(" ", heard.stream().map(Word::word).toList());
                    Utterance corrected =
                            correction.correct(
                                    new Utterance(
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
                                            OptionalDouble.of(9999),
                                            text,
                                            text,
                                            heard));
                    words += heard.size();
                    for (Word word : corrected.words()) {
                        if (!word.heardAs().isEmpty()) {
                            changed++;
                            System.out.printf(
                                    "%s <- %s (%.2f) in: %s%n",
                                    word.word(), word.heardAs(), word.confidence(), text);
                        }
                    }
                }
            }
        }
        System.out.printf("%d words, %d changes%n", words, changed);
    }

    private static List<List<Word>> recognised(String json) throws IOException {
        List<List<Word>> utterances = new ArrayList<>();
        for (JsonNode utterance : Json.mapper().readTree(json).path("utterances")) {
            List<Word> words = new ArrayList<>();
            utterance
                    .path("words")
                    .forEach(
                            word ->
                                    words.add(
                                            new Word(
                                                    word.path("word").asText(),
                                                    word.path("startSeconds").asDouble(),
                                                    word.path("endSeconds").asDouble(),
                                                    word.path("confidence").asDouble())));
            utterances.add(words);
        }
        return utterances;
    }

    private static List<Word> plain(String line) {
        List<Word> words = new ArrayList<>();
        String bare =
                line.replaceFirst("^<v [^>]*>", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}' ]", " ")
                        .strip();
        for (String word : bare.split(" +")) {
            if (!word.isEmpty()) {
                words.add(new Word(word, words.size(), words.size() + 1, 0.6));
            }
        }
        return words;
    }
}
