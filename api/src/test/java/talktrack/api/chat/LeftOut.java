package talktrack.api.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import talktrack.api.chat.ChatCalibration.Example;
import talktrack.api.chat.ChatCalibration.Kind;

/** How good the chat is for companies that its weights were not fitted to. */
record LeftOut(List<Judged> all) {

    /** From which certainty on to answer: what other choices would give. */
    private static final double[] ENOUGH = {0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6};

    /**
     * @param certainty by the weights that the other companies give
     */
    private record Judged(Example example, double certainty) {

        AnswerFigures figures(double enough) {
            Answer answer = example.answer();
            return AnswerFigures.of(
                    example.asked(),
                    certainty >= enough
                            ? answer
                            : Chat.refusal(answer.question(), example.company().language()));
        }
    }

    static LeftOut of(List<Example> examples) {
        Map<String, List<Example>> companies =
                examples.stream().collect(Collectors.groupingBy(one -> one.company().name()));
        List<Judged> judged = new ArrayList<>();
        companies.forEach(
                (name, own) -> {
                    double[] weights =
                            ChatCalibration.shifted(
                                    examples.stream()
                                            .filter(one -> !one.company().name().equals(name))
                                            .toList());
                    own.forEach(one -> judged.add(new Judged(one, one.certainty(weights))));
                });
        return new LeftOut(judged);
    }

    void print(String language) {
        System.out.println(
                "| | answerable | document first | in first three | passage first"
                        + " | passage in first three | fact in the answer | refused"
                        + " | unanswerable | refused | taken away, refused | off subject, refused |");
        for (double enough : ENOUGH) {
            System.out.println(
                    row("%s, from %s on".formatted(language, enough), figures(enough))
                            + String.format(
                                    Locale.ROOT,
                                    " %.2f | %.2f |",
                                    refused(Kind.TAKEN_AWAY, enough),
                                    refused(Kind.OFF_SUBJECT, enough)));
        }
        Map<String, AnswerFigures> kinds = new TreeMap<>();
        Map<String, AnswerFigures> companies = new TreeMap<>();
        for (Judged one : asked()) {
            AnswerFigures figures = one.figures(Certainty.ENOUGH);
            kinds.merge(one.example().asked().kind(), figures, AnswerFigures::plus);
            companies.merge(one.example().company().name(), figures, AnswerFigures::plus);
        }
        kinds.forEach((kind, figures) -> System.out.println(row(kind, figures)));
        companies.forEach((company, figures) -> System.out.println(row(company, figures)));
        System.out.printf(
                Locale.ROOT,
                "%s: area under the curve: absent %.3f, taken away %.3f, off subject %.3f%n",
                language,
                area(Kind.ABSENT),
                area(Kind.TAKEN_AWAY),
                area(Kind.OFF_SUBJECT));
    }

    private List<Judged> asked() {
        return all.stream()
                .filter(
                        one ->
                                one.example().kind() == Kind.ANSWERED
                                        || one.example().kind() == Kind.ABSENT)
                .toList();
    }

    private AnswerFigures figures(double enough) {
        return asked().stream()
                .map(one -> one.figures(enough))
                .reduce(AnswerFigures.NONE, AnswerFigures::plus);
    }

    private double refused(Kind kind, double enough) {
        return all.stream()
                .filter(one -> one.example().kind() == kind)
                .mapToDouble(one -> one.certainty() < enough ? 1 : 0)
                .average()
                .orElse(1);
    }

    /** How often a question with an answer is held more certain than one without. */
    private double area(Kind kind) {
        double higher = 0;
        int pairs = 0;
        for (Judged yes : all) {
            for (Judged no : all) {
                if (yes.example().kind() == Kind.ANSWERED && no.example().kind() == kind) {
                    pairs++;
                    int order = Double.compare(yes.certainty(), no.certainty());
                    higher += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
        }
        return higher / pairs;
    }

    /** The cells of a row of docs/chat-quality.md. */
    private static String row(String name, AnswerFigures figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %d | %.2f |",
                name,
                figures.answerable(),
                figures.share(figures.documentFirst()),
                figures.share(figures.documentInThree()),
                figures.share(figures.passageFirst()),
                figures.share(figures.passageInThree()),
                figures.share(figures.said()),
                1 - figures.share(figures.answered()),
                figures.unanswerable(),
                figures.refusedShare());
    }
}
