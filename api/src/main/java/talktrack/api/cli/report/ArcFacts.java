package talktrack.api.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.ObjectionCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Label;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** How an objection went on, in the words of the reports. */
final class ArcFacts {

    /** An answer this much faster or slower than the rep's usual pace is worth a word. */
    private static final double NOTABLE_PACE = 0.1;

    private ArcFacts() {}

    /** How the rep began to answer, and how often the same was raised. */
    static List<String> answering(ObjectionHandling objection, Words words) {
        ObjectionCourse course = objection.course();
        List<String> facts = new ArrayList<>();
        course.pauseSeconds()
                .ifPresent(
                        pause ->
                                facts.add(
                                        words.text(
                                                pause < 0
                                                        ? "objections.overlap"
                                                        : "objections.pause",
                                                decimal(Math.abs(pause)))));
        course.paceRatio()
                .ifPresent(
                        ratio -> {
                            if (Math.abs(ratio - 1) >= NOTABLE_PACE) {
                                facts.add(
                                        words.text(
                                                ratio > 1
                                                        ? "objections.faster"
                                                        : "objections.slower",
                                                Math.round(Math.abs(ratio - 1) * 100)));
                            }
                        });
        if (course.timesRaised() > 1) {
            facts.add(words.text("objections.times", course.timesRaised()));
        }
        return facts;
    }

    /** How it ended, where that was read. */
    static Optional<String> ending(ObjectionHandling objection, Words words) {
        return objection.course().outcome().map(words::name);
    }

    /** What the customer said next and, if that is another line, with what it ended. */
    static List<Utterance> after(ObjectionHandling objection, AnalysedCall call) {
        return Stream.of(objection.course().afterId(), objection.course().endId())
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(id -> call.utterance(id).stream())
                .toList();
    }

    /** Where a step or a fault shows, in brackets, or nothing. */
    static String place(ObjectionHandling objection, Label label, AnalysedCall call) {
        return Optional.ofNullable(objection.course().evidence().get(label.id()))
                .flatMap(call::utterance)
                .map(shown -> " (" + AnalysedCall.place(shown) + ")")
                .orElse("");
    }

    /** What emotional control was judged by, where it was. */
    static Optional<String> judgedBy(AnalysedCall call, Words words) {
        return call.analysis().skills().stream()
                .filter(skill -> skill.skill() == Skill.EMOTIONAL_CONTROL)
                .findFirst()
                .map(
                        skill ->
                                skill.evidence().stream()
                                        .flatMap(id -> call.utterance(id).stream())
                                        .filter(said -> said.speaker() == Speaker.REP)
                                        .anyMatch(
                                                said -> said.voiceMeasures().arousal().isPresent()))
                .map(voice -> words.text(voice ? "skills.by-words-and-voice" : "skills.by-words"));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
