package talktrack.api.calls;

import java.time.Instant;
import java.util.Optional;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;

/**
 * What people say about a recording that they hand in.
 *
 * @param team name of the team; empty leaves the rep where he is, or puts a new one into the
 *     default team
 * @param customer the buyer's name, or empty
 * @param startedAt empty means now
 * @param language empty means: detect in a transcript, English for sound
 * @param repSpeaker the rep's name among a transcript's speakers, or empty
 * @param raw what is declared of sound without a header
 * @param kind what the call is for; empty means: guess
 * @param sale simple or major; empty means: guess
 */
public record Upload(
        String fileName,
        String rep,
        Optional<String> team,
        String customer,
        Optional<Instant> startedAt,
        Optional<Language> language,
        ChannelLayout channels,
        String repSpeaker,
        Optional<RawSound> raw,
        boolean demonstration,
        Optional<CallKind> kind,
        Optional<SaleSize> sale) {}
