package talktrack.api.talktracks;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.api.index.Vectors;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * Talk tracks by the one keyword of each that comes nearest to any sentence of the customer: a talk
 * track answers one of several ways of saying a thing, not their average.
 */
final class NearestKeywords {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？；])");

    /** The keywords of a talk track; those of a newer version take their place. */
    private record Keywords(List<String> words, List<float[]> vectors) {}

    private static final Map<String, Keywords> KNOWN = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, Double> likeness;

    private NearestKeywords(Language language, Map<String, Double> likeness) {
        this.language = language;
        this.likeness = likeness;
    }

    /**
     * @param said may be empty, when it is not known; then nothing is near
     */
    static NearestKeywords of(Language language, String said, Collection<TalkTrack> tracks) {
        List<String> sentences =
                Stream.concat(Stream.of(said), SENTENCE_END.splitAsStream(said))
                        .filter(one -> !one.isBlank())
                        .toList();
        List<float[]> saidVectors = Embedder.of(language).embedAll(sentences);
        Map<String, Double> likeness = new HashMap<>();
        for (TalkTrack track : tracks) {
            for (float[] keyword : vectors(track)) {
                for (float[] one : saidVectors) {
                    likeness.merge(track.id(), Vectors.cosine(keyword, one), Math::max);
                }
            }
        }
        return new NearestKeywords(language, likeness);
    }

    private static List<float[]> vectors(TalkTrack track) {
        return KNOWN.compute(
                        track.id(),
                        (id, known) ->
                                known != null && known.words().equals(track.keywords())
                                        ? known
                                        : new Keywords(
                                                track.keywords(),
                                                Embedder.of(track.language())
                                                        .embedAll(track.keywords())))
                .vectors();
    }

    /** Nearest first; those without keywords are left out. */
    List<String> ids() {
        return likeness.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Cosine of what was said and the nearest keyword; 0 of one without keywords. */
    double likeness(TalkTrack track) {
        return likeness.getOrDefault(track.id(), 0.0);
    }

    double best() {
        return likeness.values().stream().mapToDouble(Double::doubleValue).max().orElse(-1);
    }

    /** Whether not even the nearest is what the customer said. */
    boolean weak() {
        return best() < leastLikeness(language);
    }

    /**
     * Below this, most special talk tracks that come first do not answer what was said. Set by
     * reading forty objections of the corpus in each language, from the least like to the most.
     */
    private static double leastLikeness(Language language) {
        return switch (language) {
            case EN -> 0.42;
            case ZH -> 0.58;
        };
    }
}
