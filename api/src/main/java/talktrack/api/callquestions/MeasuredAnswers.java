package talktrack.api.callquestions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.callquestions.CallAnswer.Figure;
import talktrack.models.events.Band;
import talktrack.models.events.Person;
import talktrack.models.labels.Skill;

/**
 * Answers from what was measured. Pure.
 *
 * @param calls of everybody in the time, as far as the asker may open them
 * @param reps of those calls, by id
 * @param span the time that counts
 */
record MeasuredAnswers(AnswerWords words, List<Heard> calls, Map<String, Person> reps, Span span) {

    private static final int EVIDENCE = 3;
    private static final int SHOWN = 3;

    /**
     * @param evidence ids of utterances to cite
     */
    record Said(String text, List<Figure> figures, List<String> evidence, Optional<String> link) {}

    private record Standing(Person rep, List<Heard> calls, Mean mean) {}

    /** How good somebody is at something. */
    Said score(CallQuestion question) {
        Measure measure = question.measure().orElseThrow();
        List<String> sentences = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        if (question.reps().isEmpty()) {
            List<Heard> group = ofTeam(question.teamId());
            Mean mean = Mean.of(group, measure);
            sentences.add(told(groupName(question.teamId()), measure, mean));
            figures.add(figure(groupName(question.teamId()), mean, teamLink(question.teamId())));
            evidence.addAll(Heard.evidence(group, measure, false, EVIDENCE));
        }
        for (Person rep : question.reps()) {
            List<Heard> own = of(rep);
            Mean mean = Mean.of(own, measure);
            sentences.add(told(rep.name(), measure, mean));
            figures.add(figure(rep.name(), mean, Optional.of(repLink(rep))));
            evidence.addAll(Heard.evidence(own, measure, false, EVIDENCE));
            Mean team = Mean.of(ofTeam(Optional.of(rep.teamId())), measure);
            if (mean.judged() && team.judged() && team.n() > mean.n()) {
                sentences.add(
                        words.text("beside", rep.teamName(), value(team), n(measure, team.n())));
                figures.add(figure(rep.teamName(), team, teamLink(Optional.of(rep.teamId()))));
            }
        }
        return said(sentences, figures, evidence, figures.getFirst().link());
    }

    /** Who does something best, worst, most or least. */
    Said ranking(CallQuestion question) {
        Measure measure = question.measure().orElseThrow();
        Order order = question.order().orElse(Order.BEST);
        Comparator<Standing> byMean = Comparator.comparingDouble(one -> one.mean().value());
        List<Standing> all =
                reps.values().stream()
                        .filter(rep -> question.teamId().map(rep.teamId()::equals).orElse(true))
                        .map(rep -> new Standing(rep, of(rep), Mean.of(of(rep), measure)))
                        .filter(one -> one.mean().n() > 0)
                        .sorted(
                                (order.highestFirst() ? byMean.reversed() : byMean)
                                        .thenComparing(one -> one.rep().name()))
                        .toList();
        List<Standing> judged = all.stream().filter(one -> one.mean().judged()).toList();
        List<Standing> unjudged = all.stream().filter(one -> !one.mean().judged()).toList();
        List<String> sentences = new ArrayList<>();
        if (judged.isEmpty()) {
            sentences.add(words.text("rank.thin", words.name(measure)));
        } else {
            Standing first = judged.getFirst();
            boolean alone = judged.size() == 1; // who is the only one is neither best nor worst
            sentences.add(
                    words.text(
                            alone ? "rank.alone" : "rank.first." + order.id(),
                            words.name(measure),
                            first.rep().name(),
                            value(first.mean()),
                            n(measure, first.mean().n()),
                            band(first.mean())));
            if (!alone) {
                sentences.add(
                        words.text("rank.then", items(judged.subList(1, judged.size()), measure)));
            }
            if (judged.size() > 1 && overlap(first.mean(), judged.get(1).mean())) {
                sentences.add(words.text("rank.close"));
            }
        }
        if (!unjudged.isEmpty()) {
            sentences.add(words.text("rank.unranked", unranked(unjudged, measure)));
        }
        return said(
                sentences,
                Stream.concat(judged.stream(), unjudged.stream())
                        .map(
                                one ->
                                        figure(
                                                one.rep().name(),
                                                one.mean(),
                                                Optional.of(repLink(one.rep()))))
                        .toList(),
                judged.isEmpty()
                        ? List.of()
                        : Heard.evidence(
                                judged.getFirst().calls(), measure, order.highestFirst(), EVIDENCE),
                teamLink(question.teamId()));
    }

    private String items(List<Standing> standings, Measure measure) {
        return words.joined(
                standings.stream()
                        .map(
                                one ->
                                        words.text(
                                                "rank.item",
                                                one.rep().name(),
                                                value(one.mean()),
                                                n(measure, one.mean().n())))
                        .toList());
    }

    /** Without values, which would be read as judgements. */
    private String unranked(List<Standing> standings, Measure measure) {
        return words.joined(
                standings.stream()
                        .map(
                                one ->
                                        words.text(
                                                "rank.thin-item",
                                                one.rep().name(),
                                                n(measure, one.mean().n())))
                        .toList());
    }

    private static boolean overlap(Mean one, Mean other) {
        Optional<Band> first = one.band();
        Optional<Band> second = other.band();
        return first.isPresent()
                && second.isPresent()
                && first.get().low() <= second.get().high()
                && second.get().low() <= first.get().high();
    }

    /** What somebody, a team or all are good and weak at. */
    Said strengths(CallQuestion question) {
        List<String> sentences = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        if (question.reps().isEmpty()) {
            strengths(
                    groupName(question.teamId()),
                    ofTeam(question.teamId()),
                    question.order(),
                    teamLink(question.teamId()),
                    sentences,
                    figures,
                    evidence);
        }
        for (Person rep : question.reps()) {
            strengths(
                    rep.name(),
                    of(rep),
                    question.order(),
                    Optional.of(repLink(rep)),
                    sentences,
                    figures,
                    evidence);
        }
        Optional<String> link =
                question.reps().isEmpty()
                        ? teamLink(question.teamId())
                        : Optional.of(repLink(question.reps().getFirst()));
        return said(sentences, figures, evidence, link);
    }

    private record Skilled(Measure measure, Mean mean) {}

    private void strengths(
            String name,
            List<Heard> own,
            Optional<Order> order,
            Optional<String> link,
            List<String> sentences,
            List<Figure> figures,
            List<String> evidence) {
        List<Skilled> weakestFirst =
                Stream.of(Skill.values())
                        .map(Measure.OfSkill::new)
                        .map(measure -> new Skilled(measure, Mean.of(own, measure)))
                        .filter(one -> one.mean().judged())
                        .sorted(Comparator.comparingDouble(one -> one.mean().value()))
                        .toList();
        if (weakestFirst.isEmpty()) {
            sentences.add(words.text("strengths.thin", name, words.count("call", own.size())));
            return;
        }
        int shown = Math.min(SHOWN, Math.max(1, weakestFirst.size() / 2));
        List<Skilled> weak = weakestFirst.subList(0, shown);
        List<Skilled> strong = weakestFirst.reversed().subList(0, shown);
        boolean worst = order.filter(Order.WORST::equals).isPresent();
        if (order.isEmpty()) {
            sentences.add(words.text("strengths.both", name, skills(strong), skills(weak)));
        } else {
            sentences.add(
                    words.text(
                            worst ? "strengths.worst" : "strengths.best",
                            name,
                            skills(worst ? weak : strong)));
        }
        List<Skilled> told =
                order.isEmpty()
                        ? Stream.concat(strong.stream(), weak.stream()).distinct().toList()
                        : worst ? weak : strong;
        told.forEach(one -> figures.add(figure(words.name(one.measure()), one.mean(), link)));
        evidence.addAll(
                Heard.evidence(
                        own,
                        (worst || order.isEmpty() ? weak : strong).getFirst().measure(),
                        !(worst || order.isEmpty()),
                        EVIDENCE));
    }

    private String skills(List<Skilled> skills) {
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

    /**
     * Whether somebody, or a team, is getting better: the later half of the days with the earlier.
     */
    Said trend(CallQuestion question, ZoneId zone) {
        LocalDate middle =
                span.from().plusDays((ChronoUnit.DAYS.between(span.from(), span.to()) + 1) / 2);
        List<String> sentences = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        if (question.reps().isEmpty()) {
            trend(
                    groupName(question.teamId()),
                    ofTeam(question.teamId()),
                    question.measure(),
                    middle,
                    zone,
                    teamLink(question.teamId()),
                    sentences,
                    figures,
                    evidence);
        }
        for (Person rep : question.reps()) {
            trend(
                    rep.name(),
                    of(rep),
                    question.measure(),
                    middle,
                    zone,
                    Optional.of(repLink(rep)),
                    sentences,
                    figures,
                    evidence);
        }
        sentences.add(words.text("trend.halves", middle));
        return said(
                sentences,
                figures,
                evidence.stream().distinct().limit(EVIDENCE).toList(),
                question.reps().isEmpty()
                        ? teamLink(question.teamId())
                        : Optional.of(repLink(question.reps().getFirst())));
    }

    private void trend(
            String name,
            List<Heard> own,
            Optional<Measure> asked,
            LocalDate middle,
            ZoneId zone,
            Optional<String> link,
            List<String> sentences,
            List<Figure> figures,
            List<String> evidence) {
        Map<Boolean, List<Heard>> halves =
                own.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        call ->
                                                call.call()
                                                        .details()
                                                        .startedAt()
                                                        .atZone(zone)
                                                        .toLocalDate()
                                                        .isBefore(middle)));
        List<Heard> early = halves.get(true);
        List<Heard> late = halves.get(false);
        List<Measure> told = asked.map(List::of).orElseGet(() -> told(early, late));
        for (Measure measure : told) {
            Mean before = Mean.of(early, measure);
            Mean after = Mean.of(late, measure);
            sentences.add(moved(name, measure, early, late));
            figures.add(figure(words.text("before", words.name(measure)), before, link));
            figures.add(figure(words.text("after", words.name(measure)), after, link));
            evidence.addAll(Heard.evidence(late, measure, false, EVIDENCE));
        }
        if (told.isEmpty()) {
            sentences.add(words.text("strengths.thin", name, words.count("call", own.size())));
        }
    }

    /** Where no skill is named, those with enough calls in both halves. */
    private static List<Measure> told(List<Heard> early, List<Heard> late) {
        return Stream.of(Skill.values())
                .<Measure>map(Measure.OfSkill::new)
                .filter(measure -> Trend.of(early, late, measure) != Trend.THIN)
                .toList();
    }

    private String moved(String name, Measure measure, List<Heard> early, List<Heard> late) {
        Trend trend = Trend.of(early, late, measure);
        if (trend == Trend.THIN) {
            return words.text(
                    "trend.thin",
                    name,
                    words.name(measure),
                    Trend.CALLS_NEEDED,
                    Trend.shown(early, measure),
                    Trend.shown(late, measure));
        }
        Mean before = Mean.of(early, measure);
        Mean after = Mean.of(late, measure);
        return words.text(
                switch (trend) {
                    case UP -> "trend.up";
                    case DOWN -> "trend.down";
                    default -> "trend.unsure";
                },
                name,
                words.name(measure),
                value(before),
                n(measure, before.n()),
                value(after),
                n(measure, after.n()));
    }

    private Said said(
            List<String> sentences,
            List<Figure> figures,
            List<String> evidence,
            Optional<String> link) {
        List<String> all = new ArrayList<>(sentences);
        all.add(words.text("period", words.span(span)));
        return new Said(words.sentences(all), figures, evidence, link);
    }

    private String told(String name, Measure measure, Mean mean) {
        if (mean.n() == 0) {
            return words.text("nothing", name, words.name(measure));
        }
        return mean.judged()
                ? words.text(
                        "measured",
                        name,
                        words.name(measure),
                        value(mean),
                        n(measure, mean.n()),
                        band(mean))
                : words.text(
                        "thin",
                        name,
                        words.name(measure),
                        n(measure, mean.n()),
                        Mean.LEAST,
                        (int) Band.MOST_WIDTH);
    }

    private String value(Mean mean) {
        return words.value(mean.value(), mean.unit());
    }

    private String band(Mean mean) {
        return mean.band().map(band -> words.text("band", band.low(), band.high())).orElse("");
    }

    private String n(Measure measure, int n) {
        return words.count(measure instanceof Measure.OfObjections ? "objection" : "call", n);
    }

    private Figure figure(String label, Mean mean, Optional<String> link) {
        Optional<Band> band = mean.band();
        return new Figure(
                label,
                mean.value(),
                value(mean),
                mean.unit().id(),
                mean.n(),
                band.map(one -> OptionalDouble.of(one.low())).orElse(OptionalDouble.empty()),
                band.map(one -> OptionalDouble.of(one.high())).orElse(OptionalDouble.empty()),
                mean.judged(),
                link);
    }

    private List<Heard> of(Person rep) {
        return calls.stream().filter(call -> call.repId().equals(rep.repId())).toList();
    }

    private List<Heard> ofTeam(Optional<String> teamId) {
        return calls.stream()
                .filter(call -> teamId.map(reps.get(call.repId()).teamId()::equals).orElse(true))
                .toList();
    }

    private String groupName(Optional<String> teamId) {
        return teamId.flatMap(
                        id ->
                                reps.values().stream()
                                        .filter(rep -> rep.teamId().equals(id))
                                        .map(Person::teamName)
                                        .findFirst())
                .orElseGet(() -> words.text("all-reps"));
    }

    private static String repLink(Person rep) {
        return "/reps/" + encoded(rep.repId());
    }

    private static Optional<String> teamLink(Optional<String> teamId) {
        return Optional.of(teamId.map(id -> "/?team=" + encoded(id)).orElse("/"));
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
