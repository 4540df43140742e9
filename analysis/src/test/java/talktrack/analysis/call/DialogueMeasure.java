package talktrack.analysis.call;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.corpora.Conversation;
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
 * Reads the labelled conversations as the stages would and says how many phases, commitments, days
 * and kinds are right. Arguments: {@code held-out} (what classifiers are not trained on) or {@code
 * all}, then {@code each} or {@code sums}.
 */
final class DialogueMeasure {

    private static final int NEAR_TURNS = 2;
    private static final int CONTEXT = 10;

    private final Map<String, int[]> sums = new LinkedHashMap<>();
    private final Map<String, Integer> confused = new TreeMap<>();

    private record Dialogue(Conversation call) {

        List<ScoredUtterance> scored() {
            List<Utterance> said = new ArrayList<>();
            for (Map<String, String> turn : call.turns()) {
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
                                call.language(),
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
            var started =
                    LocalDateTime.parse(call.facts().get("started")).toInstant(ZoneOffset.UTC);
            return CallReader.read(
                    new CallDetails(
                            "d",
                            "rep",
                            "Rep",
                            "team",
                            "",
                            started,
                            call.language(),
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

    public static void main(String[] arguments) {
        DialogueMeasure measure = new DialogueMeasure();
        for (Language language : Language.values()) {
            List<Conversation> calls = Conversation.of(language);
            for (int i = 0; i < calls.size(); i++) {
                if (arguments[0].equals("all") || i % 3 == 2) { // every third is not trained on
                    measure.add(new Dialogue(calls.get(i)), arguments[1].equals("each"));
                }
            }
        }
        measure.print();
    }

    private void add(Dialogue dialogue, boolean each) {
        CallAnalysis analysis = dialogue.analysis();
        Map<String, String> facts = dialogue.call().facts();
        String language = facts.get("language");
        List<Phase> read = phases(analysis);
        List<Phase> true_ =
                dialogue.call().turns().stream()
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
        boolean same = commitment.equals(facts.get("commitment"));
        count(language + " commitment", same);
        String day = analysis.commitmentDay().map(Object::toString).orElse("-");
        String trueDay = facts.getOrDefault("commitment-day", "-");
        if (!trueDay.equals("-")) {
            count(language + " agreed days found", trueDay.equals(day));
        }
        if (!day.equals("-")) {
            count(language + " found days right", trueDay.equals(day));
        }
        String kind = guess(analysis.kind());
        String sale = guess(analysis.sale());
        if (!kind.equals("-")) {
            count(language + " guessed kinds right", kind.equals(facts.get("kind")));
        }
        count(language + " kinds guessed at all", !kind.equals("-"));
        if (!sale.equals("-")) {
            count(language + " guessed sales right", sale.equals(facts.get("sale")));
        }
        count(language + " sales guessed at all", !sale.equals("-"));
        if (each) {
            System.out.printf(
                    "%-34s phases %3d %%  %-12s %-12s %s  %s %s  kind %s %s %s  sale %s %s %s%n",
                    dialogue.call().name(),
                    Math.round(100.0 * right / true_.size()),
                    facts.get("commitment"),
                    commitment,
                    same ? "  " : "!!",
                    trueDay,
                    day.equals(trueDay) ? "same" : day + " !!",
                    facts.get("kind"),
                    kind,
                    analysis.kind().map(k -> "%.2f".formatted(k.certainty())).orElse(""),
                    facts.get("sale"),
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
