package talktrack.ingest.catalogue;

import java.util.Arrays;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/** Which names a model may have: it becomes a folder's, beside those of languages. */
final class ModelNames {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,99}");

    private ModelNames() {}

    static String check(String name) {
        boolean taken =
                name.startsWith(StarterModel.NAME)
                        || Arrays.stream(Language.values())
                                .anyMatch(language -> language.id().equalsIgnoreCase(name));
        if (taken || !ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a model's name: use letters, digits, dots and hyphens, such as vosk-model-en-us-0.22"
                            .formatted(name));
        }
        return name;
    }

    static boolean allowed(String name) {
        try {
            check(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
