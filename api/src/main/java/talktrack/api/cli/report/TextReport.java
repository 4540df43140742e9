package talktrack.api.cli.report;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.ingest.Transcript;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/** A call's report for a terminal: the conversation first, what to learn from it last. */
public final class TextReport {

    private static final int EXAMPLES = 3;
    private static final int BAR = 20;
    private static final String INDENT = "  ";

    private final AnalysedCall call;
    private final Words words;
    private final Path models;
    private final int width;
    private final Function<Utterance, String> speaker;
    private final StringBuilder text = new StringBuilder();

    private TextReport(AnalysedCall call, Words words, Path models, int width) {
        this.call = call;
        this.words = words;
        this.models = models;
        this.width = width;
        this.speaker = AnalysedCall.speaker(words);
    }

    /**
     * @param models where speech models are installed, for the advice to do so
     * @param width of the terminal in columns
     */
    public static String of(AnalysedCall call, Words words, Path models, int width) {
        TextReport report = new TextReport(call, words, models, Math.max(60, width));
        report.head();
        report.conversation();
        report.phases();
        report.questions();
        report.sentiment();
        report.objections();
        report.needs();
        report.metrics();
        report.commitment();
        report.skills();
        report.cautions();
        return report.text.toString();
    }

    /** Only who said what, before anything is read in it. */
    public static String conversation(String file, Transcript transcript, int width) {
        StringBuilder text = new StringBuilder();
        Words words = Words.in(Language.EN);
        Function<Utterance, String> speaker = AnalysedCall.speaker(words);
        text.append(Columns.plain(file)).append(System.lineSeparator());
        for (Utterance utterance : transcript.utterances()) {
            String first =
                    Columns.padLeft(AnalysedCall.place(utterance), 7)
                            + "  "
                            + Columns.pad(speaker.apply(utterance), 8)
                            + "  ";
            text.append(
                    hanging(first, Columns.plain(utterance.displayText()), Math.max(60, width)));
        }
        return text.toString();
    }

    private void head() {
        line(Columns.plain(call.file()));
        line(String.join(" · ", ReportParts.about(call, words)));
    }

    private void conversation() {
        title("title.conversation");
        List<ScoredUtterance> lines = call.lines();
        int names =
                lines.stream()
                        .mapToInt(line -> Columns.width(speaker.apply(line.utterance())))
                        .max()
                        .orElse(0);
        for (ScoredUtterance line : lines) {
            String labels =
                    ReportParts.labels(line, words).stream()
                            .map(label -> "[" + label.replace(' ', '\u00a0') + "]")
                            .collect(Collectors.joining(" "));
            hanging(
                    Columns.padLeft(AnalysedCall.place(line.utterance()), 7)
                            + "  "
                            + Columns.pad(speaker.apply(line.utterance()), names)
                            + "  ",
                    Columns.plain(line.utterance().displayText())
                            + (labels.isEmpty() ? "" : "  " + labels));
        }
    }

    private void phases() {
        if (call.analysis().phases().isEmpty()) {
            return;
        }
        title("title.phases");
        ReportParts.phases(call, words).forEach(phase -> line(INDENT + phase));
    }

    private void questions() {
        title("title.questions");
        if (!call.speakersKnown() && !call.lines().isEmpty()) {
            line(INDENT + words.text("questions.unknown-speaker"));
        }
        Map<QuestionType, List<ScoredUtterance>> asked = call.questions();
        for (QuestionType type : QuestionType.values()) {
            if (type.isSpin()) {
                questions(type, asked.getOrDefault(type, List.of()));
            }
        }
        String others =
                asked.keySet().stream()
                        .filter(type -> !type.isSpin())
                        .sorted()
                        .map(type -> words.name(type) + " " + asked.get(type).size())
                        .collect(Collectors.joining(" · "));
        if (!others.isEmpty()) {
            line(INDENT + words.text("questions.others") + ": " + others);
        }
    }

    private void questions(QuestionType type, List<ScoredUtterance> asked) {
        String name =
                INDENT + Columns.pad(words.name(type), 12) + Columns.padLeft("" + asked.size(), 4);
        if (asked.isEmpty()) {
            line(name + "  " + words.text("questions.none-asked"));
            return;
        }
        line(name);
        for (ScoredUtterance question : ReportParts.surest(asked, EXAMPLES)) {
            quote(question.utterance());
        }
        long lines = asked.stream().distinct().count();
        if (lines > EXAMPLES) {
            line(" ".repeat(9) + words.text("questions.more", lines - EXAMPLES));
        }
    }

    private void sentiment() {
        title("title.sentiment");
        List<SentimentSummary> sides = SentimentSummary.of(call);
        if (sides.isEmpty()) {
            line(INDENT + words.text("sentiment.customer-none"));
        }
        for (SentimentSummary side : sides) {
            line(
                    INDENT
                            + Columns.pad(words.name(side.speaker()), 10)
                            + side.counts(words)
                            + " · "
                            + words.text("sentiment.mean", ReportParts.signed(side.mean()))
                            + " ("
                            + words.text("sentiment.scale")
                            + ")");
            if (side.hasCourse()) {
                line(" ".repeat(12) + side.course() + "  " + words.text("sentiment.course"));
            }
            side.lowest().ifPresent(low -> extreme(words.text("sentiment.lowest"), low));
            side.highest().ifPresent(high -> extreme(words.text("sentiment.highest"), high));
        }
    }

    private void extreme(String name, ScoredUtterance line) {
        String value = name + " " + ReportParts.signed(line.labels().valence());
        hanging(
                " ".repeat(12) + Columns.pad(value, 14),
                AnalysedCall.place(line.utterance()) + " " + quoted(line.utterance()));
    }

    private void objections() {
        title("title.objections");
        List<ObjectionHandling> objections = call.analysis().objections();
        if (objections.isEmpty()) {
            line(INDENT + words.text("objections.none"));
        }
        int number = 0;
        for (ObjectionHandling objection : objections) {
            number++;
            line(
                    INDENT
                            + number
                            + ". "
                            + words.name(objection.type())
                            + " ("
                            + words.text(
                                    "objections.certainty", Math.round(objection.certainty() * 100))
                            + ")");
            call.utterance(objection.utteranceId()).ifPresent(this::quote);
            objection(objection);
        }
    }

    private void objection(ObjectionHandling objection) {
        String indent = " ".repeat(5);
        if (objection.replyIds().isEmpty()) {
            line(indent + words.text("objections.no-answer"));
            return;
        }
        line(indent + words.text("objections.answer") + ":");
        objection.replyIds().stream()
                .limit(EXAMPLES)
                .flatMap(id -> call.utterance(id).stream())
                .forEach(this::quote);
        line(
                indent
                        + ReportParts.steps(call, objection).stream()
                                .map(step -> ReportParts.step(objection, step, call, words))
                                .collect(Collectors.joining("   ")));
        ReportParts.faults(objection, call, words).ifPresent(faults -> hanging(indent, faults));
        String outcome = String.join(" · ", ReportParts.outcome(objection, words));
        if (!outcome.isEmpty()) {
            hanging(indent, outcome);
        }
        ArcFacts.ending(objection, words).ifPresent(ending -> line(indent + ending + ":"));
        ArcFacts.after(objection, call).forEach(this::quote);
    }

    private void needs() {
        title("title.needs");
        NeedLines needs = NeedLines.of(call, words);
        hanging(INDENT, needs.summary());
        for (NeedLines.Topic topic : needs.topics()) {
            line(
                    INDENT
                            + "▪".repeat(topic.level())
                            + "▫".repeat(4 - topic.level())
                            + " "
                            + topic.head());
            topic.said().forEach(this::quote);
        }
        needs.facts().ifPresent(facts -> line(INDENT + facts));
    }

    private void metrics() {
        title("title.metrics");
        List<MetricRow> rows = MetricRow.of(call.analysis().metrics(), words);
        if (rows.isEmpty()) {
            line(INDENT + words.text("metrics.none"));
            return;
        }
        int names = rows.stream().mapToInt(row -> Columns.width(row.name())).max().orElse(0);
        String thisCall = words.text("metric.this-call");
        line(
                INDENT
                        + Columns.pad("", names)
                        + "  "
                        + Columns.padLeft(thisCall, 10)
                        + "  "
                        + words.text("metric.reference"));
        for (MetricRow row : rows) {
            line(
                    INDENT
                            + Columns.pad(row.name(), names)
                            + "  "
                            + Columns.padLeft(row.value(), Math.max(10, Columns.width(thisCall)))
                            + "  "
                            + Columns.pad(row.reference(), 12)
                            + (row.outside() ? words.text("metric.outside") : ""));
        }
        hanging(INDENT, words.text("metrics.note"));
    }

    private void commitment() {
        title("title.commitment");
        line(INDENT + ReportParts.commitment(call, words));
        call.analysis().commitmentIds().stream()
                .limit(EXAMPLES)
                .flatMap(id -> call.utterance(id).stream())
                .forEach(this::quote);
    }

    private void skills() {
        title("title.skills");
        List<SkillScore> skills = call.analysis().skills();
        if (skills.isEmpty()) {
            line(INDENT + words.text("skills.none"));
            return;
        }
        Set<Skill> absent = EnumSet.allOf(Skill.class);
        for (SkillScore skill : skills) {
            absent.remove(skill.skill());
            line(
                    INDENT
                            + Columns.pad(words.name(skill.skill()), 21)
                            + (skill.judged() ? bar(skill) : words.text("skills.unjudged"))
                            + "  n "
                            + skill.n());
            Explanation.of(skill, call, words).ifPresent(why -> hanging(INDENT.repeat(2), why));
        }
        if (!absent.isEmpty()) {
            hanging(
                    INDENT,
                    words.text(
                            "skills.absent",
                            absent.stream().map(words::name).collect(Collectors.joining(", "))));
        }
        hanging(INDENT, words.text("skills.note"));
        ArcFacts.judgedBy(call, words).ifPresent(by -> hanging(INDENT, by));
    }

    /** The score as a bar and a number, with where it may truly lie. */
    private String bar(SkillScore skill) {
        int full = (int) Math.round(skill.score() / 100 * BAR);
        return "█".repeat(full)
                + "░".repeat(BAR - full)
                + Columns.padLeft("" + Math.round(skill.score()), 5)
                + skill.band().map(band -> " " + ReportParts.band(band, words)).orElse("");
    }

    private void cautions() {
        List<Caution> cautions = call.cautions();
        if (!cautions.isEmpty()) {
            title("title.cautions");
            for (Caution caution : cautions) {
                hanging(INDENT + "! ", ReportParts.caution(caution, call, words, models));
            }
        }
    }

    private void quote(Utterance utterance) {
        hanging(Columns.padLeft(AnalysedCall.place(utterance), 12) + "  ", quoted(utterance));
    }

    private static String quoted(Utterance utterance) {
        return "“" + Columns.plain(utterance.displayText()) + "”";
    }

    private void title(String key) {
        String title = words.text(key);
        text.append(System.lineSeparator());
        line(title);
        line("─".repeat(Columns.width(title)));
    }

    private void hanging(String first, String rest) {
        text.append(hanging(first, rest, width));
    }

    private static String hanging(String first, String rest, int width) {
        int indent = Columns.width(first);
        return first
                + String.join(
                        System.lineSeparator() + " ".repeat(indent),
                        Columns.wrap(rest, width - indent))
                + System.lineSeparator();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
