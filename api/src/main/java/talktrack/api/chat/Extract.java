package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.Passage;
import talktrack.models.labels.Language;

/** The sentences of a passage that answer, word for word. */
final class Extract {

    private static final int MOST_UNITS = 3;

    /** Units this much worse than the best one are about something else. */
    private static final double NEAR = 0.12;

    /** A sentence that starts so cannot be understood without the one before. */
    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    "(?i)(?:it|its|they|their|this|these|that|those|then|there|both|he|she)\\b.*"
                            + "|(?:它|他们|她们|这|那|该|其|此|之后|然后|否则).*",
                    Pattern.DOTALL);

    private Extract() {}

    /** Heading and answering sentences, in the passage's order. */
    static String of(Candidate candidate) {
        Passage passage = candidate.passage();
        String sentences = join(passage, answering(candidate));
        return passage.heading().isEmpty() ? sentences : passage.title() + "\n" + sentences;
    }

    private static List<String> answering(Candidate candidate) {
        double least = candidate.best().fit() - NEAR;
        List<Unit> units =
                candidate.units().stream()
                        .filter(unit -> unit.fit() >= least)
                        .sorted(Comparator.comparingDouble(Unit::fit).reversed())
                        .limit(MOST_UNITS)
                        .toList();
        List<String> all = candidate.passage().units();
        Set<Integer> numbers = new TreeSet<>();
        for (Unit unit : units) {
            numbers.add(unit.number());
            if (unit.number() > 0 && POINTS_BACK.matcher(all.get(unit.number())).matches()) {
                numbers.add(unit.number() - 1);
            }
        }
        return numbers.stream().map(all::get).toList();
    }

    private static String join(Passage passage, List<String> units) {
        List<String> sentences = new ArrayList<>();
        boolean chinese = passage.language() == Language.ZH;
        for (String unit : units) {
            boolean ended = unit.matches("(?s).*[.!?:;。！？：；]");
            sentences.add(ended ? unit : unit + (chinese ? "。" : "."));
        }
        return String.join(chinese ? "" : " ", sentences);
    }
}
