package talktrack.api.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/**
 * A call's report as one page that needs nothing else: no script, no font, no picture from
 * anywhere. What to learn comes first, the conversation last, and evidence links into it.
 */
public final class HtmlReport {

    private static final String STYLE = style();

    private final AnalysedCall call;
    private final Words words;
    private final Path models;
    private final Function<Utterance, String> speaker;
    private final Html page = new Html();

    private HtmlReport(AnalysedCall call, Words words, Path models) {
        this.call = call;
        this.words = words;
        this.models = models;
        this.speaker = AnalysedCall.speaker(words);
    }

    /**
     * @param models where speech models are installed, for the advice to do so
     */
    public static String of(AnalysedCall call, Words words, Path models) {
        return new HtmlReport(call, words, models).write();
    }

    private String write() {
        String title = Columns.plain(String.valueOf(Path.of(call.file()).getFileName()));
        page.open("html", "lang", words.language() == Language.ZH ? "zh-CN" : "en");
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.leaf("title", title + " – " + words.text("report.title"));
        page.style(STYLE);
        page.close().open("body");
        page.open("header");
        page.leaf("h1", title);
        page.leaf("p", String.join(" · ", ReportParts.about(call, words)), "class", "about");
        cautions();
        page.close().open("main");
        skills();
        objections();
        needs();
        questions();
        metrics();
        sentiment();
        commitment();
        conversation();
        page.close();
        page.leaf("footer", words.text("report.made"));
        return page.close().close().toString();
    }

    private void cautions() {
        List<Caution> cautions = call.cautions();
        if (cautions.isEmpty()) {
            return;
        }
        page.open("aside").leaf("h2", words.text("title.cautions")).open("ul");
        for (Caution caution : cautions) {
            page.leaf("li", ReportParts.caution(caution, call, words, models));
        }
        page.close().close();
    }

    private void skills() {
        section("title.skills");
        List<SkillScore> skills = call.analysis().skills();
        if (skills.isEmpty()) {
            page.leaf("p", words.text("skills.none"));
        } else {
            Set<Skill> absent = EnumSet.allOf(Skill.class);
            page.open("table", "class", "skills");
            for (SkillScore skill : skills) {
                absent.remove(skill.skill());
                skill(skill);
            }
            page.close();
            if (!absent.isEmpty()) {
                page.leaf(
                        "p",
                        words.text(
                                "skills.absent",
                                absent.stream().map(words::name).collect(Collectors.joining(", "))),
                        "class",
                        "note");
            }
            page.leaf("p", words.text("skills.note"), "class", "note");
            ArcFacts.judgedBy(call, words).ifPresent(by -> page.leaf("p", by, "class", "note"));
        }
        page.close();
    }

    private void skill(SkillScore skill) {
        long score = Math.round(skill.score());
        page.open("tr", "class", skill.judged() ? "sure" : "uncertain");
        page.leaf("th", words.name(skill.skill()), "scope", "row");
        page.open("td", "class", "bar");
        if (skill.judged()) {
            page.leaf("span", "", "style", "width:" + score + "%");
        } else {
            page.leaf("em", words.text("skills.unjudged"));
        }
        page.close();
        page.leaf("td", skill.judged() ? "" + score : "–", "class", "number");
        String band = skill.band().map(one -> ReportParts.band(one, words) + " · ").orElse("");
        page.leaf("td", band + "n " + skill.n(), "class", "note");
        page.open("td", "class", "evidence");
        Explanation.of(skill, call, words).ifPresent(why -> page.leaf("p", why));
        skill.evidence().stream()
                .limit(6)
                .flatMap(id -> call.utterance(id).stream())
                .forEach(this::place);
        page.close().close();
    }

    private void objections() {
        section("title.objections");
        List<ObjectionHandling> objections = call.analysis().objections();
        if (objections.isEmpty()) {
            page.leaf("p", words.text("objections.none"));
        }
        for (ObjectionHandling objection : objections) {
            page.open("article").open("h3").text(words.name(objection.type()) + " ");
            page.leaf(
                    "span",
                    words.text("objections.certainty", Math.round(objection.certainty() * 100)),
                    "class",
                    "note");
            page.close();
            call.utterance(objection.utteranceId()).ifPresent(this::quote);
            handling(objection);
            page.close();
        }
        page.close();
    }

    private void handling(ObjectionHandling objection) {
        if (objection.replyIds().isEmpty()) {
            page.leaf("p", words.text("objections.no-answer"));
            return;
        }
        page.leaf("p", words.text("objections.answer") + ":", "class", "note");
        objection.replyIds().stream()
                .flatMap(id -> call.utterance(id).stream())
                .forEach(this::quote);
        page.open("p", "class", "steps");
        for (HandlingStep step : ReportParts.steps(call, objection)) {
            boolean seen = objection.steps().contains(step);
            page.leaf(
                    "span",
                    ReportParts.step(objection, step, call, words),
                    "class",
                    seen ? "seen" : "missing");
        }
        page.close();
        ReportParts.faults(objection, call, words)
                .ifPresent(faults -> page.leaf("p", faults, "class", "faults"));
        page.leaf("p", String.join(" · ", ReportParts.outcome(objection, words)));
        ArcFacts.ending(objection, words)
                .ifPresent(ending -> page.leaf("p", ending + ":", "class", "note"));
        ArcFacts.after(objection, call).forEach(this::quote);
    }

    private void needs() {
        section("title.needs");
        NeedLines needs = NeedLines.of(call, words);
        page.leaf("p", needs.summary());
        for (NeedLines.Topic topic : needs.topics()) {
            page.open("article").leaf("h3", topic.head());
            topic.said().forEach(this::quote);
            page.close();
        }
        needs.facts().ifPresent(facts -> page.leaf("p", facts, "class", "note"));
        page.close();
    }

    private void questions() {
        section("title.questions");
        if (!call.speakersKnown() && !call.lines().isEmpty()) {
            page.leaf("p", words.text("questions.unknown-speaker"), "class", "note");
        }
        Map<QuestionType, List<ScoredUtterance>> asked = call.questions();
        for (QuestionType type : QuestionType.values()) {
            List<ScoredUtterance> questions = asked.getOrDefault(type, List.of());
            if (type.isSpin() || (type != QuestionType.NONE && !questions.isEmpty())) {
                page.open("details", "open", "");
                if (type.isSpin()) {
                    page.leaf(
                            "summary",
                            words.name(type)
                                    + " "
                                    + (questions.isEmpty()
                                            ? "0 · " + words.text("questions.none-asked")
                                            : "" + questions.size()));
                } else {
                    page.leaf("summary", words.name(type) + " " + questions.size());
                }
                questions.stream().distinct().forEach(line -> quote(line.utterance()));
                page.close();
            }
        }
        page.close();
    }

    private void metrics() {
        section("title.metrics");
        List<MetricRow> rows = MetricRow.of(call.analysis().metrics(), words);
        if (rows.isEmpty()) {
            page.leaf("p", words.text("metrics.none")).close();
            return;
        }
        page.open("table").open("tr");
        page.leaf("th", "");
        page.leaf("th", words.text("metric.this-call"), "scope", "col", "class", "number");
        page.leaf("th", words.text("metric.reference"), "scope", "col", "class", "number");
        page.leaf("th", "").close();
        for (MetricRow row : rows) {
            page.open("tr").leaf("th", row.name(), "scope", "row");
            page.leaf("td", row.value(), "class", "number");
            page.leaf("td", row.reference(), "class", "number note");
            page.leaf("td", row.outside() ? words.text("metric.outside") : "", "class", "note");
            page.close();
        }
        page.close();
        page.leaf("p", words.text("metrics.note"), "class", "note").close();
    }

    private void sentiment() {
        section("title.sentiment");
        List<SentimentSummary> sides = SentimentSummary.of(call);
        if (sides.isEmpty()) {
            page.leaf("p", words.text("sentiment.customer-none"));
        }
        for (SentimentSummary side : sides) {
            page.leaf("h3", words.name(side.speaker()));
            page.leaf(
                    "p",
                    side.counts(words)
                            + " · "
                            + words.text("sentiment.mean", ReportParts.signed(side.mean()))
                            + " ("
                            + words.text("sentiment.scale")
                            + ")"
                            + (side.hasCourse() ? " " + side.course() : ""));
            side.lowest().ifPresent(line -> quote(line.utterance()));
            side.highest().ifPresent(line -> quote(line.utterance()));
        }
        page.close();
    }

    private void commitment() {
        section("title.commitment");
        page.leaf("p", ReportParts.commitment(call, words));
        call.analysis().commitmentIds().stream()
                .flatMap(id -> call.utterance(id).stream())
                .forEach(this::quote);
        page.close();
    }

    private void conversation() {
        section("title.conversation");
        page.open("ol", "class", "conversation");
        for (ScoredUtterance line : call.lines()) {
            Utterance utterance = line.utterance();
            page.open("li", "id", anchor(utterance), "class", utterance.speaker().id());
            page.leaf("span", AnalysedCall.place(utterance), "class", "time");
            page.leaf("span", speaker.apply(utterance), "class", "who");
            page.open("div");
            page.leaf("span", Columns.plain(utterance.displayText()), "class", "said");
            for (String label : ReportParts.labels(line, words)) {
                page.text(" ").leaf("span", label, "class", "label");
            }
            page.close().close();
        }
        page.close().close();
    }

    private void section(String title) {
        page.open("section").leaf("h2", words.text(title));
    }

    private void quote(Utterance utterance) {
        page.open("p", "class", "quote");
        place(utterance);
        page.leaf("q", Columns.plain(utterance.displayText())).close();
    }

    private void place(Utterance utterance) {
        page.leaf("a", AnalysedCall.place(utterance), "href", "#" + anchor(utterance)).text(" ");
    }

    private static String anchor(Utterance utterance) {
        return "u" + utterance.index();
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: a resource of ours cannot be read", e);
        }
    }
}
