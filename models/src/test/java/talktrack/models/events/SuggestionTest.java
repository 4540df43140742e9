package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

class SuggestionTest {

    private static final Instant THEN = Instant.parse("2026-11-04T10:00:00Z");

    private final Suggestion old =
            new Suggestion(
                    "u-s",
                    "c0ffee",
                    1,
                    "u",
                    ObjectionType.PRICE,
                    Language.EN,
                    List.of("en-price-1"),
                    "text",
                    "",
                    "",
                    Suggestion.Source.TALK_TRACK,
                    "",
                    THEN,
                    Suggestion.Kind.OBJECTION,
                    Optional.empty(),
                    "",
                    false,
                    List.of(),
                    List.of());

    private final Suggestion ofVersion2 =
            old.writtenFrom(
                    new Suggestion.Basis(
                            Map.of("en-price-1", 2),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));

    @Test
    void aNewerVersionIsAChange() {
        assertThat(ofVersion2.since(track(2, TalkTrack.Status.APPROVED, THEN))).isEmpty();
        assertThat(ofVersion2.since(track(3, TalkTrack.Status.APPROVED, THEN)))
                .contains(Suggestion.Since.CHANGED);
        assertThat(ofVersion2.since(track(3, TalkTrack.Status.DRAFT, THEN)))
                .contains(Suggestion.Since.CHANGED);
    }

    @Test
    void aRetiredOneIsRetired() {
        assertThat(ofVersion2.since(track(3, TalkTrack.Status.RETIRED, THEN)))
                .contains(Suggestion.Since.RETIRED);
    }

    @Test
    void withoutAVersionTheDayTells() {
        assertThat(old.since(track(7, TalkTrack.Status.APPROVED, THEN.minusSeconds(1)))).isEmpty();
        assertThat(old.since(track(7, TalkTrack.Status.APPROVED, THEN.plusSeconds(1))))
                .contains(Suggestion.Since.CHANGED);
        assertThat(old.since(track(7, TalkTrack.Status.RETIRED, THEN)))
                .contains(Suggestion.Since.RETIRED);
    }

    private static TalkTrack track(int version, TalkTrack.Status status, Instant changedAt) {
        return new TalkTrack(
                "en-price-1",
                Language.EN,
                new TalkTrack.Situation(Optional.of(ObjectionType.PRICE), Optional.empty()),
                "title",
                "text",
                "",
                "",
                List.of(),
                status,
                version,
                "",
                Optional.of(changedAt),
                "",
                Optional.empty());
    }
}
