package talktrack.api.llm;

import java.util.function.Consumer;

/**
 * Reads a streamed JSON object along, past what a model thinks or says before it. Each time that an
 * object in one of its lists has come to its end, hands on what there is so far as an object of its
 * own, with list and object closed.
 */
final class GrowingJson implements Consumer<String> {

    private static final String THINKS = "<think>";
    private static final String HAS_THOUGHT = "</think>";

    /** A model that does not stop need not be read along. */
    private static final int MOST_PARTS = 20;

    private final Consumer<String> listener;
    private final StringBuilder heard = new StringBuilder();
    private boolean begun;
    private int place;
    private int depth;
    private boolean inList;
    private boolean quoted;
    private boolean escaped;
    private int parts;

    GrowingJson(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(String token) {
        heard.append(token);
        if (!begun && (token.indexOf('{') < 0 || !begins())) {
            return;
        }
        for (; place < heard.length() && parts < MOST_PARTS && !atEnd(); place++) {
            read(heard.charAt(place));
        }
    }

    private boolean begins() {
        int said = 0;
        if (heard.toString().stripLeading().startsWith(THINKS)) {
            said = heard.indexOf(HAS_THOUGHT);
        }
        int from = said < 0 ? -1 : heard.indexOf("{", said);
        if (from < 0) {
            return false;
        }
        heard.delete(0, from);
        begun = true;
        return true;
    }

    private boolean atEnd() {
        return place > 0 && depth == 0;
    }

    private void read(char character) {
        if (quoted) {
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            return;
        }
        switch (character) {
            case '"' -> quoted = true;
            case '{', '[' -> {
                depth++;
                if (depth == 2) {
                    inList = character == '[';
                }
            }
            case '}', ']' -> {
                depth--;
                if (depth == 2 && inList && character == '}') {
                    parts++;
                    listener.accept(heard.substring(0, place + 1) + "]}");
                }
            }
            default -> {}
        }
    }
}
