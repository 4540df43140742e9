package talktrack.analysis.call;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.models.events.Grounds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** How much a call tells about a skill: what its score's band follows from (docs/metrics.md). */
final class SkillGrounds {

    /** With fewer clear words the call is a sample of a call: two minutes of talk. */
    private static final double WORDS_NEEDED = 300;

    private static final double CHINESE_CHARACTERS_NEEDED = 450;

    /** What an opening, and an agreement, is put together of: each part is looked for by itself. */
    private static final int PARTS = 4;

    /** Problems that a good call brings out; finding none among them is telling, too. */
    private static final int PROBLEMS = 3;

    /** How often the end of a call is read rightly: in 45 of the demonstration's 60 calls. */
    private static final double END_READ_RIGHTLY = 0.75;

    private SkillGrounds() {}

    /** The skill's score with its grounds and band. */
    static SkillScore on(
            SpokenCall call,
            TranscriptEnd.Transcribed end,
            List<ObjectionHandling> objections,
            SkillScore skill) {
        return skill.on(
                new Grounds(
                        occasions(skill),
                        labels(call, objections, skill),
                        end.wordConfidence().orElse(1),
                        speakers(end.speakers()),
                        speech(call)));
    }

    private static double occasions(SkillScore skill) {
        return switch (skill.skill()) {
            case OPENING, CLEAR_NEXT_STEP -> PARTS;
            case PROBLEM_DISCOVERY -> Math.max(PROBLEMS, skill.n());
            default -> skill.n();
        };
    }

    private static double labels(
            SpokenCall call, List<ObjectionHandling> objections, SkillScore skill) {
        if (skill.skill() == Skill.CLEAR_NEXT_STEP) {
            return END_READ_RIGHTLY;
        }
        if (skill.skill() == Skill.OPENING || skill.skill() == Skill.LISTENING) {
            return 1;
        }
        if (skill.skill() == Skill.OBJECTION_HANDLING
                || skill.skill() == Skill.TALK_TRACK_ADHERENCE) {
            return objections.stream()
                    .filter(ObjectionHandling::counts)
                    .mapToDouble(ObjectionHandling::certainty)
                    .average()
                    .orElse(1);
        }
        var byId =
                call.utterances().stream()
                        .collect(
                                Collectors.toMap(
                                        said -> said.utterance().utteranceId(),
                                        Function.identity()));
        List<ScoredUtterance> counted =
                skill.evidence().stream().map(byId::get).filter(Objects::nonNull).toList();
        if (skill.skill() == Skill.EMOTIONAL_CONTROL) { // how the rep's answers sound, not what for
            return counted.stream()
                    .mapToDouble(said -> said.labels().sentiment().score())
                    .average()
                    .orElse(1);
        }
        // Where nothing was found, the labels that say so.
        return mean(counted).orElseGet(() -> mean(call.clear(Speaker.REP)).orElse(1));
    }

    private static OptionalDouble mean(List<ScoredUtterance> said) {
        return said.stream()
                .map(SkillGrounds::certainty)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /**
     * Of the label that made this utterance count; none for what counts as answer to a question.
     */
    private static OptionalDouble certainty(ScoredUtterance said) {
        if (said.utterance().speaker() == Speaker.REP) {
            return OptionalDouble.of(said.labels().question().score());
        }
        return NeedMoment.statesNeed(said)
                ? OptionalDouble.of(said.labels().need().score())
                : OptionalDouble.empty();
    }

    /** A rep guessed by the toss of a coin says nothing; a mix-up of voices takes its share. */
    private static double speakers(SpeakerCertainty speakers) {
        double rightSide = 1 - speakers.errorShare().orElse(0);
        double rightRep = 2 * speakers.repConfidence().orElse(1) - 1;
        return Math.clamp(rightSide, 0, 1) * Math.clamp(rightRep, 0, 1);
    }

    private static double speech(SpokenCall call) {
        double needed = call.language() == Language.ZH ? CHINESE_CHARACTERS_NEEDED : WORDS_NEEDED;
        int clear =
                TalkShare.units(
                        call.utterances().stream()
                                .filter(said -> !said.labels().unclear())
                                .toList());
        return Math.min(1, clear / needed);
    }
}
