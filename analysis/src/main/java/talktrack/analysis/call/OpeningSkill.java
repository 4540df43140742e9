package talktrack.analysis.call;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** How the rep opens: greets, says who is calling and why, and asks whether it suits. */
final class OpeningSkill {

    private static final int FIRST_TURNS = 3;
    private static final List<Phrases> PARTS =
            List.of(Phrases.GREETING, Phrases.INTRODUCTION, Phrases.PURPOSE, Phrases.PERMISSION);

    private OpeningSkill() {}

    /** 25 points for each of the four parts in the rep's first three turns. */
    static Optional<SkillScore> of(SpokenCall call) {
        List<ScoredUtterance> opening =
                call.turns().stream()
                        .filter(turn -> turn.speaker() == Speaker.REP)
                        .limit(FIRST_TURNS)
                        .flatMap(turn -> turn.clear().stream())
                        .toList();
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> heard = new LinkedHashMap<>();
        Set<String> evidence = new LinkedHashSet<>();
        for (Phrases part : PARTS) {
            Optional<String> said =
                    opening.stream()
                            .map(ScoredUtterance::utterance)
                            .filter(part::in)
                            .map(utterance -> utterance.utteranceId())
                            .findFirst();
            heard.put(part.name().toLowerCase(Locale.ROOT), said.isPresent() ? 1 : 0);
            said.ifPresent(evidence::add);
        }
        int parts = heard.values().stream().mapToInt(Integer::intValue).sum();
        SkillScore score =
                new SkillScore(
                        Skill.OPENING, 100.0 * parts / PARTS.size(), 1, List.copyOf(evidence));
        for (var part : heard.entrySet()) {
            score = score.with(part.getKey(), part.getValue());
        }
        return Optional.of(score);
    }
}
