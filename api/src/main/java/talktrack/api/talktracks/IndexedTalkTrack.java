package talktrack.api.talktracks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import talktrack.api.index.Vectors;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.Embedder;

/**
 * A talk track as it stands in the index.
 *
 * @param vectorEn of title and keywords, the customer's side of it; absent for Chinese ones, as
 *     {@code vectorZh} is for English ones
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record IndexedTalkTrack(
        TalkTrack talkTrack,
        Language language,
        TalkTrack.Status status,
        Optional<ObjectionType> objection,
        Optional<QuestionType> question,
        Optional<Phase> phase,
        String product,
        String industry,
        boolean general,
        String titleEn,
        String textEn,
        String keywordsEn,
        String titleZh,
        String textZh,
        String keywordsZh,
        List<Float> vectorEn,
        List<Float> vectorZh) {

    static IndexedTalkTrack of(TalkTrack track) {
        String keywords = String.join("\n", track.keywords());
        List<Float> vector =
                Vectors.boxed(Embedder.of(track.language()).embed(track.title() + "\n" + keywords));
        boolean english = track.language() == Language.EN;
        return new IndexedTalkTrack(
                track,
                track.language(),
                track.status(),
                track.situation().objection(),
                track.situation().questionType(),
                track.situation().phase(),
                track.situation().product(),
                track.situation().industry(),
                track.situation().general(),
                english ? track.title() : null,
                english ? track.text() : null,
                english ? keywords : null,
                english ? null : track.title(),
                english ? null : track.text(),
                english ? null : keywords,
                english ? vector : null,
                english ? null : vector);
    }
}
