package talktrack.analysis.call;

import static talktrack.analysis.call.LabelledCall.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import talktrack.analysis.score.Classifiers;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Scored;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/**
 * How well likeness tells needs and answers apart, on texts of its own (README.md beside them). Its
 * main prints the tables from which the thresholds of {@link Likeness} were chosen.
 */
final class LikenessMeasure {

    private static final Set<String> CHOSEN_ON =
            Set.of("software", "logistics", "medicine", "property", "retail", "education");

    private LikenessMeasure() {}

    /**
     * Likeness of pairs.
     *
     * @param same of those that belong together
     * @param other of those of the same industry that do not
     */
    record Pairs(double[] same, double[] other) {

        double recall(double from) {
            return share(same, value -> value >= from);
        }

        /** Where there are as many pairs of one kind as of the other. */
        double precision(double from) {
            double wrong = share(other, value -> value >= from);
            return recall(from) / Math.max(1e-9, recall(from) + wrong);
        }
    }

    static double share(double[] values, DoublePredicate which) {
        return Arrays.stream(values).filter(which).count() / (double) values.length;
    }

    /**
     * @param column {@code answer} or {@code later}
     * @param unseen the industries that no threshold was chosen on, else those that they were
     */
    static Pairs pairs(Language language, String column, boolean unseen) {
        List<Map<String, String>> rows =
                Corpus.read("/talktrack/needs/pairs-%s.tsv".formatted(language.id())).stream()
                        .filter(row -> CHOSEN_ON.contains(row.get("industry")) != unseen)
                        .toList();
        List<Meaning> needs =
                Meaning.ofAll(language, rows.stream().map(row -> row.get("need")).toList());
        List<Meaning> others =
                Meaning.ofAll(language, rows.stream().map(row -> row.get(column)).toList());
        DoubleStream.Builder same = DoubleStream.builder();
        DoubleStream.Builder other = DoubleStream.builder();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                if (rows.get(i).get("industry").equals(rows.get(j).get("industry"))) {
                    (i == j ? same : other).add(needs.get(i).likeness(others.get(j)));
                }
            }
        }
        return new Pairs(same.build().toArray(), other.build().toArray());
    }

    /** Share of these texts that are taken for the presentation of something. */
    static double presented(Language language, List<String> texts) {
        LabelledCall call = call().in(language);
        texts.forEach(call::rep);
        return Presented.of(call.build()).size() / (double) texts.size();
    }

    static List<String> texts(Language language, String file, String column) {
        return Corpus.read("/talktrack/needs/%s-%s.tsv".formatted(file, language.id())).stream()
                .map(row -> row.get(column))
                .toList();
    }

    /** Likeness of answers in the sense of a talk track to the talk tracks of their type. */
    static double[] adhering(Language language) {
        return Corpus.read("/talktrack/needs/adherence-%s.tsv".formatted(language.id())).stream()
                .map(
                        row ->
                                TalkTrackSkill.nearest(
                                        language,
                                        Label.parse(ObjectionType.class, row.get("type")),
                                        List.of(row.get("reply"))))
                .mapToDouble(OptionalDouble::orElseThrow)
                .toArray();
    }

    /** The same of the held-out replies, whose authors knew no talk track. */
    static double[] free(Language language) {
        List<Double> found = new ArrayList<>();
        String table = "/talktrack/heldout/%s/handling.tsv".formatted(language.id());
        for (Map<String, String> row : Corpus.read(table)) {
            Scored<ObjectionType> type =
                    Classifiers.of(language).objection(row.get("previous"), "", Speaker.CUSTOMER);
            TalkTrackSkill.nearest(language, type.label(), List.of(row.get("text")))
                    .ifPresent(found::add);
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public static void main(String[] arguments) {
        for (Language language : Language.values()) {
            for (String column : List.of("answer", "later")) {
                for (boolean unseen : new boolean[] {false, true}) {
                    Pairs pairs = pairs(language, column, unseen);
                    System.out.printf(
                            "%s need–%s, %s%n", language, column, unseen ? "unseen" : "chosen on");
                    for (int hundredths = 15; hundredths <= 70; hundredths += 5) {
                        double from = hundredths / 100.0;
                        System.out.printf(
                                "  from %.2f precision %.2f recall %.2f false %.2f%n",
                                from,
                                pairs.precision(from),
                                pairs.recall(from),
                                share(pairs.other(), value -> value >= from));
                    }
                }
            }
            System.out.printf(
                    "%s presented: capabilities %.2f, plain %.2f%n",
                    language,
                    presented(language, texts(language, "pairs", "answer")),
                    presented(language, texts(language, "plain", "text")));
            System.out.printf(
                    "%s talk tracks: adhering %s, free %s%n",
                    language, quartiles(adhering(language)), quartiles(free(language)));
        }
    }

    private static String quartiles(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return "%.2f / %.2f / %.2f"
                .formatted(
                        sorted[sorted.length / 4],
                        sorted[sorted.length / 2],
                        sorted[sorted.length * 3 / 4]);
    }
}
