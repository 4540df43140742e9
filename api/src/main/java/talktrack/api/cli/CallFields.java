package talktrack.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said about a recording that is handed to the server, in the words of its form. An empty
 * text says nothing.
 *
 * @param startedAt an ISO instant, or a local date-time in the server's zone
 * @param language {@code en}, {@code zh} or {@code auto}
 * @param channels who speaks on which channel, as {@code --channels} has it
 * @param repSpeaker the rep's name among a transcript's speakers
 * @param raw what is declared of sound without a header, as {@code 8000,2,mulaw}
 * @param kind what the call is for, as {@code --kind} has it
 * @param sale {@code simple} or {@code major}
 */
record CallFields(
        String rep,
        String team,
        String customer,
        String startedAt,
        String language,
        String channels,
        String repSpeaker,
        String raw,
        String kind,
        String sale) {

    /** Only what is said. */
    Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "rep", rep);
        put(fields, "team", team);
        put(fields, "customer", customer);
        put(fields, "startedAt", startedAt);
        put(fields, "language", language);
        put(fields, "channels", channels);
        put(fields, "repSpeaker", repSpeaker);
        put(fields, "raw", raw);
        put(fields, "kind", kind);
        put(fields, "sale", sale);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value);
        }
    }
}
