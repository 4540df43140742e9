package talktrack.ingest;

import java.util.Locale;
import java.util.Map;

/**
 * What child processes are told of our environment. Those that handle strangers' bytes or listen on
 * a port hold no key that whoever takes them over could use.
 */
public final class ChildEnvironment {

    private static final String OURS = "TALKTRACK_";
    private static final String AMAZON = "AWS_";
    private static final String STORE = "TALKTRACK_RECORDINGS_S3_";

    private ChildEnvironment() {}

    /**
     * For a process that needs no key.
     *
     * @param environment of a {@link ProcessBuilder}; all settings of Talktrack and of Amazon go
     */
    public static void dropKeys(Map<String, String> environment) {
        environment.keySet().removeIf(name -> is(name, OURS) || is(name, AMAZON));
    }

    /**
     * For the process that fetches recordings.
     *
     * @param environment of a {@link ProcessBuilder}; all settings of Talktrack go but those of the
     *     store for recordings
     */
    public static void keepStoreKeys(Map<String, String> environment) {
        environment.keySet().removeIf(name -> is(name, OURS) && !is(name, STORE));
    }

    /** Settings are found in any case, and with other signs for the underscores. */
    private static boolean is(String name, String prefix) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_").startsWith(prefix);
    }
}
