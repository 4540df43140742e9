package talktrack.analysis.call;

import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;

/**
 * What was said, or is to be said, sentence by sentence: comparable with others of its language, as
 * the skill of talk-track adherence compares them (docs/metrics.md).
 */
public final class Wording {

    private static final int MOST_SENTENCES = 24;

    private final Language language;
    private final List<Meaning> sentences;

    private Wording(Language language, List<String> sentences) {
        this.language = language;
        this.sentences = Meaning.ofAll(language, sentences);
    }

    /** Of what somebody said; very short sentences have no meaning of their own. */
    public static Wording of(Language language, List<String> texts) {
        return new Wording(
                language,
                texts.stream()
                        .flatMap(text -> TalkTrackSkill.sentences(language, text))
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .toList());
    }

    /** Of a talk track without its blanks. */
    public static Wording of(TalkTrack track) {
        return new Wording(track.language(), TalkTrackSkill.parts(track.language(), track));
    }

    /** Likeness of the nearest two sentences, −1…1; absent when one of both has none. */
    public OptionalDouble likeness(Wording other) {
        return sentences.stream()
                .flatMapToDouble(own -> other.sentences.stream().mapToDouble(own::likeness))
                .max();
    }

    /** Whether it says the same, as three of four do that were written to a talk track. */
    public boolean saysTheSame(Wording other) {
        return likeness(other).orElse(-1) >= Likeness.asTalkTrack(language);
    }
}
