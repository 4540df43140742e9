package talktrack.api.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import talktrack.models.events.Goal;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.labels.Skill;

/**
 * The decisions and goals of this moment. Fed from Kafka and, at once, by what this server writes
 * itself. Thread-safe.
 */
final class PracticeBook {

    /** By the keys of their topics. */
    private final Map<String, RecommendationDecision> decisions = new ConcurrentHashMap<>();

    private final Map<String, Goal> goals = new ConcurrentHashMap<>();

    void apply(RecommendationDecision decision) {
        decisions.put(decision.key(), decision);
    }

    void apply(Goal goal) {
        goals.put(goal.goalId(), goal);
    }

    void decisionTakenBack(String key) {
        decisions.remove(key);
    }

    void goalTakenBack(String goalId) {
        goals.remove(goalId);
    }

    /** What was decided about a rep's recommendations, the oldest first. */
    List<RecommendationDecision> decisions(String repId) {
        return decisions.values().stream()
                .filter(one -> one.repId().equals(repId))
                .sorted(Comparator.comparing(RecommendationDecision::decidedAt))
                .toList();
    }

    Optional<RecommendationDecision> newest(String repId, Skill skill) {
        return decisions(repId).reversed().stream().filter(one -> one.skill() == skill).findFirst();
    }

    /** A rep's goals, those that end first at the front. */
    List<Goal> goals(String repId) {
        return goals.values().stream()
                .filter(goal -> goal.repId().equals(repId))
                .sorted(Comparator.comparing(Goal::until).thenComparing(Goal::setAt))
                .toList();
    }
}
