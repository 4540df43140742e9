package talktrack.api.talktracks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.mining.Alike;
import talktrack.api.mining.BlankedText;
import talktrack.api.mining.SpokenSentences;
import talktrack.api.mining.WonCalls;
import talktrack.api.talktracks.BestMoments.Moment;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;

/**
 * Proposes talk tracks out of the team's own calls: the words of the best moments of calls that
 * ended with an order or an advance, with blanks for what belongs to one customer. Only drafts;
 * what is like a talk track that is there already, or was retired, is not proposed again.
 */
final class Miner {

    private static final int MOST_PROPOSED = 20;
    private static final int MOST_KEYWORDS = 3;
    private static final int KEYWORD = 120;
    private static final int QUOTE = 50;

    private final WonCalls calls;

    Miner(WonCalls calls) {
        this.calls = calls;
    }

    /**
     * @param calls how many were looked at
     * @param drafts strongest first
     * @param alike how many moments were left out because the library has their like
     */
    record Found(int calls, List<TalkTrack> drafts, int alike) {}

    /**
     * Looks at the newest calls.
     *
     * @param there all talk tracks, whatever their state
     */
    Found find(Collection<TalkTrack> there) {
        WonCalls.Newest newest = calls.newest();
        List<Moment> moments =
                newest.won().stream()
                        .flatMap(call -> BestMoments.of(call).stream())
                        .sorted(Comparator.comparingDouble(Moment::strength).reversed())
                        .toList();
        Map<String, Utterance> said = utterances(moments);
        Set<String> ids = there.stream().map(TalkTrack::id).collect(Collectors.toSet());
        Alike alike = new Alike();
        there.forEach(track -> alike.add(track.language(), situation(track), words(track)));
        List<TalkTrack> drafts = new ArrayList<>();
        int left = 0;
        for (Moment moment : moments) {
            Optional<TalkTrack> draft = draft(moment, said);
            if (draft.isEmpty() || drafts.size() == MOST_PROPOSED) {
                continue;
            }
            TalkTrack track = draft.get();
            String situation = situation(track);
            if (ids.contains(track.id()) || alike.has(track.language(), situation, words(track))) {
                left++;
            } else {
                drafts.add(track);
                alike.add(track.language(), situation, words(track));
            }
        }
        return new Found(newest.looked(), drafts, left);
    }

    private Map<String, Utterance> utterances(List<Moment> moments) {
        List<String> ids =
                moments.stream()
                        .flatMap(
                                one ->
                                        Stream.concat(
                                                one.saidIds().stream(), one.beforeIds().stream()))
                        .distinct()
                        .toList();
        return calls.said(ids);
    }

    /** Absent when too little of the words is left, or too much of them are blanks. */
    private Optional<TalkTrack> draft(Moment moment, Map<String, Utterance> said) {
        List<Utterance> words = of(moment.saidIds(), said);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Language language = moment.call().language();
        Set<String> names =
                calls.names(
                        moment.call(),
                        Stream.of(moment.saidIds(), moment.beforeIds())
                                .flatMap(ids -> of(ids, said).stream())
                                .toList());
        UnaryOperator<String> blanks = one -> BlankedText.of(language, one, names);
        List<String> sentences =
                SpokenSentences.upTo(language == Language.EN ? 600 : 240, words, blanks);
        String text = String.join(language == Language.EN ? " " : "", sentences);
        if (!worth(language, text, moment)) {
            return Optional.empty();
        }
        boolean asks = sentences.size() > 1 && asks(sentences.getLast());
        String rest =
                asks
                        ? String.join(
                                language == Language.EN ? " " : "",
                                sentences.subList(0, sentences.size() - 1))
                        : text;
        List<String> keywords =
                of(moment.beforeIds(), said).stream()
                        .flatMap(SpokenSentences::of)
                        .map(blanks)
                        .filter(one -> !one.isBlank() && one.length() <= KEYWORD)
                        .limit(MOST_KEYWORDS)
                        .toList();
        Utterance first = words.getFirst();
        return Optional.of(
                new TalkTrack(
                        id(language, first),
                        language,
                        new TalkTrack.Situation(moment.objection(), moment.question()),
                        MinedWords.title(
                                moment,
                                language,
                                quote(keywords.isEmpty() ? text : keywords.getFirst())),
                        rest,
                        asks ? sentences.getLast() : "",
                        MinedWords.why(moment, language),
                        keywords,
                        TalkTrack.Status.DRAFT,
                        1,
                        "",
                        Optional.empty(),
                        "",
                        Optional.of(
                                new SourceMoment(
                                        first.callId(),
                                        first.utteranceId(),
                                        first.startSeconds()))));
    }

    private static String id(Language language, Utterance first) {
        String call = first.callId().substring(0, Math.min(12, first.callId().length()));
        return "%s-mined-%s-%04d".formatted(language.id(), call, first.index());
    }

    private static List<Utterance> of(List<String> ids, Map<String, Utterance> said) {
        return ids.stream().map(said::get).filter(Objects::nonNull).toList();
    }

    private static boolean asks(String sentence) {
        return sentence.endsWith("?") || sentence.endsWith("？");
    }

    private static boolean worth(Language language, String text, Moment moment) {
        int left = BlankedText.BLANK.matcher(text).replaceAll("").strip().length();
        int least = moment.question().isPresent() ? 25 : 60;
        return left >= (language == Language.EN ? least : least / 3) && left >= text.length() / 2;
    }

    private static String quote(String text) {
        return text.length() <= QUOTE ? text : text.substring(0, QUOTE).strip() + "…";
    }

    private static String situation(TalkTrack track) {
        return "%s %s".formatted(track.situation().objection(), track.situation().questionType());
    }

    private static String words(TalkTrack track) {
        return track.text() + " " + track.nextQuestion();
    }
}
