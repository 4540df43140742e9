package talktrack.api.chat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import talktrack.api.callquestions.CallAnswer;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.models.events.CitedPassage;
import talktrack.models.labels.Label;

/**
 * What the documents, or calls, say to a question.
 *
 * @param answered false when no passage fits: then {@code answer} says so and nothing is cited
 * @param citations what the answer rests on, best first
 * @param source whose words the answer has
 * @param model the language model's name where it worded the answer
 * @param calls what it rests on where calls answer; absent otherwise
 */
public record Answer(
        String question,
        boolean answered,
        String answer,
        List<Citation> citations,
        Source source,
        Optional<String> model,
        Optional<CallAnswer> calls) {

    /**
     * A passage that the answer rests on, or neighbouring ones of one section.
     *
     * @param document its name
     * @param heading the headings above the passage, outermost first
     * @param passage its text, or theirs one after the other
     * @param score how well it fits, 0…1
     * @param documentId with {@code version} and {@code number}, where to open it
     * @param number of the passage in its document, from 0; of several that of the best
     * @param page of a PDF file, or slide
     * @param since when somebody last found the document right, if that is known
     * @param stale that was long ago: the answer may be out of date
     */
    public record Citation(
            String document,
            String heading,
            String passage,
            double score,
            String documentId,
            int version,
            int number,
            Optional<Integer> page,
            Optional<LocalDate> since,
            boolean stale) {

        /** One that nothing else is known of. */
        public Citation(String document, String heading, String passage, double score) {
            this(
                    document,
                    heading,
                    passage,
                    score,
                    "",
                    1,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        static Citation of(IndexedPassage indexed, double score) {
            return of(indexed, indexed.passage().text(), score);
        }

        /** Of neighbours what the best is cited with, but for the text, which is all of theirs. */
        static Citation of(Cited cited, double score) {
            return of(cited.best().indexed(), cited.text(), score);
        }

        private static Citation of(IndexedPassage indexed, String text, double score) {
            Passage passage = indexed.passage();
            return new Citation(
                    passage.document(),
                    passage.heading(),
                    text,
                    score,
                    indexed.documentId(),
                    passage.version(),
                    passage.number(),
                    passage.page(),
                    indexed.standing().since(),
                    indexed.standing().stale(LocalDate.now(ZoneId.systemDefault())));
        }

        /** As conversations keep it. */
        CitedPassage kept() {
            return new CitedPassage(
                    document,
                    heading,
                    passage,
                    Optional.of(documentId)
                            .filter(id -> !id.isEmpty())
                            .map(id -> new CitedPassage.Place(id, version, number, page)));
        }
    }

    /** Whose words an answer has. */
    public enum Source implements Label {
        /** Sentences of the documents as they stand. */
        PASSAGES,
        /** Worded by a language model from the cited passages. */
        LANGUAGE_MODEL,
        /** Worded by rules from what was measured and said in calls. */
        CALLS
    }

    public Answer {
        citations = List.copyOf(citations);
    }

    /** An answer of the documents. */
    public Answer(
            String question,
            boolean answered,
            String answer,
            List<Citation> citations,
            Source source,
            Optional<String> model) {
        this(question, answered, answer, citations, source, model, Optional.empty());
    }

    /** An answer of calls; that nobody said something is an answer, too. */
    static Answer of(String question, CallAnswer calls) {
        return new Answer(
                question,
                true,
                calls.text(),
                List.of(),
                Source.CALLS,
                Optional.empty(),
                Optional.of(calls));
    }
}
