package talktrack.analysis.call;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Judged;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;
import talktrack.models.text.TextNormaliser;

/**
 * What a call is for, guessed from its words (docs/metrics.md): patterns over normalised text in
 * {@code talktrack/kinds/}. Unknown below the stated certainty.
 */
final class CallKinds {

    /** Below this too few turns speak for one kind, or as many for another, to score by it. */
    private static final double CERTAIN_ENOUGH = 0.6;

    /** What a call is about is said at its start; there a turn counts twice. */
    private static final int FIRST_TURNS = 12;

    /** Doubt that is there before anybody has spoken, in turns. */
    private static final double DOUBT = 2;

    /** Many calls have SPIN questions; so many make one turn's worth of a discovery call. */
    private static final double QUESTIONS_A_POINT = 2;

    private static final Map<Language, Map<String, Pattern>> PATTERNS =
            new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            PATTERNS.put(
                    language,
                    Corpus.read("/talktrack/kinds/%s.tsv".formatted(language.id())).stream()
                            .collect(
                                    Collectors.toMap(
                                            row -> row.get("kind"),
                                            row -> pattern(language, row.get("pattern")))));
        }
    }

    private CallKinds() {}

    static Optional<Judged<CallKind>> kind(SpokenCall call) {
        double questions = Questions.spin(call).size() / QUESTIONS_A_POINT;
        return guess(
                CallKind.values(),
                kind -> kind == CallKind.DISCOVERY ? questions : points(call, kind));
    }

    static Optional<Judged<SaleSize>> sale(SpokenCall call) {
        return guess(SaleSize.values(), size -> points(call, size));
    }

    /** The label with the most points, if it has enough of the points of the first two. */
    private static <L extends Label> Optional<Judged<L>> guess(
            L[] labels, ToDoubleFunction<L> points) {
        Map<L, Double> all =
                List.of(labels).stream()
                        .collect(Collectors.toMap(label -> label, points::applyAsDouble));
        List<L> best =
                all.keySet().stream()
                        .sorted(Comparator.comparingDouble((L label) -> all.get(label)).reversed())
                        .toList();
        double first = all.get(best.get(0));
        double certainty = first / (first + all.get(best.get(1)) + DOUBT);
        return certainty < CERTAIN_ENOUGH
                ? Optional.empty()
                : Optional.of(Judged.guessed(best.get(0), certainty));
    }

    private static double points(SpokenCall call, Label label) {
        Pattern pattern = PATTERNS.get(call.language()).get(label.id());
        List<Turn> turns = call.turns();
        double points = 0;
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).clear().stream()
                    .map(said -> said.utterance().text())
                    .map(text -> TextNormaliser.normalise(call.language(), text))
                    .anyMatch(text -> pattern.matcher(text).find())) {
                points += i < FIRST_TURNS ? 2 : 1;
            }
        }
        return points;
    }

    private static Pattern pattern(Language language, String pattern) {
        return Pattern.compile(language == Language.EN ? "\\b(?:" + pattern + ")\\b" : pattern);
    }
}
