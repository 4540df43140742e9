package talktrack.api.cli;

import java.util.Optional;
import talktrack.models.labels.Language;

/** {@code --language} of a call. */
enum CallLanguage {
    EN(Language.EN),
    ZH(Language.ZH),
    /** English for sound, detected for text. */
    AUTO(null);

    private final Language language;

    CallLanguage(Language language) {
        this.language = language;
    }

    Optional<Language> declared() {
        return Optional.ofNullable(language);
    }
}
