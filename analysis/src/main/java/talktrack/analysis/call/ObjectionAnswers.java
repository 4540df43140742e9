package talktrack.analysis.call;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.analysis.score.Classifiers;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.Speaker;

/** Reads how the rep answers objections: steps and faults with the utterances that show them. */
final class ObjectionAnswers {

    private static final long PAUSE_MILLIS = 500;
    private static final long MONOLOGUE_MILLIS = 60_000;

    /** In fewer words or characters a pace is chance. */
    private static final int UNITS_FOR_A_PACE = 8;

    /**
     * @param steps those certain enough to be counted, as are the faults
     * @param evidence id of each step and fault, also of the doubtful → the utterance that shows it
     * @param certainty id of each that words show, also of the doubtful → how probable it is
     * @see talktrack.models.events.ObjectionCourse
     */
    record Reading(
            Set<HandlingStep> steps,
            Set<HandlingFault> faults,
            Map<String, String> evidence,
            Map<String, Double> certainty,
            OptionalDouble pauseSeconds,
            OptionalDouble paceRatio) {

        /** Whether the rep did anything about it but wait. */
        boolean dealsWithIt() {
            return steps.stream().anyMatch(step -> step != HandlingStep.PAUSE);
        }
    }

    private final SpokenCall call;
    private final List<Turn> turns;
    private final Set<String> interrupting;
    private final OptionalDouble usualPace;

    ObjectionAnswers(SpokenCall call, List<Turn> turns) {
        this.call = call;
        this.turns = turns;
        this.usualPace = Pace.perMinute(call, Speaker.REP);
        this.interrupting =
                call.timed()
                        ? TurnTaking.interrupting(call).stream()
                                .map(said -> said.utterance().utteranceId())
                                .collect(Collectors.toSet())
                        : Set.of();
    }

    /**
     * @param at the turn that raises the objection
     * @param replies the rep's turns that answer it
     */
    Reading read(ScoredUtterance objection, int at, List<Integer> replies) {
        Set<HandlingStep> steps = EnumSet.noneOf(HandlingStep.class);
        Set<HandlingFault> faults = EnumSet.noneOf(HandlingFault.class);
        Map<String, String> evidence = new HashMap<>();
        Map<String, Double> certainty = new HashMap<>();
        OptionalDouble pause = OptionalDouble.empty();
        OptionalDouble pace = OptionalDouble.empty();
        for (int reply : replies) {
            Turn turn = turns.get(reply);
            boolean first = reply == at + 1;
            byWords(turn, objection, first, steps, faults, evidence, certainty);
            if (first && call.timed()) {
                double silence = turn.startSeconds() - turns.get(at).endSeconds();
                pause = OptionalDouble.of(silence);
                pace = paceRatio(turn);
                byTimes(turn, silence, steps, faults, evidence);
            }
        }
        Reading reading = new Reading(steps, faults, evidence, certainty, pause, pace);
        if (reading.dealsWithIt()) { // and so does not ignore it
            faults.remove(HandlingFault.IGNORES);
            evidence.remove(HandlingFault.IGNORES.id());
            certainty.remove(HandlingFault.IGNORES.id());
        }
        return reading;
    }

    /** Whether the rep asks back in this turn. */
    boolean asks(Turn turn) {
        return turn.speaker() == Speaker.REP
                && turn.clear().stream()
                        .map(ScoredUtterance::labels)
                        .anyMatch(
                                labels ->
                                        labels.question().label().isSpin()
                                                || labels.steps().contains(HandlingStep.CLARIFY));
    }

    private void byWords(
            Turn turn,
            ScoredUtterance objection,
            boolean first,
            Set<HandlingStep> steps,
            Set<HandlingFault> faults,
            Map<String, String> evidence,
            Map<String, Double> certainty) {
        if (turn.clear().isEmpty()) {
            return;
        }
        Classifiers.HandlingReading reading =
                AnswerReading.of(call.language(), turn, objection.utterance().text());
        for (HandlingStep step : reading.steps()) {
            note(reading, step, turn, steps, evidence, certainty);
        }
        for (HandlingFault fault : reading.faults()) {
            if (first || lasting(fault)) {
                note(reading, fault, turn, faults, evidence, certainty);
            }
        }
    }

    /** The first turn that surely shows it proves it; of doubtful ones the least doubtful. */
    private static <L extends Label> void note(
            Classifiers.HandlingReading reading,
            L label,
            Turn turn,
            Set<L> counted,
            Map<String, String> evidence,
            Map<String, Double> certainty) {
        double before = certainty.getOrDefault(label.id(), 0.0);
        if (reading.certainty(label) <= before) {
            return;
        }
        certainty.put(label.id(), reading.certainty(label));
        if (reading.counts(label)) {
            counted.add(label);
        }
        if (before < Scored.COUNTS_FROM) {
            evidence.put(label.id(), showing(turn, label));
        }
    }

    /** The turn's utterance that was read so itself; else the turn as a whole, by its first one. */
    private static String showing(Turn turn, Label label) {
        return turn.clear().stream()
                .filter(said -> said.labels().shows(label))
                .findFirst()
                .orElse(turn.clear().getFirst())
                .utterance()
                .utteranceId();
    }

    private void byTimes(
            Turn turn,
            double silence,
            Set<HandlingStep> steps,
            Set<HandlingFault> faults,
            Map<String, String> evidence) {
        String opening = turn.ids().getFirst();
        if (Millis.of(silence) >= PAUSE_MILLIS) {
            steps.add(HandlingStep.PAUSE);
            evidence.put(HandlingStep.PAUSE.id(), opening);
        }
        if (interrupting.contains(opening)) {
            faults.add(HandlingFault.INTERRUPTS);
            evidence.put(HandlingFault.INTERRUPTS.id(), opening);
        }
        if (Millis.of(turn.speechSeconds()) > MONOLOGUE_MILLIS) {
            faults.add(HandlingFault.MONOLOGUE);
            evidence.put(HandlingFault.MONOLOGUE.id(), opening);
        }
    }

    private OptionalDouble paceRatio(Turn turn) {
        double seconds = Intervals.of(turn.utterances()).seconds();
        int units = TalkShare.units(turn.utterances());
        return usualPace.isPresent() && seconds > 0 && units >= UNITS_FOR_A_PACE
                ? OptionalDouble.of(units * 60 / seconds / usualPace.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Faults that are as bad in a second answer; a price cut there is no longer "at once". */
    private static boolean lasting(HandlingFault fault) {
        return switch (fault) {
            case ARGUES, DISMISSES, PRESSURES, CLAIMS_WITHOUT_SUPPORT -> true;
            case INTERRUPTS, DISCOUNTS_AT_ONCE, IGNORES, MONOLOGUE, GIVES_UP -> false;
        };
    }
}
