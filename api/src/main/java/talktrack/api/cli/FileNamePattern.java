package talktrack.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.TypeConversionException;

/** What the names of files tell about their calls: a regular expression with named parts. */
final class FileNamePattern {

    private static final Set<String> PARTS = Set.of("rep", "date", "time", "customer", "team");

    private final Pattern pattern;

    private FileNamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @throws TypeConversionException when it is no regular expression, or has unknown parts
     */
    static FileNamePattern parse(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            for (String part : pattern.namedGroups().keySet()) {
                if (!PARTS.contains(part)) {
                    throw new TypeConversionException(
                            "the part (?<%s>…) is none of %s"
                                    .formatted(
                                            part,
                                            PARTS.stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(" · "))));
                }
            }
            return new FileNamePattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new TypeConversionException(
                    "'%s' is no regular expression: %s".formatted(text, e.getDescription()));
        }
    }

    boolean tells(String part) {
        return pattern.namedGroups().containsKey(part);
    }

    /**
     * The parts of a name that were found; those that were not are left out.
     *
     * @param path below the folder
     * @throws CommandFailure when the pattern does not fit
     */
    Map<String, String> read(Path path) {
        boolean whole = pattern.pattern().contains("/");
        String name =
                whole
                        ? StreamSupport.stream(path.spliterator(), false)
                                .map(Path::toString)
                                .collect(Collectors.joining("/"))
                        : path.getFileName().toString();
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            throw CommandFailure.input(
                    "its name does not fit --pattern, so nothing tells whose call it is; rename it, or upload it with --rep.",
                    null);
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : pattern.namedGroups().keySet()) {
            String value = matcher.group(part);
            if (value != null) {
                found.put(part, value.strip());
            }
        }
        return found;
    }
}
