package talktrack.ingest.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import talktrack.ingest.transcripts.Cue;
import talktrack.ingest.transcripts.TranscriptParser;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Recording;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * How often the rep is guessed right in the demonstration's transcripts, names hidden: whole calls
 * and parts of them, and whether its confidence is right.
 */
final class RepGuessMeasure {

    private RepGuessMeasure() {}

    /** A part of a call; the rep is party 0. */
    record Part(String call, Language language, int utterances, List<Said> said) {}

    public static void main(String[] arguments) throws Exception {
        TreeMap<String, double[]> table = new TreeMap<>();
        TreeMap<Double, double[]> bins = new TreeMap<>();
        for (Part part : parts()) {
            RepGuess.Guess guess = RepGuess.of(part.language(), part.said(), 2);
            boolean right = guess.party() == 0;
            double[] bin =
                    bins.computeIfAbsent(
                            Math.floor(guess.confidence() * 10) / 10, key -> new double[3]);
            bin[0]++;
            bin[1] += right ? 1 : 0;
            bin[2] += guess.confidence();
            double[] row =
                    table.computeIfAbsent(
                            part.language().id()
                                    + String.format(
                                            Locale.ROOT, " %3d utterances", part.utterances()),
                            key -> new double[4]);
            row[0]++;
            row[1] += right ? 1 : 0;
            row[2] += guess.confidence();
            row[3] += Math.pow(guess.confidence() - (right ? 1 : 0), 2);
        }
        table.forEach(
                (name, row) ->
                        System.out.printf(
                                "%s: %3.0f parts, right %.3f, confidence %.3f, Brier %.3f%n",
                                name, row[0], row[1] / row[0], row[2] / row[0], row[3] / row[0]));
        bins.forEach(
                (from, row) ->
                        System.out.printf(
                                "confidence from %.1f: %3.0f parts, right %.3f, confidence %.3f%n",
                                from, row[0], row[1] / row[0], row[2] / row[0]));
    }

    /** The whole of each call, its start, and parts from inside it. */
    static List<Part> parts() throws Exception {
        List<Part> parts = new ArrayList<>();
        for (Demonstration.Call call : Demonstration.calls()) {
            if (call.kind() != Recording.Kind.TRANSCRIPT) {
                continue;
            }
            List<Cue> cues;
            try (var in = Demonstration.open(call)) {
                cues = TranscriptParser.parse(in.readAllBytes());
            }
            List<Said> said = new ArrayList<>();
            for (Cue cue : cues) {
                said.add(
                        new Said(
                                cue.name().equals(call.rep()) ? 0 : 1,
                                TextNormaliser.normalise(call.language(), cue.text())));
            }
            parts.add(new Part(call.file(), call.language(), 999, said));
            for (int length : new int[] {4, 8, 16, 32}) {
                for (int start = 0; start + length <= said.size(); start += Math.max(16, length)) {
                    List<Said> part = said.subList(start, start + length);
                    if (part.stream().mapToInt(Said::party).distinct().count() == 2) {
                        parts.add(new Part(call.file(), call.language(), length, part));
                    }
                }
            }
        }
        return parts;
    }
}
