package talktrack.analysis.call;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/** How fast and how fluently somebody speaks. */
final class Pace {

    private static final Set<String> FILLERS =
            Set.of("um", "uh", "er", "erm", "ah", "hmm", "呃", "嗯", "额", "那个", "这个这个", "就是说");

    private Pace() {}

    /** Words, in Chinese characters, a minute of this speaker's speech. */
    static OptionalDouble perMinute(SpokenCall call, Speaker speaker) {
        List<ScoredUtterance> said = call.of(speaker);
        if (!call.timed()) {
            return OptionalDouble.empty();
        }
        double seconds = Intervals.of(said).seconds();
        return seconds > 0
                ? OptionalDouble.of(TalkShare.units(said) * 60 / seconds)
                : OptionalDouble.empty();
    }

    /** Share of the rep's words that are fillers, such as "um" or 呃; 0…1. */
    static OptionalDouble fillerRatio(SpokenCall call) {
        int words = 0;
        int fillers = 0;
        for (ScoredUtterance said : call.clear(Speaker.REP)) {
            Language language = said.utterance().language();
            for (String word : Segmenter.words(language, said.utterance().text())) {
                words++;
                fillers += FILLERS.contains(word) ? 1 : 0;
            }
        }
        return words == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) fillers / words);
    }
}
