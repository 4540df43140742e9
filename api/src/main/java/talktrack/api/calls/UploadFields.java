package talktrack.api.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import talktrack.api.http.Problem;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;

/** What an upload says about its call: the fields of a form, or a resumable upload's metadata. */
public final class UploadFields {

    /** A name, not a text. */
    private static final int MOST_FIELD_CHARACTERS = 200;

    private final ZoneId zone;

    /**
     * @param zone of a start that has none
     */
    public UploadFields(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param given the text of a field, or null
     * @throws Problem when a field is missing or wrong
     */
    public Upload read(String fileName, UnaryOperator<String> given) {
        String rep =
                field(given, "rep")
                        .orElseThrow(
                                () ->
                                        Problem.badRequest(
                                                "The form does not say whose call it is.",
                                                "Put the rep's name into the field `rep`."));
        CallCommands.idOf("rep", rep); // before the first byte, not after the last
        Optional<String> team = field(given, "team");
        team.ifPresent(name -> CallCommands.idOf("team", name));
        return new Upload(
                shortened(fileName),
                rep,
                team,
                field(given, "customer").orElse(""),
                field(given, "startedAt").map(this::startedAt),
                said(given, "language", Language.class),
                field(given, "channels")
                        .map(channels -> label("channels", ChannelLayout.class, channels))
                        .orElse(ChannelLayout.AUTO),
                field(given, "repSpeaker").orElse(""),
                field(given, "raw").map(UploadFields::raw),
                false,
                said(given, "kind", CallKind.class),
                said(given, "sale", SaleSize.class));
    }

    /** Only for showing: the file is stored under a name of our own. */
    private static String shortened(String fileName) {
        int from = Math.max(0, fileName.length() - MOST_FIELD_CHARACTERS);
        return fileName.substring(from); // the end tells more, and has the extension
    }

    private static Optional<String> field(UnaryOperator<String> given, String name) {
        Optional<String> field =
                Optional.ofNullable(given.apply(name))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
        field.filter(value -> value.length() > MOST_FIELD_CHARACTERS)
                .ifPresent(
                        value -> {
                            throw Problem.badRequest(
                                    "The field `%s` has %d characters; %d are possible."
                                            .formatted(name, value.length(), MOST_FIELD_CHARACTERS),
                                    "Was something pasted into the wrong field?");
                        });
        return field;
    }

    private static RawSound raw(String text) {
        try {
            return RawSound.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The field `raw` is not right: %s.".formatted(e.getMessage()),
                    "Write it like 8000,2,mulaw, or leave it out for files with a header.");
        }
    }

    private Instant startedAt(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAnInstant) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                e.addSuppressed(notAnInstant);
                throw Problem.badRequest(
                        "'%s' in the field `startedAt` is no point in time.".formatted(text),
                        "Write it like 2026-11-04T10:00:00Z, or 2026-11-04T10:00 for local time.");
            }
        }
    }

    /** A word of a closed set; {@code auto} says nothing, as leaving the field out does. */
    private static <E extends Enum<E> & Label> Optional<E> said(
            UnaryOperator<String> given, String name, Class<E> labels) {
        return field(given, name)
                .filter(word -> !word.equals("auto"))
                .map(word -> label(name, labels, word));
    }

    private static <E extends Enum<E> & Label> E label(String field, Class<E> labels, String id) {
        try {
            return Label.parse(labels, id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The field `%s` is not right: %s.".formatted(field, e.getMessage()),
                    "Use one of these words, or auto.");
        }
    }
}
