package talktrack.api.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.FolderIndex;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.Simplified;
import talktrack.api.documents.UnindexedPassage;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;
import talktrack.models.text.CrossEncoder;

/**
 * Prints what the cross-encoder learns further from: questions to companies together with what the
 * index finds for them, one JSON document a line. Unlike pairs written as pairs, these are the
 * texts that it has to judge. Run by hand with a language and the folder of the companies; {@code
 * models/src/main/encoder/README.md} says how.
 */
final class AnsweringPairs {

    /** So many of the passages found are shown as not answering. */
    private static final int MOST_RANK = 3;

    /**
     * What is not the passage noted down, but looks that much like an answer, may be another one.
     */
    private static final double MAY_ANSWER = 2;

    private AnsweringPairs() {}

    record Pair(String question, String passage, boolean answers) {}

    public static void main(String[] arguments) throws Exception {
        Language language = Language.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            for (AskedCompany company : AskedCompany.below(Path.of(arguments[1]), language)) {
                print(company, elasticsearch);
            }
        }
    }

    private static void print(AskedCompany company, ScratchElasticsearch elasticsearch)
            throws IOException {
        try (FolderIndex read =
                FolderIndex.of(company.documents(), elasticsearch.url(), (name, why) -> {})) {
            Retrieval retrieval = new Retrieval(read.passages());
            for (Asked asked : company.questions()) {
                Found found = retrieval.find(Question.of(asked.question(), company.language()));
                List<Pair> pairs = pairs(asked, found);
                if (!asked.answerable() || pairs.stream().anyMatch(Pair::answers)) {
                    for (Pair pair : pairs) {
                        System.out.println(line(pair));
                    }
                }
            }
        }
    }

    private static List<Pair> pairs(Asked asked, Found found) {
        List<Pair> pairs = new ArrayList<>();
        for (int rank = 0; rank < found.candidates().size(); rank++) {
            Candidate candidate = found.candidates().get(rank);
            if (answers(asked, candidate)) {
                IntStream.range(0, candidate.units().size())
                        .mapToObj(
                                unit -> Retrieval.read(found.question(), candidate.indexed(), unit))
                        .filter(text -> holds(found.question(), text, asked))
                        .distinct()
                        .forEach(text -> pairs.add(pair(found, text, true)));
                withoutTheAnswer(asked, found.question(), candidate)
                        .ifPresent(text -> pairs.add(pair(found, text, false)));
            } else if (rank < MOST_RANK) {
                String text =
                        Retrieval.read(
                                found.question(), candidate.indexed(), candidate.best().number());
                if (!asked.answerable() || !mayAnswer(found.question(), text, asked)) {
                    pairs.add(pair(found, text, false));
                }
            }
        }
        return pairs;
    }

    /**
     * The passage as it would be had nobody written the answer down, which is what a document that
     * leaves it out looks like.
     */
    private static Optional<String> withoutTheAnswer(
            Asked asked, Question question, Candidate candidate) {
        Passage whole = candidate.passage();
        List<Unit> others =
                candidate.units().stream()
                        .filter(unit -> !holds(question, whole.units().get(unit.number()), asked))
                        .toList();
        if (others.isEmpty() || others.size() == candidate.units().size()) {
            return Optional.empty();
        }
        List<String> units = others.stream().map(unit -> whole.units().get(unit.number())).toList();
        IndexedPassage rest =
                UnindexedPassage.of(
                        new Passage(
                                whole.document(),
                                whole.heading(),
                                String.join("\n", units),
                                whole.language(),
                                units));
        Unit nearest = others.stream().max(Comparator.comparingDouble(Unit::cosine)).orElseThrow();
        return Optional.of(Retrieval.read(question, rest, others.indexOf(nearest)))
                .filter(text -> !mayAnswer(question, text, asked));
    }

    private static boolean answers(Asked asked, Candidate candidate) {
        return asked.answerable()
                && asked.answeredByPassage(
                        candidate.passage().document(),
                        candidate.passage().heading(),
                        candidate.passage().text());
    }

    private static boolean mayAnswer(Question question, String text, Asked asked) {
        return holds(question, text, asked)
                || CrossEncoder.of(question.language()).logOdds(question.searched(), text)
                        > MAY_ANSWER;
    }

    private static boolean holds(Question question, String text, Asked asked) {
        return plain(question, text).contains(plain(question, asked.holds()));
    }

    private static String plain(Question question, String text) {
        return Simplified.of(question.language(), text).replaceAll("\\s+", " ");
    }

    private static Pair pair(Found found, String text, boolean answers) {
        return new Pair(found.question().searched(), text, answers);
    }

    private static String line(Pair pair) throws JsonProcessingException {
        return Json.mapper().writeValueAsString(pair);
    }
}
