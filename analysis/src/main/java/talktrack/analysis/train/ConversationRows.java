package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import talktrack.models.corpora.Conversation;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * The turns of the labelled conversations as rows like a corpus': what a classifier meets in a
 * call, most of it being nothing. Two calls of three are trained on.
 */
final class ConversationRows {

    /** Every third call is never trained on. */
    private static final int HELD_OUT_OF = 3;

    private ConversationRows() {}

    /**
     * Rows with the corpus' columns. Turns with several questions are left out for {@code spin}: a
     * classifier is asked about one.
     */
    static List<Map<String, String>> trainedOn(Language language, String task) {
        return rows(language, task, false);
    }

    /** The same of the calls that no training sees. */
    static List<Map<String, String>> heldOut(Language language, String task) {
        return rows(language, task, true);
    }

    /** The calls of which that is so. */
    static List<Conversation> callsTrainedOn(Language language) {
        return calls(language, false);
    }

    /** The calls that no training sees. */
    static List<Conversation> callsHeldOut(Language language) {
        return calls(language, true);
    }

    private static List<Conversation> calls(Language language, boolean heldOut) {
        List<Conversation> calls = Conversation.of(language);
        return IntStream.range(0, calls.size())
                .filter(i -> (i % HELD_OUT_OF == HELD_OUT_OF - 1) == heldOut)
                .mapToObj(calls::get)
                .toList();
    }

    private static List<Map<String, String>> rows(Language language, String task, boolean heldOut) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Conversation call : calls(language, heldOut)) {
            for (int turn = 0; turn < call.turns().size(); turn++) {
                row(call, turn, task)
                        .filter(row -> hasWords(language, row.get("text")))
                        .ifPresent(rows::add);
            }
        }
        return rows;
    }

    static boolean hasWords(Language language, String text) {
        return !TextNormaliser.normalise(language, text).isEmpty();
    }

    private static Optional<Map<String, String>> row(Conversation call, int turn, String task) {
        Map<String, String> said = call.turns().get(turn);
        boolean rep = said.get("speaker").equals("rep");
        String previous = call.previous(turn);
        String text = said.get("text");
        return switch (task) {
            case "spin" ->
                    rep && !said.get("question").contains("+")
                            ? labelled(said.get("question"), call, previous, text)
                            : Optional.empty();
            case "objection" ->
                    rep ? Optional.empty() : labelled(said.get("objection"), call, previous, text);
            case "needs" ->
                    rep
                            ? Optional.empty()
                            : labelled(said.get("need").split(":", 2)[0], call, previous, text);
            case "sentiment" -> labelled(said.get("sentiment"), call, previous, text);
            case "handling" ->
                    rep && answersAnObjection(call, turn)
                            ? Optional.of(
                                    Map.of(
                                            "steps", said.get("steps"),
                                            "faults", fromWords(said.get("faults")),
                                            "author", call.facts().get("author"),
                                            "industry", call.facts().get("industry"),
                                            "previous", previous,
                                            "text", text))
                            : Optional.empty();
            default -> throw new IllegalArgumentException("there is no task " + task);
        };
    }

    private static Optional<Map<String, String>> labelled(
            String label, Conversation call, String previous, String text) {
        return Optional.of(
                Map.of(
                        "label", label,
                        "author", call.facts().get("author"),
                        "industry", call.facts().get("industry"),
                        "previous", previous,
                        "text", text));
    }

    private static boolean answersAnObjection(Conversation call, int turn) {
        return turn > 0
                && !call.turns().get(turn - 1).get("objection").equals(Example.NOTHING)
                && call.turns().get(turn - 1).get("speaker").equals("customer");
    }

    /** Interruptions and monologues are read from times. */
    private static String fromWords(String faults) {
        List<String> left = new ArrayList<>(List.of(faults.split("\\+", -1)));
        left.removeAll(List.of("interrupts", "monologue"));
        return left.isEmpty() ? "-" : String.join("+", left);
    }
}
