package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.corpora.ShippedTalkTracks;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** Whether the rep answers objections in the sense of the approved talk tracks. */
final class TalkTrackSkill {

    /** An answer is over by then. */
    private static final int MOST_SENTENCES = 24;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？；;])\\s*");
    private static final Pattern BLANK = Pattern.compile("\\{[^{}]*\\}");

    /** Of a shorter sentence hardly any meaning is left, such as "Of course.". */
    private static final int FEWEST_CHARACTERS = 12;

    private static final int FEWEST_CHINESE_CHARACTERS = 6;

    private static final class English {
        static final Map<ObjectionType, List<Meaning>> PARTS =
                parts(Language.EN, ShippedTalkTracks.in(Language.EN));
    }

    private static final class Chinese {
        static final Map<ObjectionType, List<Meaning>> PARTS =
                parts(Language.ZH, ShippedTalkTracks.in(Language.ZH));
    }

    private TalkTrackSkill() {}

    /**
     * Mean over the sure, answered objections for whose type there is an approved talk track: how
     * near the nearest sentence of the answer comes to the nearest sentence of such a talk track.
     * Absent when there is none.
     */
    static Optional<SkillScore> of(SpokenCall call, List<ObjectionHandling> objections) {
        Map<String, String> said =
                call.utterances().stream()
                        .filter(one -> !one.labels().unclear())
                        .map(ScoredUtterance::utterance)
                        .collect(Collectors.toMap(one -> one.utteranceId(), one -> one.text()));
        Set<String> evidence = new LinkedHashSet<>();
        List<Double> scores = new ArrayList<>();
        for (ObjectionHandling objection : objections) {
            List<String> reply =
                    objection.replyIds().stream()
                            .map(said::get)
                            .filter(one -> one != null)
                            .toList();
            nearest(call.language(), objection, reply)
                    .ifPresent(
                            likeness -> {
                                scores.add(score(call.language(), likeness));
                                evidence.add(objection.utteranceId());
                                evidence.addAll(objection.replyIds());
                            });
        }
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SkillScore(
                                        Skill.TALK_TRACK_ADHERENCE,
                                        scores.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .average()
                                                .orElseThrow(),
                                        scores.size(),
                                        List.copyOf(evidence))
                                .with("answers", scores.size()));
    }

    private static OptionalDouble nearest(
            Language language, ObjectionHandling objection, List<String> reply) {
        if (!objection.sure() || reply.isEmpty()) {
            return OptionalDouble.empty();
        }
        return nearest(language, objection.type(), reply);
    }

    /** Likeness of an answer to the talk tracks of a type; absent when there are none. */
    static OptionalDouble nearest(Language language, ObjectionType type, List<String> reply) {
        List<Meaning> parts =
                (language == Language.EN ? English.PARTS : Chinese.PARTS)
                        .getOrDefault(type, List.of());
        List<String> sentences =
                reply.stream()
                        .flatMap(one -> sentences(language, one))
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .toList();
        List<Meaning> meanings = Meaning.ofAll(language, sentences);
        return parts.stream()
                .flatMapToDouble(part -> meanings.stream().mapToDouble(own -> own.likeness(part)))
                .max();
    }

    private static double score(Language language, double likeness) {
        double low = Likeness.unlikeTalkTrack(language);
        double high = Likeness.asTalkTrack(language);
        return Anchors.score(likeness, low, (low + high) / 2, high);
    }

    private static Map<ObjectionType, List<Meaning>> parts(
            Language language, List<TalkTrack> tracks) {
        Map<ObjectionType, List<Meaning>> parts = new EnumMap<>(ObjectionType.class);
        for (TalkTrack track : tracks) {
            if (track.status() == TalkTrack.Status.APPROVED) {
                track.situation()
                        .objection()
                        .ifPresent(
                                type ->
                                        parts.computeIfAbsent(type, key -> new ArrayList<>())
                                                .addAll(
                                                        Meaning.ofAll(
                                                                language, parts(language, track))));
            }
        }
        return parts;
    }

    /** What a talk track says, sentence by sentence, without its blanks. */
    static List<String> parts(Language language, TalkTrack track) {
        return Stream.of(track.text(), track.nextQuestion())
                .map(text -> BLANK.matcher(text).replaceAll(" "))
                .flatMap(text -> sentences(language, text))
                .toList();
    }

    static Stream<String> sentences(Language language, String text) {
        int fewest = language == Language.EN ? FEWEST_CHARACTERS : FEWEST_CHINESE_CHARACTERS;
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> sentence.length() >= fewest);
    }
}
