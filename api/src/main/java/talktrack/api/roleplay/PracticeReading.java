package talktrack.api.roleplay;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.Classifiers;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Person;
import talktrack.models.events.RolePlay.Line;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/**
 * Reads a practice call as a real one: with the very functions that the servers use. Only what the
 * customer means is known from the script, and so as certain as if a person had said it.
 */
final class PracticeReading {

    private static final int CONTEXT = 10;

    private final String id;
    private final Language language;
    private final List<ScoredUtterance> scored = new ArrayList<>();
    private final List<LabelCorrection> known = new ArrayList<>();

    PracticeReading(String id, Language language) {
        this.id = id;
        this.language = language;
    }

    List<Utterance> utterances() {
        return scored.stream().map(ScoredUtterance::utterance).toList();
    }

    /** Takes in what the customer said. */
    void customer(String words, Meant meant) {
        ScoredUtterance said = add(new Line(Speaker.CUSTOMER, words));
        for (TaskLabel label :
                List.of(
                        new TaskLabel.Objection(meant.objection()),
                        new TaskLabel.CustomerNeed(meant.need()))) {
            known.add(LabelCorrection.of(said, label, "", Instant.EPOCH));
        }
    }

    private ScoredUtterance add(Line line) {
        int index = scored.size();
        Utterance utterance =
                new Utterance(
                        Utterance.id(id, 1, index),
                        id,
                        1,
                        index,
                        0,
                        0,
                        line.speaker(),
                        "",
                        language,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        line.text(),
                        line.text(),
                        List.of());
        List<Utterance> before =
                scored.subList(Math.max(0, index - CONTEXT), index).stream()
                        .map(ScoredUtterance::utterance)
                        .toList();
        ScoredUtterance one =
                new ScoredUtterance(utterance, UtteranceScorer.score(utterance, before));
        scored.add(one);
        return one;
    }

    /**
     * What the rep said.
     *
     * @param openObjection the customer's words that wait for an answer
     */
    Turn turn(String text, Optional<String> openObjection) {
        ScoredUtterance said = add(new Line(Speaker.REP, text));
        Set<HandlingStep> steps = EnumSet.noneOf(HandlingStep.class);
        Set<HandlingFault> faults = EnumSet.noneOf(HandlingFault.class);
        if (openObjection.isPresent()) {
            Classifiers.HandlingReading handling =
                    Classifiers.of(language).handling(text, openObjection.get());
            steps.addAll(handling.steps());
            faults.addAll(handling.faults());
        }
        return new Turn(text, said.labels().question().label(), steps, faults);
    }

    /** All of it, as a call of that rep. */
    CallAnalysis whole(String repId, Instant startedAt, ZoneId zone) {
        CallDetails details =
                new CallDetails(
                        id,
                        repId,
                        repId,
                        Person.DEFAULT_TEAM,
                        "",
                        startedAt,
                        language,
                        "",
                        false,
                        startedAt,
                        Optional.of(CallKind.DISCOVERY),
                        Optional.of(SaleSize.MAJOR));
        TranscriptEnd.Transcribed end =
                new TranscriptEnd.Transcribed(
                        id,
                        1,
                        scored.size(),
                        OptionalDouble.empty(),
                        SourceMode.UNTIMED_TRANSCRIPT,
                        0,
                        ChannelLayout.AUTO,
                        "imported",
                        OptionalDouble.empty(),
                        List.of(),
                        "",
                        SpeakerCertainty.UNTOLD,
                        OptionalDouble.empty(),
                        startedAt);
        return CallReader.read(details, end, scored, known, zone);
    }
}
