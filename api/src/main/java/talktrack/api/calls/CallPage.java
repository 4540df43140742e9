package talktrack.api.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.Judged;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.PhaseSpan;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.SaleSize;

/**
 * All of one call but its transcript.
 *
 * @param metrics absent until the call is analysed, like everything below it
 * @param metricEvidence utterances to hear a metric by, under its name
 * @param missedChances suggestions for moments that are no objection, in the call's order
 */
record CallPage(
        @JsonUnwrapped CallSummary summary,
        int revision,
        Optional<ChannelLayout> layout,
        Optional<Integer> channels,
        OptionalDouble wordConfidence,
        Optional<SpeakerCertainty> speakers,
        boolean hasAudio,
        Optional<CallMetrics> metrics,
        List<SkillScore> skills,
        List<Objection> objections,
        Optional<CallNeeds> needs,
        Optional<Commitment> commitment,
        List<String> commitmentIds,
        Optional<String> rulesVersion,
        Optional<LocalDate> commitmentDay,
        List<PhaseSpan> phases,
        Optional<Judged<CallKind>> kind,
        Optional<Judged<SaleSize>> sale,
        Map<String, List<String>> metricEvidence,
        List<SuggestionView> missedChances) {

    /**
     * @param id of the utterance that raises it
     */
    record Objection(
            String id,
            @JsonUnwrapped ObjectionHandling handling,
            Optional<SuggestionView> suggestion) {}

    /**
     * @param since what came of its talk tracks after it was written, by id; those that are as they
     *     were are not in it
     */
    record SuggestionView(
            String id, @JsonUnwrapped Suggestion suggestion, Map<String, Suggestion.Since> since) {

        static SuggestionView of(Suggestion suggestion, Map<String, TalkTrack> newest) {
            Map<String, Suggestion.Since> since = new TreeMap<>();
            suggestion.talkTrackIds().stream()
                    .filter(newest::containsKey)
                    .map(newest::get)
                    .forEach(
                            track ->
                                    suggestion
                                            .since(track)
                                            .ifPresent(what -> since.put(track.id(), what)));
            return new SuggestionView(suggestion.suggestionId(), suggestion, since);
        }
    }

    static CallPage of(
            Call call,
            boolean hasAudio,
            Optional<CallAnalysis> analysis,
            List<Suggestion> suggestions,
            Map<String, TalkTrack> talkTracks) {
        List<SuggestionView> views =
                suggestions.stream().map(one -> SuggestionView.of(one, talkTracks)).toList();
        var done = call.transcribed();
        return new CallPage(
                CallSummary.of(call, analysis),
                call.revision(),
                done.map(TranscriptEnd.Transcribed::layout),
                done.map(TranscriptEnd.Transcribed::channels),
                done.map(TranscriptEnd.Transcribed::wordConfidence).orElse(OptionalDouble.empty()),
                done.map(TranscriptEnd.Transcribed::speakers),
                hasAudio,
                analysis.map(CallAnalysis::metrics),
                analysis.map(CallAnalysis::skills).orElse(List.of()),
                analysis.map(CallAnalysis::objections).orElse(List.of()).stream()
                        .map(objection -> objection(objection, views))
                        .toList(),
                analysis.map(CallAnalysis::needs),
                analysis.map(CallAnalysis::commitment),
                analysis.map(CallAnalysis::commitmentIds).orElse(List.of()),
                analysis.map(CallAnalysis::rulesVersion),
                analysis.flatMap(CallAnalysis::commitmentDay),
                analysis.map(CallAnalysis::phases).orElse(List.of()),
                analysis.flatMap(CallAnalysis::kind),
                analysis.flatMap(CallAnalysis::sale),
                analysis.map(CallAnalysis::metricEvidence).orElse(Map.of()),
                views.stream()
                        .filter(one -> one.suggestion().kind() != Suggestion.Kind.OBJECTION)
                        .toList());
    }

    private static Objection objection(ObjectionHandling handling, List<SuggestionView> views) {
        return new Objection(
                handling.utteranceId(),
                handling,
                views.stream()
                        .filter(one -> one.suggestion().kind() == Suggestion.Kind.OBJECTION)
                        .filter(
                                one ->
                                        one.suggestion()
                                                .utteranceId()
                                                .equals(handling.utteranceId()))
                        .findFirst());
    }
}
