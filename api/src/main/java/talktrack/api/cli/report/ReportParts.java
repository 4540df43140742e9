package talktrack.api.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import talktrack.models.events.Band;
import talktrack.models.events.Judged;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.SourceMode;

/** Phrases that the terminal's and the page's report share. */
final class ReportParts {

    private ReportParts() {}

    /** What kind of call it is and where its words come from. */
    static List<String> about(AnalysedCall call, Words words) {
        TranscriptEnd.Transcribed end = call.transcript().end();
        List<String> about = new ArrayList<>();
        about.add(words.name(call.analysis().language()));
        end.durationSeconds().ifPresent(seconds -> about.add(AnalysedCall.clock(seconds)));
        about.add(words.name(end.mode()));
        if (end.mode() == SourceMode.STEREO && end.layout() != ChannelLayout.AUTO) {
            about.add(words.name(end.layout()));
        }
        about.addAll(speakers(end, words));
        call.analysis().kind().ifPresent(kind -> about.add(judged(kind, words)));
        call.analysis().sale().ifPresent(sale -> about.add(judged(sale, words)));
        about.add(words.text("about.utterances", end.utteranceCount()));
        about.add(
                end.model().equals("imported")
                        ? words.text("about.imported")
                        : words.text("about.model", Columns.plain(end.model())));
        end.wordConfidence()
                .ifPresent(
                        confidence ->
                                about.add(
                                        words.text(
                                                "about.confidence", Math.round(confidence * 100))));
        return about;
    }

    private static String judged(Judged<? extends Label> judged, Words words) {
        return judged.declared()
                ? words.name(judged.label())
                : words.text(
                        "about.guessed",
                        words.name(judged.label()),
                        Math.round(judged.certainty() * 100));
    }

    /** How the call ended, and the day that was agreed on. */
    static String commitment(AnalysedCall call, Words words) {
        String ended = words.name(call.analysis().commitment());
        return call.analysis()
                .commitmentDay()
                .map(day -> words.text("commitment.day", ended, day))
                .orElse(ended);
    }

    /** Where each phase starts and ends. */
    static List<String> phases(AnalysedCall call, Words words) {
        return call.analysis().phases().stream()
                .map(
                        span ->
                                words.name(span.phase())
                                        + "  "
                                        + call.utterance(span.firstId())
                                                .map(AnalysedCall::place)
                                                .orElseThrow()
                                        + " – "
                                        + (span.endSeconds().isPresent()
                                                ? AnalysedCall.clock(
                                                        span.endSeconds().getAsDouble())
                                                : call.utterance(span.lastId())
                                                        .map(AnalysedCall::place)
                                                        .orElseThrow()))
                .toList();
    }

    /** How many voices share a channel, and how sure it is who they are. */
    private static List<String> speakers(TranscriptEnd.Transcribed end, Words words) {
        SpeakerCertainty told = end.speakers();
        List<String> speakers = new ArrayList<>();
        if (told.voices() > 0) {
            speakers.add(
                    words.text(told.voices() == 1 ? "about.voice" : "about.voices", told.voices()));
        }
        if (told.voices() > 1) {
            told.errorShare()
                    .ifPresent(
                            share ->
                                    speakers.add(
                                            words.text(
                                                    "about.speaker-error",
                                                    Math.round(share * 100))));
        }
        told.repConfidence()
                .ifPresent(
                        confidence ->
                                speakers.add(
                                        words.text(
                                                "about.rep-confidence",
                                                Math.round(confidence * 100))));
        return speakers;
    }

    /** Where a score may truly lie. */
    static String band(Band band, Words words) {
        return words.text("skills.band", Math.round(band.low()), Math.round(band.high()));
    }

    /** The labels of a line that are worth a reader's eye. */
    static List<String> labels(ScoredUtterance line, Words words) {
        if (line.labels().unclear()) {
            return List.of(words.text("line.unclear"));
        }
        List<String> labels = new ArrayList<>();
        line.labels().questions().map(asked -> question(asked, words)).forEach(labels::add);
        ObjectionType objection = line.labels().objection().label();
        if (objection != ObjectionType.NONE) {
            labels.add(
                    perhaps(
                            line.labels().objection().score() >= ObjectionHandling.SURE_FROM,
                            words.text("line.objection", words.name(objection)),
                            words));
        }
        Sentiment sentiment = line.labels().sentiment().label();
        if (sentiment != Sentiment.NEUTRAL) {
            labels.add(perhaps(line.labels().sentiment().counts(), words.name(sentiment), words));
        }
        line.labels().emotion().map(words::name).ifPresent(labels::add);
        return labels;
    }

    private static String question(Scored<QuestionType> asked, Words words) {
        QuestionType type = asked.label();
        return perhaps(
                asked.counts(),
                type.isSpin() ? words.text("line.question", words.name(type)) : words.name(type),
                words);
    }

    private static String perhaps(boolean sure, String label, Words words) {
        return sure ? label : words.text("line.perhaps", label);
    }

    /** The questions whose type is surest, in the call's order. */
    static List<ScoredUtterance> surest(List<ScoredUtterance> questions, int limit) {
        return questions.stream()
                .distinct()
                .sorted(
                        Comparator.comparingDouble(
                                        (ScoredUtterance line) -> line.labels().question().score())
                                .reversed())
                .limit(limit)
                .sorted(Comparator.comparingInt(line -> line.utterance().index()))
                .toList();
    }

    /** The steps to look for; the pause only where times can show it. */
    static List<HandlingStep> steps(AnalysedCall call, ObjectionHandling objection) {
        boolean timed = call.utterance(objection.utteranceId()).map(Utterance::timed).orElse(false);
        return Arrays.stream(HandlingStep.values())
                .filter(step -> timed || step != HandlingStep.PAUSE)
                .toList();
    }

    /** Whether a step was seen, and where. */
    static String step(
            ObjectionHandling objection, HandlingStep step, AnalysedCall call, Words words) {
        String name = words.name(step) + ArcFacts.place(objection, step, call);
        if (objection.steps().contains(step)) {
            return "✓ " + name;
        }
        return objection.course().perhaps(step).isPresent()
                ? "? " + words.text("line.perhaps", name)
                : "✗ " + name;
    }

    /** What went wrong in the answer, and then what perhaps did; empty where nothing. */
    static Optional<String> faults(ObjectionHandling objection, AnalysedCall call, Words words) {
        List<String> faults = new ArrayList<>();
        objection
                .faults()
                .forEach(one -> faults.add(words.name(one) + ArcFacts.place(objection, one, call)));
        Arrays.stream(HandlingFault.values())
                .filter(one -> objection.course().perhaps(one).isPresent())
                .map(one -> words.name(one) + ArcFacts.place(objection, one, call))
                .forEach(one -> faults.add(words.text("line.perhaps", one)));
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text("objections.faults") + ": " + String.join(", ", faults));
    }

    /** Score, the customer's mood before and after, whether it came back. */
    static List<String> outcome(ObjectionHandling objection, Words words) {
        List<String> outcome = new ArrayList<>();
        objection
                .score()
                .ifPresent(score -> outcome.add(words.text("objections.score", Math.round(score))));
        if (objection.valenceBefore().isPresent() && objection.valenceAfter().isPresent()) {
            outcome.add(
                    words.text(
                            "objections.mood",
                            signed(objection.valenceBefore().getAsDouble()),
                            signed(objection.valenceAfter().getAsDouble())));
        }
        outcome.addAll(ArcFacts.answering(objection, words));
        if (objection.cameBack() && objection.course().timesRaised() == 0) {
            outcome.add(words.text("objections.came-back"));
        }
        return outcome;
    }

    static String caution(Caution caution, AnalysedCall call, Words words, Path models) {
        return words.text(Words.key(caution), models, call.analysis().language().id());
    }

    /** {@code +0.3}, {@code −0.2}, {@code 0.0}. */
    static String signed(double value) {
        String number = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        if (number.equals("0.0")) {
            return number;
        }
        return (value < 0 ? "−" : "+") + number;
    }
}
