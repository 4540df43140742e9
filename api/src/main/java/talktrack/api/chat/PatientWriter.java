package talktrack.api.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import talktrack.api.chat.Answer.Citation;
import talktrack.models.labels.Language;

/** A language model that words answers while somebody waits. */
final class PatientWriter {

    private final PassageWriter writer;
    private final Patience patience;

    /**
     * @param firstSentence how long to wait until it is there and supported
     */
    PatientWriter(PassageWriter writer, Duration firstSentence) {
        this.writer = writer;
        this.patience = new Patience("answer of the language model", firstSentence);
    }

    /** As {@link PassageWriter#write}; empty also when the first sentence does not come in time. */
    Optional<Answer> write(
            String question, Language language, List<Citation> passages, Consumer<String> soFar) {
        return patience.of(
                (Consumer<String> begun) -> writer.write(question, language, passages, begun),
                soFar);
    }
}
