package talktrack.models.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * What one person asked the chat in one sitting, and what it answered. Topic {@code conversations},
 * key {@link #conversationId()}; a tombstone deletes it.
 *
 * @param owner who asked: a digest of their login, which opens nothing
 * @param turns oldest first
 */
public record ChatConversation(
        String conversationId, String owner, Instant startedAt, List<Turn> turns) {

    /**
     * One question and its answer.
     *
     * @param turnId names the turn in feedback
     * @param understoodAs the question as it was looked up, where that is another than was asked
     * @param answered false when the documents do not say
     * @param passages what the answer rests on; of a refusal, what came nearest
     * @param source whose words the answer has, as the chat names them; it was not always kept
     * @param model the language model's name where it worded the answer
     */
    public record Turn(
            String turnId,
            String question,
            Optional<String> understoodAs,
            Language language,
            boolean answered,
            String answer,
            List<CitedPassage> passages,
            Instant askedAt,
            Optional<String> source,
            Optional<String> model) {

        public Turn {
            passages = List.copyOf(passages);
            source = source == null ? Optional.empty() : source;
            model = model == null ? Optional.empty() : model;
        }

        /** One of which nobody knows whose words it has. */
        public Turn(
                String turnId,
                String question,
                Optional<String> understoodAs,
                Language language,
                boolean answered,
                String answer,
                List<CitedPassage> passages,
                Instant askedAt) {
            this(
                    turnId,
                    question,
                    understoodAs,
                    language,
                    answered,
                    answer,
                    passages,
                    askedAt,
                    Optional.empty(),
                    Optional.empty());
        }

        /** The question that needs no turn before it. */
        public String standAlone() {
            return understoodAs.orElse(question);
        }
    }

    public ChatConversation {
        turns = List.copyOf(turns);
    }

    /** The same with one turn more. */
    public ChatConversation plus(Turn turn) {
        List<Turn> all = new ArrayList<>(turns);
        all.add(turn);
        return new ChatConversation(conversationId, owner, startedAt, all);
    }

    /** When it was last spoken in. */
    public Instant lastAt() {
        return turns.isEmpty() ? startedAt : turns.getLast().askedAt();
    }
}
