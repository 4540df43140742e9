package talktrack.models.events;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A rep. Topic {@code people}, key {@link #repId()}.
 *
 * @param name as last written
 * @param teamId the team's id; {@link #DEFAULT_TEAM} when nobody said
 * @param sharesClips whether good moments of the rep's calls may be shown to colleagues; no in
 *     records that lack it
 */
public record Person(
        String repId,
        String name,
        String teamId,
        String teamName,
        boolean demonstration,
        boolean sharesClips) {

    public static final String DEFAULT_TEAM = "default";

    /** An id is part of keys, of which the search index takes 512 bytes. */
    private static final int MOST_ID_BYTES = 300;

    /** Somebody who has not been asked to share clips. */
    public Person(
            String repId, String name, String teamId, String teamName, boolean demonstration) {
        this(repId, name, teamId, teamName, demonstration, false);
    }

    /** The same person after being asked. */
    public Person sharingClips(boolean shares) {
        return new Person(repId, name, teamId, teamName, demonstration, shares);
    }

    /**
     * The id for a name of a person or a team: NFKC, case folded, everything but letters and digits
     * to single hyphens. "Ａnna Brooks" and "anna brooks" are one person.
     *
     * @throws IllegalArgumentException when the name has no letter or digit, or is too long for one
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
        if (id.getBytes(StandardCharsets.UTF_8).length > MOST_ID_BYTES) {
            throw new IllegalArgumentException(
                    "a name may have about a hundred characters, this one has " + name.length());
        }
        return id;
    }
}
