package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import talktrack.models.events.Json;

/**
 * JSON for programs: one document in a readable form, or, of several, each on a line of its own as
 * soon as it is ready.
 */
final class JsonOutput {

    private final PrintStream out = System.out;
    private final boolean several;

    JsonOutput(boolean several) {
        this.several = several;
    }

    void print(JsonNode document) {
        out.print((several ? Json.text(document) : document.toPrettyString()) + "\n");
        out.flush();
    }
}
