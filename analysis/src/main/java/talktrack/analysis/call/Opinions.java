package talktrack.analysis.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.SecondOpinions.Opinion;
import talktrack.models.events.UtteranceLabels;

/** What a language model says of a call's labels, put over what classifiers read. */
public final class Opinions {

    private Opinions() {}

    /**
     * The same utterances with the model's labels, each as certain as the model was where it was
     * measured. An opinion of another revision, of unclear words, or of what its speaker cannot
     * say, is none. People come after this and win ({@link Corrections}).
     *
     * @param utterances all of the call, in any order
     */
    public static List<ScoredUtterance> over(
            List<ScoredUtterance> utterances, Optional<SecondOpinions> said) {
        if (said.isEmpty() || said.get().opinions().isEmpty()) {
            return utterances;
        }
        Map<String, List<Opinion>> byUtterance =
                said.get().opinions().stream().collect(Collectors.groupingBy(Opinion::utteranceId));
        return utterances.stream()
                .map(
                        one ->
                                one.utterance().revision() == said.get().revision()
                                        ? opined(
                                                one,
                                                byUtterance.getOrDefault(
                                                        one.utterance().utteranceId(), List.of()),
                                                said.get())
                                        : one)
                .toList();
    }

    private static ScoredUtterance opined(
            ScoredUtterance read, List<Opinion> opinions, SecondOpinions said) {
        if (read.labels().unclear()) {
            return read;
        }
        UtteranceLabels labels = read.labels();
        for (Opinion one : opinions) {
            if (Corrections.canHave(one.label().task(), read.utterance().speaker())) {
                labels = labels.opined(one.label(), one.certainty(), said.model(), said.prompt());
            }
        }
        return new ScoredUtterance(read.utterance(), labels);
    }
}
