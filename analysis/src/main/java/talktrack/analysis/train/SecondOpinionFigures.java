package talktrack.analysis.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What second opinions are worth for one task in one language, on lines that no training sees.
 *
 * @param lines all of them
 * @param near those of which classifiers are unsure: the ones that are asked about
 * @param answered those of them with an answer that can be true
 * @param rightBefore how many of the answered ones classifiers read right
 * @param rightAfter how many of them the opinion reads right
 * @param changed how many of them it reads otherwise
 * @param wrongToRight how many of the changed ones became right
 * @param rightToWrong how many of them were right
 * @param macroF1Before of all lines as classifiers read them, 0…1
 * @param macroF1After the same with the opinions
 */
public record SecondOpinionFigures(
        int lines,
        int near,
        int answered,
        int rightBefore,
        int rightAfter,
        int changed,
        int wrongToRight,
        int rightToWrong,
        double macroF1Before,
        double macroF1After) {

    /** So seldom would a coin do as well. */
    private static final double CHANCE = 0.05;

    /**
     * @param lines of one task
     * @param opinions of each line, in the lines' order; empty where none was asked for or given
     */
    public static SecondOpinionFigures of(
            List<BorderLine> lines, List<Optional<Set<String>>> opinions) {
        int near = 0;
        int answered = 0;
        int rightBefore = 0;
        int rightAfter = 0;
        int changed = 0;
        int wrongToRight = 0;
        int rightToWrong = 0;
        List<Set<String>> after = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            BorderLine line = lines.get(i);
            near += line.near() ? 1 : 0;
            Set<String> said = opinions.get(i).orElse(line.read());
            after.add(said);
            if (opinions.get(i).isEmpty()) {
                continue;
            }
            boolean before = line.read().equals(line.truth());
            boolean now = said.equals(line.truth());
            answered++;
            rightBefore += before ? 1 : 0;
            rightAfter += now ? 1 : 0;
            changed += said.equals(line.read()) ? 0 : 1;
            wrongToRight += !before && now ? 1 : 0;
            rightToWrong += before && !now ? 1 : 0;
        }
        return new SecondOpinionFigures(
                lines.size(),
                near,
                answered,
                rightBefore,
                rightAfter,
                changed,
                wrongToRight,
                rightToWrong,
                BorderLine.macroF1(lines, lines.stream().map(BorderLine::read).toList()),
                BorderLine.macroF1(lines, after));
    }

    /**
     * Macro-F1 is higher, and more lines became right than wrong by more than chance: of as many
     * tosses of a coin, so many heads are rarer than one time in twenty (the sign test, one-sided).
     */
    public boolean better() {
        return macroF1After > macroF1Before
                && headsByChance(wrongToRight + rightToWrong, wrongToRight) <= CHANCE;
    }

    /**
     * How certain an opinion is: the share that was right, by Laplace's rule of succession, so that
     * few lines never make a certainty.
     *
     * @return between 0 and 1
     */
    public double certainty() {
        return (rightAfter + 1.0) / (answered + 2.0);
    }

    /** The probability of this many heads or more. */
    static double headsByChance(int tosses, int heads) {
        double sum = 0;
        double ways = 1; // tosses over k
        for (int k = 0; k <= tosses; k++) {
            sum += k >= heads ? ways : 0;
            ways = ways * (tosses - k) / (k + 1);
        }
        return sum / Math.pow(2, tosses);
    }
}
