package talktrack.analysis.call;

import static talktrack.models.events.CallCourse.TENTHS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallCourse.Row;
import talktrack.models.events.CallCourse.Tenth;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/** Where in a call things happen: behaviours by its ten tenths. */
final class Course {

    private static final int THOUSAND = 1000;
    private static final List<Emotion> TENSE = List.of(Emotion.TENSE, Emotion.FRUSTRATED);

    private Course() {}

    /**
     * An utterance and the part of the call that it takes up: of its time, or of its words where
     * there are no times.
     *
     * @param from 0…1, like {@code to}
     */
    private record Placed(ScoredUtterance said, double from, double to) {
        int tenth() {
            return Math.min(TENTHS - 1, (int) (TENTHS * (from + to) / 2));
        }

        /** How much of it lies in a tenth. */
        double in(int tenth) {
            double low = (double) tenth / TENTHS;
            double high = (tenth + 1.0) / TENTHS;
            return Math.max(0, Math.min(to, high) - Math.max(from, low));
        }

        boolean by(Speaker speaker) {
            return said.utterance().speaker() == speaker;
        }

        String id() {
            return said.utterance().utteranceId();
        }
    }

    /** An utterance belongs to the tenth of its middle; only the rep's talk is divided exactly. */
    static CallCourse of(SpokenCall call, List<ObjectionHandling> objections) {
        List<Placed> placed = placed(call);
        if (!call.speakersKnown() || placed.isEmpty()) {
            return CallCourse.NONE;
        }
        List<String> raised =
                objections.stream()
                        .filter(ObjectionHandling::sure)
                        .map(ObjectionHandling::utteranceId)
                        .toList();
        List<Row> rows = new ArrayList<>();
        rows.add(count(Behaviour.SITUATION, placed, asked(QuestionType.SITUATION)));
        rows.add(count(Behaviour.PROBLEM, placed, asked(QuestionType.PROBLEM)));
        rows.add(count(Behaviour.IMPLICATION, placed, asked(QuestionType.IMPLICATION)));
        rows.add(count(Behaviour.NEED_PAYOFF, placed, asked(QuestionType.NEED_PAYOFF)));
        rows.add(count(Behaviour.OBJECTION, placed, one -> raised.contains(one.id()) ? 1 : 0));
        rows.add(
                share(
                        Behaviour.NEGATIVE,
                        placed,
                        said -> counts(said.labels().sentiment(), Sentiment.NEGATIVE)));
        if (placed.stream().anyMatch(one -> one.said().labels().emotion().isPresent())) {
            rows.add(
                    share(
                            Behaviour.TENSE,
                            placed,
                            said -> said.labels().emotion().filter(TENSE::contains).isPresent()));
        }
        rows.add(new Row(Behaviour.REP_TALK, tenths(tenth -> repTalk(placed, tenth))));
        return new CallCourse(rows);
    }

    private static List<Placed> placed(SpokenCall call) {
        double length =
                call.timed()
                        ? call.durationSeconds().orElseThrow()
                        : TalkShare.units(call.utterances());
        List<Placed> placed = new ArrayList<>();
        double at = 0;
        for (ScoredUtterance said : length > 0 ? call.utterances() : List.<ScoredUtterance>of()) {
            var utterance = said.utterance();
            double from = call.timed() ? utterance.startSeconds().orElseThrow() : at;
            double to =
                    call.timed()
                            ? utterance.endSeconds().orElseThrow()
                            : at + Segmenter.spokenUnits(utterance.language(), utterance.text());
            placed.add(new Placed(said, from / length, to / length));
            at = to;
        }
        return placed;
    }

    /** How many questions of a type the rep asks in an utterance. */
    private static ToIntFunction<Placed> asked(QuestionType type) {
        return one ->
                one.by(Speaker.REP)
                        ? (int)
                                one.said()
                                        .labels()
                                        .countedQuestions()
                                        .filter(asked -> asked == type)
                                        .count()
                        : 0;
    }

    private static <L extends Enum<L>> boolean counts(Scored<L> read, L label) {
        return read.label() == label && read.counts();
    }

    private static Row count(
            Behaviour behaviour, List<Placed> placed, ToIntFunction<Placed> times) {
        return new Row(
                behaviour,
                tenths(
                        tenth -> {
                            List<Placed> seen =
                                    clear(placed, tenth)
                                            .filter(one -> times.applyAsInt(one) > 0)
                                            .toList();
                            int sum = seen.stream().mapToInt(times).sum();
                            return new Tenth(
                                    OptionalInt.of(THOUSAND * sum),
                                    seen.stream().map(Placed::id).toList());
                        }));
    }

    private static Row share(
            Behaviour behaviour, List<Placed> placed, Predicate<ScoredUtterance> counts) {
        return new Row(
                behaviour,
                tenths(
                        tenth -> {
                            List<Placed> all =
                                    clear(placed, tenth)
                                            .filter(one -> one.by(Speaker.CUSTOMER))
                                            .toList();
                            List<String> ids =
                                    all.stream()
                                            .filter(one -> counts.test(one.said()))
                                            .map(Placed::id)
                                            .toList();
                            return new Tenth(thousandths(ids.size(), all.size()), ids);
                        }));
    }

    /** The rep's part of what is said in a tenth; to hear it, the utterance with most of it. */
    private static Tenth repTalk(List<Placed> placed, int tenth) {
        List<Placed> ofTheRep = placed.stream().filter(one -> one.by(Speaker.REP)).toList();
        double all = placed.stream().mapToDouble(one -> one.in(tenth)).sum();
        double own = ofTheRep.stream().mapToDouble(one -> one.in(tenth)).sum();
        return new Tenth(
                thousandths(own, all),
                ofTheRep.stream()
                        .filter(one -> one.in(tenth) > 0)
                        .max(Comparator.comparingDouble(one -> one.in(tenth)))
                        .map(one -> List.of(one.id()))
                        .orElse(List.of()));
    }

    private static OptionalInt thousandths(double part, double all) {
        return all > 0
                ? OptionalInt.of((int) Math.round(THOUSAND * part / all))
                : OptionalInt.empty();
    }

    private static Stream<Placed> clear(List<Placed> placed, int tenth) {
        return placed.stream()
                .filter(one -> one.tenth() == tenth && !one.said().labels().unclear());
    }

    private static List<Tenth> tenths(IntFunction<Tenth> of) {
        return IntStream.range(0, TENTHS).mapToObj(of).toList();
    }
}
