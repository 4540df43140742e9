package talktrack.api.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import talktrack.api.index.Vectors;
import talktrack.models.events.CaseStory;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * A case as it stands in the index.
 *
 * @param citable whether others may be told of it: approved, and no example
 * @param vectorEn of customer, problem and value; absent for Chinese ones, as {@code vectorZh} is
 *     for English ones
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record IndexedCase(
        CaseStory story,
        Language language,
        TalkTrack.Status status,
        boolean citable,
        String industryEn,
        String allEn,
        String industryZh,
        String allZh,
        List<Float> vectorEn,
        List<Float> vectorZh) {

    static IndexedCase of(CaseStory story) {
        boolean english = story.language() == Language.EN;
        String all =
                String.join(
                        "\n",
                        story.title(),
                        story.customer(),
                        story.industry(),
                        story.problem(),
                        story.valueShown(),
                        story.outcome());
        List<Float> vector = Vectors.boxed(Embedder.of(story.language()).embed(all));
        return new IndexedCase(
                story,
                story.language(),
                story.status(),
                story.status() == TalkTrack.Status.APPROVED && !story.example(),
                english ? story.industry() : null,
                english ? all : null,
                english ? null : story.industry(),
                english ? null : all,
                english ? vector : null,
                english ? null : vector);
    }
}
