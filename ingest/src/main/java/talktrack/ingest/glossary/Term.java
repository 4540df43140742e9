package talktrack.ingest.glossary;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * A name as the company writes it.
 *
 * @param soundsLike what it may be heard as, in ordinary spelling
 * @param language of the calls it is spoken in; absent = all
 */
public record Term(String name, List<String> soundsLike, Optional<Language> language) {

    public Term {
        soundsLike = List.copyOf(soundsLike);
    }

    boolean spokenIn(Language call) {
        return language.isEmpty() || language.get() == call;
    }
}
