package talktrack.analysis;

import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.Corrections;
import talktrack.analysis.call.Opinions;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;

/** What others than classifiers say of a call's labels. */
record Said(List<LabelCorrection> corrections, Optional<SecondOpinions> opinions) {

    static final Said NOTHING = new Said(List.of(), Optional.empty());

    /** The utterances as they are shown: people last, so that they win. */
    List<ScoredUtterance> over(List<ScoredUtterance> read) {
        return Corrections.over(Opinions.over(read, opinions), corrections);
    }

    /** Who was asked, and for how much, changes no label. */
    boolean sameLabels(Said other) {
        return corrections.equals(other.corrections)
                && labels(opinions).equals(labels(other.opinions));
    }

    private static List<SecondOpinions.Opinion> labels(Optional<SecondOpinions> opinions) {
        return opinions.map(SecondOpinions::opinions).orElse(List.of());
    }
}
