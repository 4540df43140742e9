package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * What holds for the skills of docs/metrics.md whatever is said; {@link NeedSkillsTest} has more of
 * those that rest on needs.
 */
class SkillPropertiesTest {

    private static final Offset<Double> A_LITTLE = Offset.offset(1e-6);

    /**
     * @param gapSeconds before it, negative where it begins while the one before still speaks
     */
    record Said(
            boolean rep,
            double gapSeconds,
            double seconds,
            String text,
            QuestionType asks,
            double valence,
            ObjectionType objects,
            Need needs) {}

    @Provide
    Arbitrary<List<Said>> talks() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(-2, 3),
                        Arbitraries.doubles().between(1, 40),
                        Arbitraries.of(
                                "hello this is ann from harbor",
                                "that is far too expensive",
                                "our vans come with a full service for five years",
                                "the old vans break down twice a month",
                                "compared to what you have today",
                                "let us meet on thursday at ten",
                                "yes that is fine",
                                "mm hm"),
                        Arbitraries.of(QuestionType.values()),
                        Arbitraries.doubles().between(-1, 1),
                        Arbitraries.of(ObjectionType.values()),
                        Arbitraries.of(Need.values()))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static SpokenCall spoken(List<Said> talk, double after) {
        LabelledCall call = call();
        double at = after + 2;
        for (Said said : talk) {
            double start = at + said.gapSeconds();
            double end = start + said.seconds();
            if (said.rep()) {
                call.rep(start, end, said.text()).asking(said.asks());
            } else {
                call.customer(start, end, said.text())
                        .objecting(said.objects(), 0.9)
                        .needing(said.needs(), 0.9);
            }
            call.feeling(said.valence());
            at = Math.max(at, end);
        }
        return call.build();
    }

    /** Those that compare meanings, which takes longer. */
    private static List<SkillScore> skillsByMeaning(SpokenCall call) {
        Needs needs = Needs.of(call);
        return Stream.of(
                        NeedSkills.problemDiscovery(call, needs),
                        NeedSkills.implicationDepth(needs),
                        NeedSkills.needPayoff(needs),
                        SolutionMatchSkill.of(needs),
                        TalkTrackSkill.of(call, ObjectionArcs.of(call)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<SkillScore> skills(SpokenCall call) {
        List<ObjectionHandling> objections = ObjectionArcs.of(call);
        return Stream.of(
                        OpeningSkill.of(call),
                        QuestionSkills.situationEconomy(call),
                        ListeningSkill.of(call),
                        ObjectionSkill.of(objections),
                        EmotionalControlSkill.of(call),
                        NextStepSkill.of(call, Commitments.of(call)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Property(tries = 200)
    void everyScoreHasOccasionsAndIsProvedByTheCallsOwnWords(@ForAll("talks") List<Said> talk) {
        SpokenCall call = spoken(talk, 0);
        isProved(call, skills(call));
    }

    @Property(tries = 30)
    void soHasEveryScoreByMeaning(@ForAll("talks") List<Said> talk) {
        SpokenCall call = spoken(talk, 0);
        isProved(call, skillsByMeaning(call));
    }

    private static void isProved(SpokenCall call, List<SkillScore> skills) {
        List<String> ids =
                call.utterances().stream().map(said -> said.utterance().utteranceId()).toList();
        assertThat(skills)
                .allSatisfy(
                        skill -> {
                            assertThat(skill.score()).isBetween(0.0, 100.0);
                            assertThat(skill.n()).isPositive();
                            assertThat(ids).containsAll(skill.evidence());
                            assertThat(skill.evidence()).doesNotHaveDuplicates();
                        });
    }

    /** Whether a call was recorded from its first second on says nothing about the rep. */
    @Property(tries = 100)
    void itDoesNotMatterWhenTheTalkBegins(
            @ForAll("talks") List<Said> talk, @ForAll @DoubleRange(max = 600) double after) {
        List<SkillScore> later = skills(spoken(talk, after));
        List<SkillScore> sooner = skills(spoken(talk, 0));
        assertThat(later)
                .extracting(SkillScore::skill)
                .isEqualTo(sooner.stream().map(SkillScore::skill).toList());
        for (int i = 0; i < later.size(); i++) {
            assertThat(later.get(i).score()).isCloseTo(sooner.get(i).score(), A_LITTLE);
        }
    }

    @Property(tries = 100)
    void anotherSituationQuestionNeverRaisesEconomyAndAnyOtherNeverLowersIt(
            @ForAll("talks") List<Said> talk) {
        Said question = talk.getFirst();
        double before = economy(talk).orElse(Double.NaN);
        if (!Double.isNaN(before)) {
            assertThat(economy(and(talk, asking(question, QuestionType.SITUATION))).getAsDouble())
                    .isLessThanOrEqualTo(before);
            assertThat(economy(and(talk, asking(question, QuestionType.PROBLEM))).getAsDouble())
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static Said asking(Said like, QuestionType type) {
        return new Said(true, 1, 2, like.text(), type, 0, ObjectionType.NONE, Need.NONE);
    }

    private static List<Said> and(List<Said> talk, Said more) {
        List<Said> all = new ArrayList<>(talk);
        all.add(more);
        return all;
    }

    private static OptionalDouble economy(List<Said> talk) {
        return QuestionSkills.situationEconomy(spoken(talk, 0)).stream()
                .mapToDouble(SkillScore::score)
                .findAny();
    }

    /** The rep speaks for so long in each of three rounds of 20 seconds. */
    @Property(tries = 100)
    void whoTalksLessListensNoWorse(
            @ForAll @DoubleRange(min = 1, max = 18) double seconds,
            @ForAll @DoubleRange(min = 0, max = 1) double less,
            @ForAll @DoubleRange(min = 0, max = 1) double patience) {
        assertThat(listening(seconds * (1 - less / 2), patience))
                .isGreaterThanOrEqualTo(listening(seconds, patience) - 1e-6);
        assertThat(listening(seconds, patience + less))
                .isGreaterThanOrEqualTo(listening(seconds, patience) - 1e-6);
    }

    private static double listening(double repSeconds, double patience) {
        LabelledCall call = call();
        double at = 0;
        for (int i = 0; i < 3; i++) {
            double customerEnds = at + 20 - repSeconds;
            double repStarts = customerEnds + patience;
            call.customer(at, customerEnds, "this is how we work here")
                    .rep(repStarts, repStarts + repSeconds, "i follow what you mean");
            at = repStarts + repSeconds;
        }
        return ListeningSkill.of(call.build()).orElseThrow().score();
    }

    @Provide
    Arbitrary<Set<HandlingStep>> steps() {
        return Arbitraries.of(HandlingStep.class).set();
    }

    @Provide
    Arbitrary<Set<HandlingFault>> faults() {
        return Arbitraries.of(HandlingFault.class).set();
    }

    @Property(tries = 300)
    void aStepMoreNeverCostsAndAFaultMoreNeverPays(
            @ForAll("steps") Set<HandlingStep> steps,
            @ForAll("faults") Set<HandlingFault> faults,
            @ForAll HandlingStep step,
            @ForAll HandlingFault fault,
            @ForAll boolean timed) {
        double score = HandlingScore.of(steps, faults, timed);
        assertThat(score).isBetween(0.0, 100.0);
        assertThat(HandlingScore.of(with(steps, step), faults, timed))
                .isGreaterThanOrEqualTo(score);
        assertThat(HandlingScore.of(steps, with(faults, fault), timed)).isLessThanOrEqualTo(score);
    }

    private static <T> Set<T> with(Set<T> set, T one) {
        Set<T> more = new HashSet<>(set);
        more.add(one);
        return more;
    }

    /** So many outbursts, and after so many of them the rep answers in kind. */
    @Property(tries = 50)
    void emotionalControlIsTheShareOfComposedAnswers(
            @ForAll @IntRange(min = 0, max = 8) int composed,
            @ForAll @IntRange(min = 0, max = 8) int not) {
        LabelledCall call = call();
        for (int i = 0; i < composed + not; i++) {
            call.customer("this is a disgrace")
                    .feeling(-0.9)
                    .rep("let me look into it")
                    .feeling(i < composed ? 0.1 : -0.9);
        }
        Optional<SkillScore> skill = EmotionalControlSkill.of(call.build());
        if (composed + not == 0) {
            assertThat(skill).isEmpty();
        } else {
            assertThat(skill.orElseThrow().score())
                    .isCloseTo(100.0 * composed / (composed + not), A_LITTLE);
            assertThat(skill.orElseThrow().n()).isEqualTo(composed + not);
        }
    }

    @Property(tries = 300)
    void anchorsAreALineThatNeverTurnsBack(
            @ForAll @DoubleRange(min = -2, max = 3) double value,
            @ForAll @DoubleRange(min = 0, max = 2) double more) {
        double score = Anchors.score(value, 0, 0.3, 1);
        assertThat(score).isBetween(0.0, 100.0);
        assertThat(Anchors.score(value + more, 0, 0.3, 1)).isGreaterThanOrEqualTo(score);
        assertThat(Anchors.score(1 - value, 1, 0.7, 0)).isCloseTo(score, A_LITTLE);
    }
}
