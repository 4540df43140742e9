package talktrack.api.callquestions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.labels.Skill;

/** Whether somebody, or a team, is getting better: the later half of the days with the earlier. */
final class TrendAnswer {

    private final Telling telling;
    private final Subject subject;
    private final List<Heard> early;
    private final List<Heard> late;

    private TrendAnswer(Telling telling, Subject subject, LocalDate middle, ZoneId zone) {
        this.telling = telling;
        this.subject = subject;
        Map<Boolean, List<Heard>> halves =
                subject.calls().stream()
                        .collect(
                                Collectors.partitioningBy(
                                        call -> day(call, zone).isBefore(middle)));
        early = halves.get(true);
        late = halves.get(false);
    }

    /**
     * @param asked which measure; when empty, every skill that enough calls show
     */
    static void tell(
            Telling telling,
            Optional<Measure> asked,
            List<Subject> subjects,
            Span span,
            ZoneId zone) {
        LocalDate middle =
                span.from().plusDays((ChronoUnit.DAYS.between(span.from(), span.to()) + 1) / 2);
        for (Subject subject : subjects) {
            new TrendAnswer(telling, subject, middle, zone).tell(asked);
        }
        telling.say("trend.halves", middle);
    }

    private static LocalDate day(Heard call, ZoneId zone) {
        return call.call().details().startedAt().atZone(zone).toLocalDate();
    }

    private void tell(Optional<Measure> asked) {
        AnswerWords words = telling.words();
        List<Measure> told = asked.map(List::of).orElseGet(this::shown);
        for (Measure measure : told) {
            Mean before = Mean.of(early, measure);
            Mean after = Mean.of(late, measure);
            tell(measure, before, after);
            telling.figure(words.text("before", words.name(measure)), before, subject.link());
            telling.figure(words.text("after", words.name(measure)), after, subject.link());
            telling.cite(Heard.evidence(late, measure, false, MeasuredAnswers.EVIDENCE));
        }
        if (told.isEmpty()) {
            telling.say(
                    "strengths.thin", subject.name(), words.count("call", subject.calls().size()));
        }
    }

    /** The skills with enough calls in both halves. */
    private List<Measure> shown() {
        return Stream.of(Skill.values())
                .<Measure>map(Measure.OfSkill::new)
                .filter(measure -> Trend.of(early, late, measure) != Trend.THIN)
                .toList();
    }

    private void tell(Measure measure, Mean before, Mean after) {
        Trend trend = Trend.of(early, late, measure);
        String measured = telling.words().name(measure);
        if (trend == Trend.THIN) {
            telling.say(
                    "trend.thin",
                    subject.name(),
                    measured,
                    Trend.CALLS_NEEDED,
                    Trend.shown(early, measure),
                    Trend.shown(late, measure));
            return;
        }
        telling.say(
                switch (trend) {
                    case UP -> "trend.up";
                    case DOWN -> "trend.down";
                    default -> "trend.unsure";
                },
                subject.name(),
                measured,
                telling.value(before),
                telling.n(measure, before),
                telling.value(after),
                telling.n(measure, after));
    }
}
