package talktrack.analysis.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Tells a talk with a customer from whatever else was recorded: a meeting of the team, a story, the
 * radio. Looks at what some utterances from all over the talk mean; each says little, their mean
 * says more. Thread-safe; loaded on first use.
 *
 * @param lines what tells one utterance of the one from one of the other
 * @param least the mean log odds from which a talk is one with a customer
 * @param measured how well that does on talks that were left out of training
 */
public record CustomerTalk(VectorModel lines, double least, Measured measured) {

    /** The label of what is said in a talk with a customer; the other one is {@link #OTHER}. */
    public static final String CUSTOMER = "customer";

    public static final String OTHER = "other";

    /** Of so many utterances the meaning is looked at: as many again would change little. */
    private static final int MOST_UTTERANCES = 40;

    /** Of fewer nothing can be told. */
    private static final int LEAST_UTTERANCES = 8;

    /**
     * @param customer stretches of talks with customers
     * @param customerKept the share of them that is taken for that
     * @param other other talks
     * @param otherFound the share of them that is not
     */
    public record Measured(int customer, double customerKept, int other, double otherFound) {}

    private static final class English {
        static final CustomerTalk INSTANCE = load(Language.EN);
    }

    private static final class Chinese {
        static final CustomerTalk INSTANCE = load(Language.ZH);
    }

    public static CustomerTalk of(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case ZH -> Chinese.INSTANCE;
        };
    }

    private static CustomerTalk load(Language language) {
        String path = "/talktrack/classifiers/%s/customer.json".formatted(language.id());
        try (InputStream in = CustomerTalk.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the classifier %s is missing: build the module analysis with Maven"
                                .formatted(path));
            }
            return Json.read(in.readAllBytes(), CustomerTalk.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the classifier %s cannot be read".formatted(path), e);
        }
    }

    /**
     * Whether a talk sounds like anything but one with a customer. Of a few words nothing is said.
     *
     * @param texts its utterances in order
     */
    public static boolean isOther(Language language, List<String> texts) {
        List<String> words =
                texts.stream()
                        .filter(text -> !TextNormaliser.normalise(language, text).isEmpty())
                        .toList();
        if (words.size() < LEAST_UTTERANCES) {
            return false;
        }
        CustomerTalk talk = of(language);
        List<String> some = spread(words);
        return logOdds(
                        talk.lines,
                        SentenceVectors.ofAll(
                                language, some, some.stream().map(one -> "").toList()))
                < talk.least;
    }

    /** As many as are looked at, evenly from the first to the last. */
    private static List<String> spread(List<String> words) {
        int many = Math.min(words.size(), MOST_UTTERANCES);
        return IntStream.range(0, many).mapToObj(i -> words.get(i * words.size() / many)).toList();
    }

    /** The mean log odds of utterances being said in a talk with a customer. */
    public static double logOdds(VectorModel lines, List<SentenceVectors.InContext> utterances) {
        int customer = lines.labels().indexOf(CUSTOMER);
        int other = lines.labels().indexOf(OTHER);
        return utterances.stream()
                .mapToDouble(
                        one -> {
                            double[] probable = lines.probabilities(one);
                            return Math.log(probable[customer]) - Math.log(probable[other]);
                        })
                .average()
                .orElseThrow();
    }
}
