package talktrack.api.cli.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.ingest.Transcript;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Person;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Speaker;

/**
 * A call that was read without servers.
 *
 * @param file as the user named it
 */
public record AnalysedCall(String file, Transcript transcript, CallAnalysis analysis) {

    private static final int CONTEXT = 10;

    /**
     * Reads what was said: the very functions that the servers use.
     *
     * @param language of the call when nothing was said
     * @param repName may be empty
     * @param kind as declared; empty means: guess
     */
    public static AnalysedCall of(
            String file,
            Transcript transcript,
            Language language,
            String repName,
            Instant startedAt,
            ZoneId zone,
            Optional<CallKind> kind,
            Optional<SaleSize> sale) {
        List<Utterance> utterances = transcript.utterances();
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            List<Utterance> before = utterances.subList(Math.max(0, i - CONTEXT), i);
            scored.add(
                    new ScoredUtterance(
                            utterances.get(i), UtteranceScorer.score(utterances.get(i), before)));
        }
        String rep = repName.isBlank() ? "rep" : repName.strip();
        CallDetails details =
                new CallDetails(
                        transcript.end().callId(),
                        Person.idOf(rep),
                        rep,
                        Person.DEFAULT_TEAM,
                        "",
                        startedAt,
                        utterances.isEmpty() ? language : utterances.getFirst().language(),
                        file,
                        false,
                        startedAt,
                        kind,
                        sale);
        return new AnalysedCall(
                file, transcript, CallReader.read(details, transcript.end(), scored, zone));
    }

    /** What was said, each with its final labels, in the call's order. */
    List<ScoredUtterance> lines() {
        Map<String, UtteranceLabels> labels =
                analysis.labels().stream()
                        .collect(
                                Collectors.toMap(
                                        CallAnalysis.UtteranceReading::utteranceId,
                                        CallAnalysis.UtteranceReading::labels));
        return transcript.utterances().stream()
                .filter(utterance -> labels.containsKey(utterance.utteranceId()))
                .map(
                        utterance ->
                                new ScoredUtterance(utterance, labels.get(utterance.utteranceId())))
                .toList();
    }

    Optional<Utterance> utterance(String id) {
        return transcript.utterances().stream()
                .filter(utterance -> utterance.utteranceId().equals(id))
                .findFirst();
    }

    /**
     * The rep's questions by type, as far as it is certain enough to be counted; where nobody knows
     * who speaks, everybody's. A line that asks two things is there twice.
     */
    Map<QuestionType, List<ScoredUtterance>> questions() {
        return lines().stream()
                .filter(line -> !line.labels().unclear())
                .filter(line -> line.utterance().speaker() != Speaker.CUSTOMER)
                .flatMap(
                        line -> line.labels().countedQuestions().map(type -> Map.entry(type, line)))
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What one side said, by how it sounded. */
    List<ScoredUtterance> clearLinesOf(Speaker speaker) {
        return lines().stream()
                .filter(line -> line.utterance().speaker() == speaker && !line.labels().unclear())
                .toList();
    }

    /** Whether it is known who speaks. */
    boolean speakersKnown() {
        return transcript.utterances().stream()
                .anyMatch(utterance -> utterance.speaker() != Speaker.UNKNOWN);
    }

    /** What to know before trusting the numbers, of transcript and analysis together. */
    List<Caution> cautions() {
        return java.util.stream.Stream.of(transcript.end().cautions(), analysis.cautions())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** How an utterance's place reads: a time, or without times its number. */
    static String place(Utterance utterance) {
        return utterance.timed()
                ? clock(utterance.startSeconds().getAsDouble())
                : "#" + (utterance.index() + 1);
    }

    /** {@code 1:02:03}, {@code 2:03}. */
    static String clock(double seconds) {
        long whole = (long) seconds;
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }

    /** Who speaks, by name where an imported transcript has one. */
    static Function<Utterance, String> speaker(Words words) {
        return utterance ->
                utterance.speaker() == Speaker.UNKNOWN && !utterance.speakerName().isEmpty()
                        ? Columns.plain(utterance.speakerName())
                        : words.name(utterance.speaker());
    }
}
