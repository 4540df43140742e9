package talktrack.api.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Instructions for a language model; each version is a resource file of its own. */
public final class Prompt {

    private Prompt() {}

    /**
     * @param name below {@code /talktrack/prompts/}, such as {@code suggestion-1}
     */
    public static String read(String name) {
        try (InputStream in =
                Prompt.class.getResourceAsStream("/talktrack/prompts/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prompt " + name, e);
        }
    }
}
