package talktrack.api.index;

/**
 * An index and its mapping. A changed mapping needs a higher version: that makes a new index beside
 * the old one.
 *
 * @param topic what is in it, such as {@code rep-weeks}
 * @param mapping JSON of the mapping
 */
public record IndexDefinition(String topic, int version, String mapping) {

    /** Where it is written. */
    public String index() {
        return alias() + "-v" + version;
    }

    /** Where it is read: always the newest version that is complete. */
    public String alias() {
        return "talktrack-" + topic;
    }
}
