package talktrack.models.events;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A rep. Topic {@code people}, key {@link #repId()}.
 *
 * @param name as last written
 * @param teamId the team's id; {@link #DEFAULT_TEAM} when nobody said
 */
public record Person(
        String repId, String name, String teamId, String teamName, boolean demonstration) {

    public static final String DEFAULT_TEAM = "default";

    /**
     * The id for a name of a person or a team: NFKC, case folded, everything but letters and digits
     * to single hyphens. "Ａnna Brooks" and "anna brooks" are one person.
     *
     * @throws IllegalArgumentException when the name has no letter or digit
     */
    public static String idOf(String name) {
        String id =
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        if (id.isEmpty()) {
            throw new IllegalArgumentException(
                    "a name needs at least one letter or digit, this one has none: '" + name + "'");
        }
        return id;
    }
}
