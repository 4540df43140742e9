package talktrack.analysis.call;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.analysis.score.Backchannels;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/** How fast and how fluently somebody speaks. */
final class Pace {

    private static final Set<String> FILLERS =
            Set.of("um", "uh", "er", "erm", "hmm", "呃", "嗯", "额", "唔");

    /** Ordinary words that fill a pause when they are said twice in a row. */
    private static final Set<String> FILLERS_WHEN_REPEATED = Set.of("那个", "这个", "就是");

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

    /**
     * Share of the rep's words that are fillers, such as "um" or 呃; 0…1. A sound that only says "I
     * am listening" is none.
     */
    static OptionalDouble fillerRatio(SpokenCall call) {
        int words = 0;
        int fillers = 0;
        for (ScoredUtterance said : call.clear(Speaker.REP)) {
            Utterance utterance = said.utterance();
            if (!Backchannels.is(utterance)) {
                words += Segmenter.words(utterance.language(), utterance.text()).size();
                fillers += fillers(utterance);
            }
        }
        return words == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) fillers / words);
    }

    /** Fillers in an utterance that is more than a backchannel. */
    static int fillers(Utterance utterance) {
        if (Backchannels.is(utterance)) {
            return 0;
        }
        int fillers = 0;
        String before = "";
        for (String word : Segmenter.words(utterance.language(), utterance.text())) {
            if (FILLERS.contains(word)
                    || (word.equals(before) && FILLERS_WHEN_REPEATED.contains(word))) {
                fillers++;
            }
            before = word;
        }
        return fillers;
    }
}
