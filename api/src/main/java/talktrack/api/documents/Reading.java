package talktrack.api.documents;

import java.util.List;
import talktrack.models.labels.Language;

/**
 * What a document says.
 *
 * @param passages in its order, numbered from 0
 */
record Reading(Language language, FrontMatter frontMatter, List<Passage> passages) {
    Reading {
        passages = List.copyOf(passages);
    }
}
