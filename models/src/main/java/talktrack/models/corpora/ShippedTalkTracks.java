package talktrack.models.corpora;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import talktrack.models.events.Json;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;

/** The approved scripts that ship with Talktrack. */
public final class ShippedTalkTracks {

    private ShippedTalkTracks() {}

    /** The talk tracks of a language, in the order of their file. */
    public static List<TalkTrack> in(Language language) {
        String name = "/talktrack/talk-tracks/%s.json".formatted(language.id());
        try (InputStream in = ShippedTalkTracks.class.getResourceAsStream(name)) {
            return Json.mapper().readValue(in, new TypeReference<List<TalkTrack>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
