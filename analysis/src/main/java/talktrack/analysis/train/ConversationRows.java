package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.corpora.Conversation;
import talktrack.models.labels.Language;

/**
 * The turns of the labelled conversations as rows like a corpus': what a classifier meets in a
 * call, most of it being nothing.
 */
final class ConversationRows {

    private ConversationRows() {}

    /**
     * Rows with the corpus' columns but author and industry. Turns with several questions are left
     * out for {@code spin}: a classifier is asked about one.
     */
    static List<Map<String, String>> of(Language language, String task) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Conversation call : Conversation.of(language)) {
            for (int turn = 0; turn < call.turns().size(); turn++) {
                row(call, turn, task).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static Optional<Map<String, String>> row(Conversation call, int turn, String task) {
        Map<String, String> said = call.turns().get(turn);
        boolean rep = said.get("speaker").equals("rep");
        String previous = call.previous(turn);
        String text = said.get("text");
        return switch (task) {
            case "spin" ->
                    rep && !said.get("question").contains("+")
                            ? labelled(said.get("question"), previous, text)
                            : Optional.empty();
            case "objection" ->
                    rep ? Optional.empty() : labelled(said.get("objection"), previous, text);
            case "needs" ->
                    rep
                            ? Optional.empty()
                            : labelled(said.get("need").split(":", 2)[0], previous, text);
            case "sentiment" -> labelled(said.get("sentiment"), previous, text);
            case "handling" ->
                    rep && answersAnObjection(call, turn)
                            ? Optional.of(
                                    Map.of(
                                            "steps", said.get("steps"),
                                            "faults", fromWords(said.get("faults")),
                                            "previous", previous,
                                            "text", text))
                            : Optional.empty();
            default -> throw new IllegalArgumentException("there is no task " + task);
        };
    }

    private static Optional<Map<String, String>> labelled(
            String label, String previous, String text) {
        return Optional.of(Map.of("label", label, "previous", previous, "text", text));
    }

    private static boolean answersAnObjection(Conversation call, int turn) {
        return turn > 0
                && !call.turns().get(turn - 1).get("objection").equals("none")
                && call.turns().get(turn - 1).get("speaker").equals("customer");
    }

    /** Interruptions and monologues are read from times. */
    private static String fromWords(String faults) {
        List<String> left = new ArrayList<>(List.of(faults.split("\\+", -1)));
        left.removeAll(List.of("interrupts", "monologue"));
        return left.isEmpty() ? "-" : String.join("+", left);
    }
}
