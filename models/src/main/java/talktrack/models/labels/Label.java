package talktrack.models.labels;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A closed set of words that stands in topics, JSON, pages and corpora under the same spelling. */
public interface Label {

    /** The enum constant's own name. */
    String name();

    /** The word outside Java: lower case with hyphens, such as {@code need-payoff}. */
    @JsonValue
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The label with this {@link #id()}.
     *
     * @throws IllegalArgumentException naming the words that are known, when {@code id} is not one
     *     of them
     */
    static <E extends Enum<E> & Label> E parse(Class<E> labels, String id) {
        for (E label : labels.getEnumConstants()) {
            if (label.id().equals(id)) {
                return label;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is none of %s"
                        .formatted(
                                id,
                                Arrays.stream(labels.getEnumConstants())
                                        .map(Label::id)
                                        .collect(Collectors.joining(", "))));
    }
}
