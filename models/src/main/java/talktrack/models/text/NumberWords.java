package talktrack.models.text;

import java.util.List;

/** The English words that whole numbers are put together from, each at the place of its worth. */
public final class NumberWords {

    /** Zero to nineteen. */
    public static final List<String> BELOW_TWENTY =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");

    /** Twenty to ninety. */
    public static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private NumberWords() {}
}
