package talktrack.models.events;

/**
 * Where a score may truly lie: Wilson's interval for the share {@code score / 100} seen on so many
 * occasions, which holds the true value about two times in three. No mean of values between 0 and
 * 100 scatters more than such a share, so the band is never too narrow for want of occasions. Bands
 * of more occasions lie within those of fewer.
 *
 * @param low 0…100
 * @param high 0…100, not below {@code low}
 */
public record Band(double low, double high) {

    /** A wider band says nothing that a coach could use. */
    public static final double MOST_WIDTH = 50;

    /**
     * In units of the standard error; with 1, three occasions are just enough for a score of 50.
     */
    private static final double DEVIATIONS = 1;

    private static final double ROUNDING = 1e-9;

    public Band {
        if (!(0 <= low && low <= high && high <= 100)) {
            throw new IllegalArgumentException("band from %f to %f".formatted(low, high));
        }
    }

    /**
     * @param score 0…100
     * @param occasions whole or in parts, at least 0; without any the band is 0…100
     */
    public static Band of(double score, double occasions) {
        if (occasions <= 0) {
            return new Band(0, 100);
        }
        double share = score / 100;
        double pull = DEVIATIONS * DEVIATIONS / occasions;
        double middle = (share + pull / 2) / (1 + pull);
        double half = Math.sqrt(pull * (share * (1 - share) + pull / 4)) / (1 + pull);
        return new Band(
                Math.clamp(100 * (middle - half), 0, score),
                Math.clamp(100 * (middle + half), score, 100));
    }

    public double width() {
        return high - low;
    }

    /** Whether the band is narrow enough to judge by. */
    public boolean judges() {
        return width() <= MOST_WIDTH + ROUNDING;
    }
}
