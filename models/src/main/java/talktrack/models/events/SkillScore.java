package talktrack.models.events;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import talktrack.models.labels.Skill;

/**
 * How well the rep did one thing in one call. A skill without occasion is not listed at all.
 *
 * @param score 0…100
 * @param n occasions in the call that the score rests on, at least 1
 * @param evidence ids of the utterances that prove it
 * @param facts what was counted, by name, such as {@code problems}; pages and reports make a
 *     sentence of it in the reader's language
 * @param grounds absent in records that lack it, like the band
 * @param band where the score may truly lie
 */
public record SkillScore(
        Skill skill,
        double score,
        int n,
        List<String> evidence,
        Map<String, Double> facts,
        Optional<Grounds> grounds,
        Optional<Band> band) {

    /** Facts, grounds and band were not always kept. */
    public SkillScore {
        evidence = List.copyOf(evidence);
        facts = facts == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        grounds = grounds == null ? Optional.empty() : grounds;
        band = band == null ? Optional.empty() : band;
        if (n < 1 || score < 0 || score > 100) {
            throw new IllegalArgumentException(
                    "skill %s scored %f on %d occasions".formatted(skill, score, n));
        }
    }

    /** A score as counted, before anybody asks how sure it is. */
    public SkillScore(Skill skill, double score, int n, List<String> evidence) {
        this(skill, score, n, evidence, Map.of(), Optional.empty(), Optional.empty());
    }

    /** The same score with one more fact of how it came about. */
    public SkillScore with(String fact, double value) {
        Map<String, Double> more = new TreeMap<>(facts);
        more.put(fact, value);
        return new SkillScore(skill, score, n, evidence, more, grounds, band);
    }

    /** The same score with what it rests on, and the band that follows. */
    public SkillScore on(Grounds what) {
        return new SkillScore(
                skill,
                score,
                n,
                evidence,
                facts,
                Optional.of(what),
                Optional.of(Band.of(score, what.clearOccasions())));
    }

    /** Whether there was enough clear speech to judge; a mean over calls counts the others too. */
    public boolean judged() {
        return band.map(Band::judges).orElse(true);
    }
}
