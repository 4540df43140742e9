package talktrack.analysis.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.corpora.Corpus;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/** Reads the shipped demonstration transcripts as the stages would; its main prints a table. */
final class DemonstrationReading {

    private static final Pattern CUE =
            Pattern.compile(
                    "(\\d\\d):(\\d\\d):(\\d\\d\\.\\d+) --> (\\d\\d):(\\d\\d):(\\d\\d\\.\\d+)\\n<v ([^>]+)>(.*)");
    private static final java.time.LocalDate FIRST_START = java.time.LocalDate.of(2026, 11, 23);

    private DemonstrationReading() {}

    record Read(
            Demonstration.Call call, String outcome, CallAnalysis analysis, List<Utterance> said) {}

    static List<Read> transcripts() throws IOException {
        return transcripts(call -> true);
    }

    static List<Read> transcripts(Predicate<Demonstration.Call> which) throws IOException {
        Map<String, String> outcomes = new java.util.HashMap<>();
        Corpus.read("/talktrack/demonstration/calls.tsv")
                .forEach(row -> outcomes.put(row.get("file"), row.get("outcome")));
        List<Read> read = new ArrayList<>();
        for (Demonstration.Call call : Demonstration.calls()) {
            if (call.kind() == Recording.Kind.TRANSCRIPT && which.test(call)) {
                List<Utterance> said = utterances(call);
                read.add(new Read(call, outcomes.get(call.file()), analysis(call, said), said));
            }
        }
        return read;
    }

    static CallAnalysis analysis(Demonstration.Call call, List<Utterance> said) {
        ZoneId zone = ZoneId.of("UTC");
        var started = call.startedAt(FIRST_START, zone).toInstant();
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            scored.add(
                    new ScoredUtterance(
                            said.get(i),
                            UtteranceScorer.score(
                                    said.get(i), said.subList(Math.max(0, i - 10), i))));
        }
        return CallReader.read(
                new CallDetails(
                        "demo",
                        Person.idOf(call.rep()),
                        call.rep(),
                        call.team(),
                        call.customer(),
                        started,
                        call.language(),
                        call.fileName(),
                        true,
                        started,
                        java.util.Optional.empty(),
                        java.util.Optional.empty()),
                new TranscriptEnd.Transcribed(
                        "demo",
                        1,
                        said.size(),
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
                        started),
                scored,
                zone);
    }

    private static List<Utterance> utterances(Demonstration.Call call) throws IOException {
        try (InputStream in = Demonstration.open(call)) {
            Matcher cue = CUE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<Utterance> said = new ArrayList<>();
            while (cue.find()) {
                String text =
                        cue.group(8)
                                .replace("&amp;", "&")
                                .replace("&lt;", "<")
                                .replace("&gt;", ">");
                boolean rep = cue.group(7).equals(call.rep());
                said.add(
                        new Utterance(
                                Utterance.id("demo", 1, said.size()),
                                "demo",
                                1,
                                said.size(),
                                0,
                                0,
                                rep ? Speaker.REP : Speaker.CUSTOMER,
                                cue.group(7),
                                call.language(),
                                OptionalDouble.of(seconds(cue, 1)),
                                OptionalDouble.of(seconds(cue, 4)),
                                text,
                                text,
                                List.of()));
            }
            return said;
        }
    }

    private static double seconds(Matcher cue, int from) {
        return Integer.parseInt(cue.group(from)) * 3600
                + Integer.parseInt(cue.group(from + 1)) * 60
                + Double.parseDouble(cue.group(from + 2));
    }

    /** Prints outcome and skills of every call, or with a file name's part its labels. */
    public static void main(String[] arguments) throws IOException {
        int right = 0;
        List<Read> all = transcripts();
        for (Read read :
                all.stream().sorted(java.util.Comparator.comparing(r -> r.call().rep())).toList()) {
            CallAnalysis analysis = read.analysis();
            boolean same = analysis.commitment().id().equals(read.outcome());
            right += same ? 1 : 0;
            StringBuilder skills = new StringBuilder();
            for (talktrack.models.labels.Skill skill : talktrack.models.labels.Skill.values()) {
                skills.append(
                        analysis.skills().stream()
                                .filter(s -> s.skill() == skill)
                                .map(s -> " %3.0f".formatted(s.score()))
                                .findFirst()
                                .orElse("   -"));
            }
            System.out.printf(
                    "%-12s %2d %-12s %-12s %s %s ratio %.2f obj %d%n",
                    read.call().rep(),
                    read.call().week(),
                    read.outcome(),
                    analysis.commitment().id(),
                    same ? "  " : "!!",
                    skills,
                    analysis.metrics().talkRatio().orElse(-1),
                    analysis.objections().size());
            if (arguments.length > 0 && read.call().file().contains(arguments[0])) {
                for (int i = 0; i < read.said().size(); i++) {
                    var labels = analysis.labels().get(i).labels();
                    System.out.printf(
                            "   %-8s %s   [%s %.2f | %s %.2f | %+.2f | %s %s]%n",
                            read.said().get(i).speaker(),
                            read.said().get(i).text(),
                            labels.question().label().id(),
                            labels.question().score(),
                            labels.objection().label().id(),
                            labels.objection().score(),
                            labels.valence(),
                            labels.steps(),
                            labels.faults());
                }
                analysis.objections().forEach(o -> System.out.println("   " + o));
                analysis.phases().forEach(p -> System.out.println("   " + p));
                System.out.println(
                        "   " + analysis.commitmentDay() + analysis.kind() + analysis.sale());
            }
        }
        System.out.printf("commitment right in %d of %d%n", right, all.size());
    }
}
