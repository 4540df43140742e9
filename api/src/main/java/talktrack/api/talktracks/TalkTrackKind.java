package talktrack.api.talktracks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Row;
import talktrack.api.versions.Kind;
import talktrack.models.events.TalkTrack;

/** Talk tracks, for the library. */
final class TalkTrackKind implements Kind<TalkTrack> {

    @Override
    public String what() {
        return "talk track";
    }

    @Override
    public List<Column> columns() {
        return TalkTrackSheet.COLUMNS;
    }

    @Override
    public Map<String, String> cells(TalkTrack track) {
        return TalkTrackSheet.cells(track);
    }

    @Override
    public TalkTrack stamped(TalkTrack of, Stamp stamp) {
        return new TalkTrack(
                of.id(),
                of.language(),
                of.situation(),
                of.title(),
                of.text(),
                of.nextQuestion(),
                of.why(),
                of.keywords(),
                stamp.status(),
                stamp.version(),
                stamp.author(),
                Optional.of(stamp.at()),
                stamp.note(),
                of.minedFrom());
    }

    @Override
    public TalkTrack of(Row row, String id, Optional<TalkTrack> there) {
        return TalkTrackSheet.edit(row).as(id, there.flatMap(TalkTrack::minedFrom));
    }
}
