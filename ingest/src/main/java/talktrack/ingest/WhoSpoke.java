package talktrack.ingest;

import java.util.List;
import java.util.Set;
import talktrack.models.events.SpeakerCertainty;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.SourceMode;

/**
 * A call's lines with their speakers, and how surely these were told.
 *
 * @param lines in order of start
 * @param cautions that come from who speaks
 */
record WhoSpoke(
        List<Line> lines,
        SourceMode mode,
        ChannelLayout layout,
        SpeakerCertainty certainty,
        Set<Caution> cautions) {

    WhoSpoke {
        lines = List.copyOf(lines);
        cautions = Set.copyOf(cautions);
    }
}
