package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.models.labels.Language;

/** The sentences of a passage that answer, word for word. */
final class Extract {

    private static final int MOST_UNITS = 3;

    /** Units this much farther from the question than the nearest one are about something else. */
    private static final double NEAR = 0.12;

    private Extract() {}

    /** Heading and answering sentences, in the passage's order. */
    static String of(Candidate candidate) {
        Passage passage = candidate.passage();
        String sentences =
                candidate.unitCosines().isEmpty()
                        ? passage.text()
                        : join(passage, nearest(candidate));
        return passage.heading().isEmpty() ? sentences : passage.title() + "\n" + sentences;
    }

    private static List<String> nearest(Candidate candidate) {
        List<Double> cosines = candidate.unitCosines();
        double least = candidate.bestUnitCosine() - NEAR;
        return IntStream.range(0, cosines.size())
                .boxed()
                .filter(i -> cosines.get(i) >= least)
                .sorted(Comparator.comparing((Integer i) -> cosines.get(i)).reversed())
                .limit(MOST_UNITS)
                .sorted()
                .map(i -> candidate.passage().units().get(i))
                .toList();
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
