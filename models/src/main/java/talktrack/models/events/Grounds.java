package talktrack.models.events;

/**
 * What a skill's score rests on. All but the first are shares, 0…1: 1 takes nothing away.
 *
 * @param occasions in the call, at least 1
 * @param labels mean certainty of the labels that were counted; 1 where rules and times decide
 * @param words mean confidence of the recognised words; 1 for imported text
 * @param speakers how surely the rep's words are known to be the rep's
 * @param speech how much of what a judgement needs was said
 */
public record Grounds(
        double occasions, double labels, double words, double speakers, double speech) {

    /** Occasions that were surely heard: each cause of doubt takes its share away. */
    public double clearOccasions() {
        return occasions * labels * words * speakers * speech;
    }
}
