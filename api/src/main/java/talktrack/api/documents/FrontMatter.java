package talktrack.api.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Label;

/**
 * What a Markdown document says about itself before its text, between lines of {@code ---}.
 *
 * @param remarks what it says that cannot be understood, for people
 */
record FrontMatter(
        Optional<LocalDate> reviewed,
        Optional<LocalDate> expires,
        Optional<Audience> audience,
        List<String> remarks) {

    static final FrontMatter NONE =
            new FrontMatter(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final Pattern BLOCK =
            Pattern.compile("\\A---\\R(.*?)\\R---\\s*?\\R", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?im)^(reviewed|expires|audience)[ \\t]*:[ \\t]*[\"']?([^\"'#\\r\\n]*)");

    FrontMatter {
        reviewed = reviewed == null ? Optional.empty() : reviewed; // left out in JSON
        expires = expires == null ? Optional.empty() : expires;
        audience = audience == null ? Optional.empty() : audience;
        remarks = List.copyOf(remarks);
    }

    static FrontMatter of(String markdown) {
        Matcher block = BLOCK.matcher(markdown);
        if (!block.find()) {
            return NONE;
        }
        Optional<LocalDate> reviewed = Optional.empty();
        Optional<LocalDate> expires = Optional.empty();
        Optional<Audience> audience = Optional.empty();
        List<String> remarks = new ArrayList<>();
        Matcher field = FIELD.matcher(block.group(1));
        while (field.find()) {
            String name = field.group(1).toLowerCase(Locale.ROOT);
            String value = field.group(2).strip();
            try {
                switch (name) {
                    case "reviewed" -> reviewed = Optional.of(LocalDate.parse(value));
                    case "expires" -> expires = Optional.of(LocalDate.parse(value));
                    default ->
                            audience =
                                    Optional.of(
                                            Label.parse(
                                                    Audience.class,
                                                    value.toLowerCase(Locale.ROOT)));
                }
            } catch (DateTimeException e) {
                remarks.add("'%s: %s' is no date such as 2026-05-31".formatted(name, value));
            } catch (IllegalArgumentException e) {
                remarks.add("'audience: %s' is neither public nor internal".formatted(value));
            }
        }
        return new FrontMatter(reviewed, expires, audience, remarks);
    }
}
