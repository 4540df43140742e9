package talktrack.api.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.ReadingSettings;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Person;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;

/** A call of the demonstration, read as a server reads it. */
public record ReadTranscript(CallAnalysis analysis, List<ScoredUtterance> utterances) {

    private static final Path FOLDER =
            Path.of("../models/src/main/resources/talktrack/demonstration/transcripts");
    private static final int CONTEXT = 10;

    /**
     * @param name of the file without its ending
     * @param customer whose name is to become a blank
     */
    public static ReadTranscript of(
            Language language, String name, String rep, String customer, Path scratch)
            throws Exception {
        Path file = FOLDER.resolve(language.id()).resolve(name + ".vtt");
        Transcript transcript;
        try (RecordingReader reader = new RecordingReader(scratch, ReadingSettings.USUAL)) {
            transcript =
                    reader.read(
                            ReadRequest.oneShot(
                                    file, Optional.of(language), ChannelLayout.AUTO, rep, ""),
                            (stage, done, all) -> {});
        }
        List<Utterance> said = transcript.utterances();
        List<ScoredUtterance> scored = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            scored.add(
                    new ScoredUtterance(
                            said.get(i),
                            UtteranceScorer.score(
                                    said.get(i), said.subList(Math.max(0, i - CONTEXT), i))));
        }
        Instant started = Instant.parse("2026-11-12T09:00:00Z");
        CallDetails details =
                new CallDetails(
                        transcript.end().callId(),
                        Person.idOf(rep),
                        rep,
                        Person.DEFAULT_TEAM,
                        customer,
                        started,
                        language,
                        file.getFileName().toString(),
                        false,
                        started,
                        Optional.empty(),
                        Optional.empty());
        return new ReadTranscript(
                CallReader.read(details, transcript.end(), scored, ZoneOffset.UTC), scored);
    }

    Map<String, Utterance> said() {
        return utterances.stream()
                .map(ScoredUtterance::utterance)
                .collect(Collectors.toMap(Utterance::utteranceId, Function.identity()));
    }
}
