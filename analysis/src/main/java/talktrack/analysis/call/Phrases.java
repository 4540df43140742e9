package talktrack.analysis.call;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * What people say to open, to present and to end a call, to agree, to deny and to doubt, as
 * patterns over normalised text in {@code talktrack/phrases/}.
 */
enum Phrases {
    GREETING,
    INTRODUCTION,
    PURPOSE,
    PERMISSION,
    ORDER,
    ASKS_ORDER,
    REFUSAL,
    POLITE_REFUSAL,
    CONTINUATION,
    AGREEMENT,
    DATE,
    ACTION,
    MEETING,
    /** Is only to be sent or told, on the way to what is agreed on. */
    SENDING,
    DENIAL,
    CONSEQUENCE,
    POINTING_BACK,
    CAPABILITY,
    RECAP,
    PRESENTING,
    PRICE,
    PROMISE,
    FAREWELL,
    /** Opens an answer with agreement. */
    ASSENT,
    /** Takes back in the same breath what was just agreed to. */
    CONTRAST,
    /** Turns from one side of an answer to the other. */
    BUT,
    COURTESY,
    /** Asks for what stands against going on. */
    CONCERN,
    /** Says that an answer will do. */
    ACCEPTANCE,
    /** Says yes to what was just asked, in its words: "it does". */
    CONFIRMATION,
    /** Holds to what was said before. */
    INSISTENCE;

    private static final Map<Phrases, Map<Language, Pattern>> PATTERNS =
            new EnumMap<>(Phrases.class);

    static {
        for (Language language : Language.values()) {
            List<Map<String, String>> rows =
                    Corpus.read("/talktrack/phrases/%s.tsv".formatted(language.id()));
            for (Map<String, String> row : rows) {
                String pattern = row.get("pattern");
                PATTERNS.computeIfAbsent(
                                valueOf(
                                        row.get("phrases")
                                                .toUpperCase(Locale.ROOT)
                                                .replace('-', '_')),
                                key -> new EnumMap<>(Language.class))
                        .put(
                                language,
                                Pattern.compile(
                                        language == Language.EN
                                                ? "\\b(?:" + pattern + ")\\b"
                                                : pattern));
            }
        }
    }

    boolean in(Utterance utterance) {
        return in(utterance.language(), utterance.text());
    }

    boolean in(Language language, String text) {
        return matcher(language, text).find();
    }

    /** The utterance's words but for these, normalised. */
    String without(Utterance utterance) {
        return matcher(utterance).replaceAll(" ").strip();
    }

    private Matcher matcher(Utterance utterance) {
        return matcher(utterance.language(), utterance.text());
    }

    private Matcher matcher(Language language, String text) {
        return PATTERNS.get(this).get(language).matcher(TextNormaliser.normalise(language, text));
    }
}
