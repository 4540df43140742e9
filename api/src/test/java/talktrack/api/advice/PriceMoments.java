package talktrack.api.advice;

import static talktrack.models.fixtures.AnalysisFixture.anAnalysis;

import java.util.List;
import java.util.Optional;
import talktrack.analysis.advice.AdviceMoment;
import talktrack.analysis.advice.Blanks;
import talktrack.analysis.advice.Blanks.Said;
import talktrack.api.advice.SuggestionWriter.Choice;
import talktrack.api.advice.SuggestionWriter.Moment;
import talktrack.api.talktracks.TalkTrackLibrary;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

/** A call with an objection to the price, and the talk track for it. */
final class PriceMoments {

    private static final String CALL = "c0ffee";

    private PriceMoments() {}

    static TalkTrack track(Language language) {
        return TalkTrackLibrary.shipped().stream()
                .filter(one -> one.id().equals(language.id() + "-price-1"))
                .findFirst()
                .orElseThrow();
    }

    static Choice choice(TalkTrack track) {
        return new Choice(track, List.of(), false);
    }

    /**
     * @param before what was said before it
     */
    static Moment moment(Language language, String said, List<String> before) {
        return new Moment(
                new AdviceMoment(
                        Suggestion.Kind.OBJECTION,
                        CALL + "-1-0007",
                        ObjectionType.PRICE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                said,
                before.stream().map(words -> new Said(CALL + "-1-0006", words)).toList(),
                new Blanks.Facts(
                        language,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    static CallAnalysis call(Language language) {
        return anAnalysis(CALL).in(language).build();
    }
}
