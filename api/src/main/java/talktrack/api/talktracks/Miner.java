package talktrack.api.talktracks;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.Vectors;
import talktrack.api.talktracks.BestMoments.Moment;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;
import talktrack.models.text.Sentences;

/**
 * Proposes talk tracks out of the team's own calls: the words of the best moments of calls that
 * ended with an order or an advance, with blanks for what belongs to one customer. Only drafts;
 * what is like a talk track that is there already, or was retired, is not proposed again.
 */
final class Miner {

    private static final int CALLS = 300;
    private static final int MOST_PROPOSED = 20;
    private static final int TOGETHER = 500;
    private static final int MOST_KEYWORDS = 3;
    private static final int KEYWORD = 120;
    private static final int QUOTE = 50;
    private static final Pattern BLANK = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FILLER =
            Pattern.compile(
                    "(?i)(?:^|(?<=[\\s,.]))(?:um+|uh+|er+|erm|hmm+),?\\s+|(?:嗯|呃)+[，,、]?|\\b(\\w+)(?:\\s+\\1\\b)+");

    private final ElasticIndex elasticsearch;

    /** Names of the people of a call, as far as they are known; the analysis knows the customer. */
    private final Function<String, Optional<String>> repName;

    Miner(ElasticIndex elasticsearch, Function<String, Optional<String>> repName) {
        this.elasticsearch = elasticsearch;
        this.repName = repName;
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
        List<CallAnalysis> calls =
                elasticsearch.find(
                        CallIndices.ANALYSES.index(),
                        s ->
                                s.size(CALLS)
                                        .sort(
                                                o ->
                                                        o.field(
                                                                f ->
                                                                        f.field("startedAt")
                                                                                .order(
                                                                                        SortOrder
                                                                                                .Desc))),
                        CallAnalysis.class);
        List<Moment> moments =
                calls.stream()
                        .flatMap(call -> BestMoments.of(call).stream())
                        .sorted(Comparator.comparingDouble(Moment::strength).reversed())
                        .toList();
        Map<String, Utterance> said = utterances(moments);
        Set<String> ids = there.stream().map(TalkTrack::id).collect(Collectors.toSet());
        Alike alike = new Alike(there);
        List<TalkTrack> drafts = new ArrayList<>();
        int left = 0;
        for (Moment moment : moments) {
            Optional<TalkTrack> draft = draft(moment, said);
            if (draft.isEmpty() || drafts.size() == MOST_PROPOSED) {
                continue;
            }
            if (ids.contains(draft.get().id()) || alike.has(draft.get())) {
                left++;
            } else {
                drafts.add(draft.get());
                alike.add(draft.get());
            }
        }
        return new Found(calls.size(), drafts, left);
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
        Map<String, Utterance> said = new HashMap<>();
        for (int i = 0; i < ids.size(); i += TOGETHER) {
            elasticsearch
                    .getAll(
                            CallIndices.UTTERANCES.index(),
                            ids.subList(i, Math.min(ids.size(), i + TOGETHER)),
                            ScoredUtterance.class)
                    .stream()
                    .filter(one -> !one.labels().unclear())
                    .forEach(one -> said.put(one.utterance().utteranceId(), one.utterance()));
        }
        return said;
    }

    /** Absent when too little of the words is left, or too much of them are blanks. */
    private Optional<TalkTrack> draft(Moment moment, Map<String, Utterance> said) {
        List<Utterance> words = of(moment.saidIds(), said);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Language language = moment.call().language();
        Set<String> names = names(moment, said);
        List<String> sentences = sentences(language, words, names);
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
                        .flatMap(one -> Sentences.of(clean(one.displayText())))
                        .map(one -> BlankedText.of(language, one, names))
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

    private Set<String> names(Moment moment, Map<String, Utterance> said) {
        Set<String> names = new LinkedHashSet<>();
        names.add(moment.call().customer());
        repName.apply(moment.call().repId()).ifPresent(names::add);
        Stream.concat(moment.saidIds().stream(), moment.beforeIds().stream())
                .map(said::get)
                .filter(Objects::nonNull)
                .map(Utterance::speakerName)
                .forEach(names::add);
        names.remove("");
        return names;
    }

    /** The words up to a length that one can say, whole sentences. */
    private static List<String> sentences(
            Language language, List<Utterance> words, Set<String> names) {
        int most = language == Language.EN ? 600 : 240;
        List<String> sentences = new ArrayList<>();
        int length = 0;
        for (Utterance one : words) {
            for (String sentence : Sentences.of(clean(one.displayText())).toList()) {
                String blanked = BlankedText.of(language, sentence, names);
                length += blanked.length();
                if (length > most) {
                    return sentences;
                }
                if (!blanked.isBlank()) {
                    sentences.add(blanked);
                }
            }
        }
        return sentences;
    }

    private static String clean(String text) {
        return FILLER.matcher(text).replaceAll("$1").replaceAll("\\s+", " ").strip();
    }

    private static boolean asks(String sentence) {
        return sentence.endsWith("?") || sentence.endsWith("？");
    }

    private static boolean worth(Language language, String text, Moment moment) {
        int left = BLANK.matcher(text).replaceAll("").strip().length();
        int least = moment.question().isPresent() ? 25 : 60;
        return left >= (language == Language.EN ? least : least / 3) && left >= text.length() / 2;
    }

    private static String quote(String text) {
        return text.length() <= QUOTE ? text : text.substring(0, QUOTE).strip() + "…";
    }

    /** What the library has already, by meaning. */
    private static final class Alike {

        private final Map<String, List<float[]>> bySituation = new HashMap<>();

        Alike(Collection<TalkTrack> there) {
            there.forEach(this::add);
        }

        void add(TalkTrack track) {
            bySituation
                    .computeIfAbsent(situation(track), key -> new ArrayList<>())
                    .add(vector(track));
        }

        boolean has(TalkTrack track) {
            float[] own = vector(track);
            double same = track.language() == Language.EN ? 0.8 : 0.88;
            return bySituation.getOrDefault(situation(track), List.of()).stream()
                    .anyMatch(other -> Vectors.cosine(own, other) >= same);
        }

        private static String situation(TalkTrack track) {
            return "%s %s %s"
                    .formatted(
                            track.language(),
                            track.situation().objection(),
                            track.situation().questionType());
        }

        private static float[] vector(TalkTrack track) {
            return Embedder.of(track.language())
                    .embed(
                            BLANK.matcher(track.text() + " " + track.nextQuestion())
                                    .replaceAll(" "));
        }
    }
}
