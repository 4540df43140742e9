package talktrack.analysis.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Judged;
import talktrack.models.events.PhaseSpan;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Phase;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/**
 * Reads whole labelled dialogues as the stages would and says how many phases, commitments, days
 * and kinds are right. Arguments: {@code odd}, {@code even} or {@code all} (which files, by their
 * number), {@code each} or {@code sums}, then folders.
 */
final class DialogueMeasure {

    private static final int NEAR_TURNS = 2;
    private static final int CONTEXT = 10;

    private final Map<String, int[]> sums = new LinkedHashMap<>();
    private final Map<String, Integer> confused = new java.util.TreeMap<>();

    record Dialogue(Map<String, String> head, List<Map<String, String>> turns) {
        static Dialogue read(Path file) throws IOException {
            Map<String, String> head = new HashMap<>();
            List<Map<String, String>> turns = new ArrayList<>();
            List<String> columns = List.of();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("# ")) {
                    head.put(
                            line.substring(2, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip());
                } else if (columns.isEmpty()) {
                    columns = List.of(line.split("\t"));
                } else if (!line.isBlank()) {
                    String[] cells = line.split("\t", -1);
                    Map<String, String> turn = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        turn.put(columns.get(i), cells[i]);
                    }
                    turns.add(turn);
                }
            }
            return new Dialogue(head, turns);
        }

        Language language() {
            return Label.parse(Language.class, head.get("language"));
        }

        List<ScoredUtterance> scored() {
            List<Utterance> said = new ArrayList<>();
            for (Map<String, String> turn : turns) {
                said.add(
                        new Utterance(
                                Utterance.id("d", 1, said.size()),
                                "d",
                                1,
                                said.size(),
                                0,
                                0,
                                Label.parse(Speaker.class, turn.get("speaker")),
                                "",
                                language(),
                                OptionalDouble.of(Double.parseDouble(turn.get("start"))),
                                OptionalDouble.of(Double.parseDouble(turn.get("end"))),
                                turn.get("text"),
                                turn.get("text"),
                                List.of()));
            }
            List<ScoredUtterance> scored = new ArrayList<>();
            for (int i = 0; i < said.size(); i++) {
                scored.add(
                        new ScoredUtterance(
                                said.get(i),
                                UtteranceScorer.score(
                                        said.get(i), said.subList(Math.max(0, i - CONTEXT), i))));
            }
            return scored;
        }

        TranscriptEnd.Transcribed end(int count, java.time.Instant started) {
            return new TranscriptEnd.Transcribed(
                    "d",
                    1,
                    count,
                    OptionalDouble.empty(),
                    SourceMode.TIMED_TRANSCRIPT,
                    0,
                    ChannelLayout.AUTO,
                    "imported",
                    OptionalDouble.empty(),
                    List.of(),
                    "",
                    SpeakerCertainty.UNTOLD,
                    OptionalDouble.empty(),
                    started);
        }

        CallAnalysis analysis() {
            List<ScoredUtterance> scored = scored();
            var started = LocalDateTime.parse(head.get("started")).toInstant(ZoneOffset.UTC);
            return CallReader.read(
                    new CallDetails(
                            "d",
                            "rep",
                            "Rep",
                            "team",
                            "",
                            started,
                            language(),
                            "d.txt",
                            false,
                            started,
                            Optional.empty(),
                            Optional.empty()),
                    end(scored.size(), started),
                    scored,
                    ZoneOffset.UTC);
        }
    }

    public static void main(String[] arguments) throws IOException {
        DialogueMeasure measure = new DialogueMeasure();
        for (String folder : List.of(arguments).subList(2, arguments.length)) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".tsv"))
                                .filter(f -> wanted(f, arguments[0]))
                                .sorted()
                                .toList()) {
                    measure.add(file, Dialogue.read(file), arguments[1].equals("each"));
                }
            }
        }
        measure.print();
    }

    private static boolean wanted(Path file, String which) {
        int number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D.*", ""));
        return which.equals("all") || which.equals(number % 2 == 1 ? "odd" : "even");
    }

    private void add(Path file, Dialogue dialogue, boolean each) {
        CallAnalysis analysis = dialogue.analysis();
        String language = dialogue.head().get("language");
        List<Phase> read = phases(analysis);
        List<Phase> true_ =
                dialogue.turns().stream()
                        .map(t -> Label.parse(Phase.class, t.get("phase")))
                        .toList();
        int right = 0;
        for (int i = 0; i < true_.size(); i++) {
            boolean same = !read.isEmpty() && read.get(i) == true_.get(i);
            right += same ? 1 : 0;
            count(language + " turns in the right phase", same);
            if (!read.isEmpty()) {
                confused.merge(true_.get(i).id() + " read as " + read.get(i).id(), 1, Integer::sum);
            }
        }
        boundaries(language + " true starts found within 2 turns", true_, read);
        boundaries(language + " read starts that are true within 2 turns", read, true_);
        String commitment = analysis.commitment().id();
        boolean same = commitment.equals(dialogue.head().get("commitment"));
        count(language + " commitment", same);
        String day = analysis.commitmentDay().map(Object::toString).orElse("-");
        String trueDay = dialogue.head().getOrDefault("commitment-day", "-");
        if (!trueDay.equals("-")) {
            count(language + " agreed days found", trueDay.equals(day));
        }
        if (!day.equals("-")) {
            count(language + " found days right", trueDay.equals(day));
        }
        String kind = guess(analysis.kind());
        String sale = guess(analysis.sale());
        if (!kind.equals("-")) {
            count(language + " guessed kinds right", kind.equals(dialogue.head().get("kind")));
        }
        count(language + " kinds guessed at all", !kind.equals("-"));
        if (!sale.equals("-")) {
            count(language + " guessed sales right", sale.equals(dialogue.head().get("sale")));
        }
        count(language + " sales guessed at all", !sale.equals("-"));
        if (each) {
            System.out.printf(
                    "%-34s phases %3d %%  %-12s %-12s %s  %s %s  kind %s %s %s  sale %s %s %s%n",
                    file.getFileName(),
                    Math.round(100.0 * right / true_.size()),
                    dialogue.head().get("commitment"),
                    commitment,
                    same ? "  " : "!!",
                    trueDay,
                    day.equals(trueDay) ? "same" : day + " !!",
                    dialogue.head().get("kind"),
                    kind,
                    analysis.kind().map(k -> "%.2f".formatted(k.certainty())).orElse(""),
                    dialogue.head().get("sale"),
                    sale,
                    analysis.sale().map(k -> "%.2f".formatted(k.certainty())).orElse(""));
            System.out.println("     " + course(true_) + "\n     " + course(read));
        }
    }

    private static <L extends Label> String guess(Optional<Judged<L>> judged) {
        return judged.map(one -> one.label().id()).orElse("-");
    }

    private static List<Phase> phases(CallAnalysis analysis) {
        List<Phase> phases = new ArrayList<>();
        int span = -1;
        for (var reading : analysis.labels()) {
            List<PhaseSpan> spans = analysis.phases();
            if (span + 1 < spans.size()
                    && spans.get(span + 1).firstId().equals(reading.utteranceId())) {
                span++;
            }
            if (span >= 0) {
                phases.add(spans.get(span).phase());
            }
        }
        return phases;
    }

    private void boundaries(String what, List<Phase> from, List<Phase> in) {
        for (int i = 1; i < from.size(); i++) {
            if (from.get(i) == from.get(i - 1)) {
                continue;
            }
            boolean near = false;
            for (int j = Math.max(1, i - NEAR_TURNS);
                    j <= Math.min(in.size() - 1, i + NEAR_TURNS);
                    j++) {
                near |= in.get(j) != in.get(j - 1) && in.get(j) == from.get(i);
            }
            count(what, near);
        }
    }

    private static String course(List<Phase> phases) {
        StringBuilder course = new StringBuilder();
        for (int i = 0; i < phases.size(); i++) {
            if (i == 0 || phases.get(i) != phases.get(i - 1)) {
                course.append(phases.get(i).id()).append(' ').append(i + 1).append("  ");
            }
        }
        return course.toString();
    }

    private void count(String what, boolean yes) {
        int[] sum = sums.computeIfAbsent(what, key -> new int[2]);
        sum[0] += yes ? 1 : 0;
        sum[1]++;
    }

    private void print() {
        confused.forEach((what, n) -> System.out.printf("%-34s %5d%n", what, n));
        sums.forEach(
                (what, n) ->
                        System.out.printf(
                                "%-46s %4d of %4d  %.2f%n",
                                what, n[0], n[1], (double) n[0] / n[1]));
    }
}
