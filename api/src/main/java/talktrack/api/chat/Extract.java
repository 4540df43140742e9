package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.Passage;
import talktrack.models.labels.Language;

/** The sentences that answer of what is cited first, word for word. */
final class Extract {

    private static final int MOST_UNITS = 3;

    /**
     * Units this much worse than the best one are about something else. In English they lie farther
     * apart, since there the cross-encoder has its say.
     */
    private static final Map<Language, Double> NEAR = Map.of(Language.EN, 0.25, Language.ZH, 0.12);

    /** The same for units of a neighbouring passage, which the cross-encoder has not read. */
    private static final double NEAR_IN_NEIGHBOUR = 0.12;

    /** A sentence that starts so cannot be understood without the one before. */
    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    "(?i)(?:it|its|they|their|this|these|that|those|then|there|both|he|she)\\b.*"
                            + "|(?:它|他们|她们|这|那|该|其|此|之后|然后|否则).*",
                    Pattern.DOTALL);

    private Extract() {}

    /**
     * A unit among all those of what is cited.
     *
     * @param place in them
     */
    private record Placed(int place, double fit) {}

    /** Heading and answering sentences, in the document's order. */
    static String of(Cited cited) {
        Passage passage = cited.passage();
        List<String> all =
                cited.inOrder().stream().flatMap(part -> part.passage().units().stream()).toList();
        String sentences = join(passage, answering(cited, all));
        return passage.heading().isEmpty() ? sentences : passage.title() + "\n" + sentences;
    }

    /** The best passage's first; its neighbours' where it leaves room. */
    private static List<String> answering(Cited cited, List<String> all) {
        double top = cited.best().bestFit();
        double near = NEAR.get(cited.passage().language());
        List<Placed> best = new ArrayList<>();
        List<Placed> others = new ArrayList<>();
        int before = 0;
        for (Candidate part : cited.inOrder()) {
            List<Placed> placed = part.equals(cited.best()) ? best : others;
            for (Unit unit : part.units()) {
                placed.add(new Placed(before + unit.number(), part.fitOf(unit)));
            }
            before += part.passage().units().size();
        }
        Set<Integer> places = new TreeSet<>();
        Stream.concat(
                        bestFirst(best).filter(unit -> unit.fit() >= top - near),
                        bestFirst(others).filter(unit -> unit.fit() >= top - NEAR_IN_NEIGHBOUR))
                .limit(MOST_UNITS)
                .forEach(
                        unit -> {
                            places.add(unit.place());
                            if (unit.place() > 0
                                    && POINTS_BACK.matcher(all.get(unit.place())).matches()) {
                                places.add(unit.place() - 1);
                            }
                        });
        return places.stream().map(all::get).toList();
    }

    private static Stream<Placed> bestFirst(List<Placed> units) {
        return units.stream().sorted(Comparator.comparingDouble(Placed::fit).reversed());
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
