package talktrack.ingest.redact;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.ingest.decode.HiddenSound;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Finds phone, card and identity numbers and e-mail addresses in a call, spoken or written, and
 * puts marks in their places: in text, words and the speakers' names. Numbers dictated with pauses
 * are found over the utterances of one speaker, with short answers of others between them.
 *
 * <p>What was misheard beyond recognition stays; a long number without a purpose is rather taken
 * out. Numbers of fewer than seven digits, prices, quantities and order numbers stay.
 */
public final class Redactor {

    /** Possessive: the matcher would go one call deeper with every label it might give back. */
    private static final Pattern WRITTEN_EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})++");

    private static final Pattern WRITTEN_SOCIAL_SECURITY =
            Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");
    private static final Pattern WRITTEN_LOCAL_PHONE =
            Pattern.compile("(?<![\\d.,$€£¥-])[2-9]\\d{2}-\\d{4}(?![\\d-])");

    private static final double LONGEST_PAUSE_SECONDS = 20;
    private static final int FEWEST_DIGITS = 7;
    private static final int SHORT_ANSWER_TOKENS = 8;
    private static final int CONTEXT_TOKENS = 30;
    private static final int CONTEXT_UTTERANCES = 3;

    private final List<Utterance> utterances;
    private final List<List<Token>> tokens = new ArrayList<>();
    private final List<Spans> spans = new ArrayList<>();

    private Redactor(List<Utterance> utterances) throws InterruptedException {
        this.utterances = utterances;
        for (int i = 0; i < utterances.size(); i++) {
            stopWhenInterrupted();
            tokens.add(Token.of(i, utterances.get(i).text()));
            spans.add(new Spans());
        }
    }

    /**
     * @param utterances as they follow each other, with the raw text as {@code text}
     * @param redactions how many pieces were taken out
     */
    public record Redacted(List<Utterance> utterances, int redactions) {}

    /**
     * The same utterances with marks; a readable form must be made from them anew. The work grows
     * with the length of the call, whatever is in it, and ends when the thread is interrupted.
     */
    public static Redacted redact(List<Utterance> utterances) throws InterruptedException {
        Redactor redactor = new Redactor(utterances);
        redactor.find();
        Map<String, String> names = new HashMap<>();
        List<Utterance> clean = new ArrayList<>();
        int redactions = 0;
        for (int i = 0; i < utterances.size(); i++) {
            stopWhenInterrupted();
            List<Span> here = redactor.spans.get(i).inOrder();
            Utterance masked = Masking.mask(utterances.get(i), here);
            String name = masked.speakerName();
            if (!name.isEmpty() && !names.containsKey(name)) {
                names.put(name, withoutSecrets(utterances.get(i)));
            }
            clean.add(masked.withSpeakerName(names.getOrDefault(name, "")));
            redactions += here.size();
        }
        return new Redacted(List.copyOf(clean), redactions);
    }

    /** Where a recording says what {@link #redact} took out of these utterances. */
    public static List<HiddenSound> hidden(List<Utterance> redacted) {
        return redacted.stream()
                .flatMap(utterance -> utterance.words().stream())
                .filter(word -> Secret.marks(word.word()))
                .map(word -> new HiddenSound(word.startSeconds(), word.endSeconds()))
                .toList();
    }

    /**
     * One text by itself, with what {@code mark} makes of each secret and its words in its place.
     */
    public static String redact(
            String text, Language language, BiFunction<Secret, String, String> mark)
            throws InterruptedException {
        Utterance alone =
                new Utterance(
                        "",
                        "",
                        0,
                        0,
                        0,
                        0,
                        Speaker.UNKNOWN,
                        "",
                        language,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        text,
                        text,
                        List.of());
        Redactor redactor = new Redactor(List.of(alone));
        redactor.find();
        StringBuilder clean = new StringBuilder();
        int at = 0;
        for (Span span : redactor.spans.getFirst().inOrder()) {
            clean.append(text, at, span.start())
                    .append(mark.apply(span.secret(), text.substring(span.start(), span.end())));
            at = span.end();
        }
        return clean.append(text, at, text.length()).toString();
    }

    private static void stopWhenInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void find() throws InterruptedException {
        findWritten();
        findSpoken();
    }

    private void findWritten() {
        for (int i = 0; i < utterances.size(); i++) {
            String text = utterances.get(i).text();
            addMatches(i, WRITTEN_EMAIL, text, Secret.EMAIL);
            addMatches(i, WRITTEN_SOCIAL_SECURITY, text, Secret.ID);
        }
    }

    private void addMatches(int utterance, Pattern pattern, String text, Secret secret) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.get(utterance).add(new Span(matcher.start(), matcher.end(), secret));
        }
    }

    private void findSpoken() throws InterruptedException {
        ReadBack readBack = new ReadBack(utterances.size());
        for (List<Integer> group : groups()) {
            List<Token> stream = group.stream().flatMap(i -> tokens.get(i).stream()).toList();
            for (Emails.Range email : Emails.in(stream)) {
                addRange(stream, email.first(), email.last(), Secret.EMAIL);
            }
            Language language = utterances.get(group.getFirst()).language();
            for (DigitRun run : DigitRuns.in(stream, FEWEST_DIGITS)) {
                stopWhenInterrupted();
                kind(run, language, stream)
                        .ifPresent(
                                secret -> {
                                    addRange(stream, run.firstToken(), run.lastToken(), secret);
                                    readBack.expect(
                                            run.digits(),
                                            secret,
                                            stream.get(run.firstToken()).utterance(),
                                            stream.get(run.lastToken()).utterance());
                                });
            }
        }
        for (int i = 0; i < utterances.size(); i++) {
            stopWhenInterrupted();
            readBack.addTo(spans.get(i), i, tokens.get(i));
            findWrittenPhones(i);
        }
    }

    private Optional<Secret> kind(DigitRun run, Language language, List<Token> stream) {
        Token first = stream.get(run.firstToken());
        Token last = stream.get(run.lastToken());
        return NumberKind.of(
                run,
                language,
                before(first.utterance(), first.start()),
                run.firstToken() > 0 ? stream.get(run.firstToken() - 1).text() : "",
                utterances
                        .get(last.utterance())
                        .text()
                        .substring(last.end())
                        .strip()
                        .toLowerCase(Locale.ROOT));
    }

    private void findWrittenPhones(int i) {
        Utterance utterance = utterances.get(i);
        for (PhoneNumberMatch match :
                PhoneNumbers.writtenIn(utterance.language(), utterance.text())) {
            addPhone(i, match.start(), match.end());
        }
        Matcher local = WRITTEN_LOCAL_PHONE.matcher(utterance.text());
        while (local.find()) {
            addPhone(i, local.start(), local.end());
        }
    }

    private void addPhone(int utterance, int start, int end) {
        if (Cues.nearest(before(utterance, start)) != Cues.Cue.REFERENCE) {
            spans.get(utterance).add(new Span(start, end, Secret.PHONE));
        }
    }

    /**
     * What was said just before a place in an utterance, by whomever: the question as well as the
     * answer's beginning.
     */
    private String before(int utterance, int start) {
        Deque<Token> context = new ArrayDeque<>();
        int end = tokensUntil(utterance, start);
        for (int i = utterance; i >= Math.max(0, utterance - CONTEXT_UTTERANCES); i--) {
            List<Token> own = tokens.get(i);
            for (int j = (i == utterance ? end : own.size()) - 1;
                    j >= 0 && context.size() < CONTEXT_TOKENS;
                    j--) {
                context.addFirst(own.get(j));
            }
        }
        return context.stream()
                .map(one -> one.han() ? one.text() : " " + one.text() + " ")
                .collect(Collectors.joining())
                .replaceAll(" +", " ");
    }

    /** How many of an utterance's tokens end at or before a character of its text. */
    private int tokensUntil(int utterance, int character) {
        int place =
                Collections.binarySearch(
                        tokens.get(utterance),
                        new Token(utterance, character, character, ""),
                        Comparator.comparingInt(Token::end));
        return place < 0 ? -place - 1 : place + 1;
    }

    /** Utterances of one speaker that follow each other closely, short answers left out. */
    private List<List<Integer>> groups() throws InterruptedException {
        Map<String, List<Integer>> open = new LinkedHashMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        int lastLong = -1;
        for (int i = 0; i < utterances.size(); i++) {
            stopWhenInterrupted();
            Utterance utterance = utterances.get(i);
            String speaker =
                    "%s/%d/%d/%s"
                            .formatted(
                                    utterance.speaker(),
                                    utterance.channel(),
                                    utterance.voice(),
                                    utterance.speakerName());
            List<Integer> group = open.get(speaker);
            if (group == null
                    || group.getLast() < lastLong
                    || !soonAfter(utterances.get(group.getLast()), utterance)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(speaker, group);
            }
            group.add(i);
            if (tokens.get(i).size() > SHORT_ANSWER_TOKENS) {
                lastLong = i;
            }
        }
        return groups;
    }

    private static boolean soonAfter(Utterance before, Utterance after) {
        return !before.timed()
                || !after.timed()
                || after.startSeconds().getAsDouble() - before.endSeconds().getAsDouble()
                        <= LONGEST_PAUSE_SECONDS;
    }

    /** One span per utterance that the tokens lie in. */
    private void addRange(List<Token> stream, int first, int last, Secret secret) {
        int start = first;
        for (int i = first; i <= last; i++) {
            if (i == last || stream.get(i + 1).utterance() != stream.get(i).utterance()) {
                spans.get(stream.get(i).utterance())
                        .add(new Span(stream.get(start).start(), stream.get(i).end(), secret));
                start = i + 1;
            }
        }
    }

    /** Phone systems name speakers by their numbers. */
    private static String withoutSecrets(Utterance utterance) throws InterruptedException {
        String name = utterance.speakerName();
        Redactor redactor = new Redactor(List.of(utterance.withWords(name, List.of())));
        redactor.find();
        return Masking.text(name, redactor.spans.getFirst().inOrder());
    }
}
