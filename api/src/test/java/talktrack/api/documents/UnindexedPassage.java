package talktrack.api.documents;

import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Audience;

/** A passage's words alone, as if an index had found them. */
public final class UnindexedPassage {

    private UnindexedPassage() {}

    public static IndexedPassage of(Passage passage) {
        return new IndexedPassage(
                passage.document(),
                "",
                passage.language(),
                passage,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new Standing(Audience.PUBLIC, Optional.empty(), Optional.empty()));
    }
}
