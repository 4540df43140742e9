package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
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

    /** A document about a file, to be filled. */
    ObjectNode document(Path file) {
        return Json.mapper().createObjectNode().put("file", file.toString());
    }

    void print(JsonNode document) {
        out.print((several ? Json.text(document) : document.toPrettyString()) + "\n");
        out.flush();
    }
}
