package talktrack.api.heatmap;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.models.events.CallCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** What a cell's evidence is evidence of. */
sealed interface Wanted {

    /** The utterances of this call that show it, the most telling first. */
    List<String> in(EvidenceOfCall call);

    /** The call's score for it, 0…100; absent where nothing is scored. */
    default OptionalDouble score(EvidenceOfCall call) {
        return OptionalDouble.empty();
    }

    /**
     * These calls in the order in which a coach should hear them.
     *
     * @param calls the newest first
     */
    default List<EvidenceOfCall> ordered(List<EvidenceOfCall> calls) {
        return calls;
    }

    /** The weakest call first: there a coach finds the clip to talk about. */
    record OfSkill(Skill skill) implements Wanted {
        @Override
        public List<String> in(EvidenceOfCall call) {
            return call.of(skill).orElseThrow().evidence();
        }

        @Override
        public OptionalDouble score(EvidenceOfCall call) {
            return OptionalDouble.of(call.of(skill).orElseThrow().score());
        }

        @Override
        public List<EvidenceOfCall> ordered(List<EvidenceOfCall> calls) {
            return EvidenceOfCall.weakestFirst(calls, skill);
        }
    }

    /**
     * @param tenth of the call, from 0
     */
    record OfTenth(Behaviour behaviour, int tenth) implements Wanted {
        @Override
        public List<String> in(EvidenceOfCall call) {
            return call.course().rows().stream()
                    .filter(row -> row.behaviour() == behaviour)
                    .flatMap(row -> row.tenths().stream().skip(tenth).limit(1))
                    .flatMap(cell -> cell.evidence().stream())
                    .toList();
        }
    }

    /** Objections without the step first, and within one the customer's words before the answer. */
    record OfStep(ObjectionType type, HandlingStep step) implements Wanted {
        @Override
        public List<String> in(EvidenceOfCall call) {
            return call.objections().stream()
                    .filter(one -> one.type() == type && one.tells(step))
                    .sorted(Comparator.comparing((ObjectionHandling one) -> taken(one)))
                    .flatMap(
                            one ->
                                    Stream.concat(
                                            Stream.of(one.utteranceId()), one.replyIds().stream()))
                    .distinct()
                    .toList();
        }

        private boolean taken(ObjectionHandling objection) {
            return objection.steps().contains(step);
        }
    }

    /** What a request asks for. */
    static Wanted asked(Context ctx) {
        Optional<Wanted> skill =
                Parameters.label(ctx, "skill", Skill.class).map(Wanted.OfSkill::new);
        Optional<Wanted> tenth =
                Parameters.label(ctx, "behaviour", Behaviour.class)
                        .map(
                                behaviour ->
                                        new OfTenth(
                                                behaviour,
                                                Parameters.number(
                                                                ctx,
                                                                "tenth",
                                                                1,
                                                                1,
                                                                CallCourse.TENTHS)
                                                        - 1));
        Optional<Wanted> step =
                Parameters.label(ctx, "objection", ObjectionType.class)
                        .flatMap(
                                type ->
                                        Parameters.label(ctx, "step", HandlingStep.class)
                                                .map(one -> new OfStep(type, one)));
        return Stream.of(skill, tenth, step)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "What the evidence is asked for is not said.",
                                        "Name a skill, such as listening; or a behaviour and a"
                                                + " tenth; or an objection and a step."));
    }
}
