package talktrack.api.callquestions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.labels.Skill;

/** What somebody, a team or all are good and weak at. */
final class StrengthsAnswer {

    private static final int SHOWN = 3;

    private record Skilled(Measure measure, Mean mean) {}

    private StrengthsAnswer() {}

    /**
     * @param asked for the best or for the worst; for both when empty
     */
    static void tell(Telling telling, Optional<Order> asked, List<Subject> subjects) {
        subjects.forEach(subject -> tell(telling, asked, subject));
    }

    private static void tell(Telling telling, Optional<Order> asked, Subject subject) {
        List<Skilled> weakestFirst =
                Stream.of(Skill.values())
                        .map(Measure.OfSkill::new)
                        .map(measure -> new Skilled(measure, subject.mean(measure)))
                        .filter(one -> one.mean().judged())
                        .sorted(Comparator.comparingDouble(one -> one.mean().value()))
                        .toList();
        AnswerWords words = telling.words();
        if (weakestFirst.isEmpty()) {
            telling.say(
                    "strengths.thin", subject.name(), words.count("call", subject.calls().size()));
            return;
        }
        int shown = Math.min(SHOWN, Math.max(1, weakestFirst.size() / 2));
        List<Skilled> weak = weakestFirst.subList(0, shown);
        List<Skilled> strong = weakestFirst.reversed().subList(0, shown);
        boolean both = asked.isEmpty();
        boolean worst = asked.filter(Order.WORST::equals).isPresent();
        if (both) {
            telling.say(
                    "strengths.both", subject.name(), skills(words, strong), skills(words, weak));
        } else {
            telling.say(
                    worst ? "strengths.worst" : "strengths.best",
                    subject.name(),
                    skills(words, worst ? weak : strong));
        }
        (both
                        ? Stream.concat(strong.stream(), weak.stream()).distinct()
                        : (worst ? weak : strong).stream())
                .forEach(
                        one ->
                                telling.figure(
                                        words.name(one.measure()), one.mean(), subject.link()));
        boolean citeWeak = both || worst;
        telling.cite(subject.evidence((citeWeak ? weak : strong).getFirst().measure(), !citeWeak));
    }

    private static String skills(AnswerWords words, List<Skilled> skills) {
        return words.joined(
                skills.stream()
                        .map(
                                one ->
                                        words.text(
                                                "strengths.item",
                                                words.name(one.measure()),
                                                one.mean().value(),
                                                words.count("call", one.mean().n())))
                        .toList());
    }
}
