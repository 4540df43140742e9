package talktrack.ingest.redact;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;

/**
 * Finds phone, card and identity numbers and e-mail addresses in a call, spoken or written, and
 * puts marks in their places: in text, words and the speakers' names. Numbers dictated with pauses
 * are found over the utterances of one speaker, with short answers of others between them.
 *
 * <p>What was misheard beyond recognition stays; a long number without a purpose is rather taken
 * out. Numbers of fewer than seven digits, prices, quantities and order numbers stay.
 */
public final class Redactor {

    private static final Pattern WRITTEN_EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+");
    private static final Pattern WRITTEN_SOCIAL_SECURITY =
            Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");
    private static final Pattern WRITTEN_LOCAL_PHONE =
            Pattern.compile("(?<![\\d.,$€£¥-])[2-9]\\d{2}-\\d{4}(?![\\d-])");

    private static final double LONGEST_PAUSE_SECONDS = 20;
    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_REPEATED_DIGITS = 3;
    private static final int SHORT_ANSWER_TOKENS = 8;
    private static final int CONTEXT_TOKENS = 30;
    private static final int CONTEXT_UTTERANCES = 3;

    private final List<Utterance> utterances;
    private final List<List<Token>> tokens = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Redactor(List<Utterance> utterances) {
        this.utterances = utterances;
        for (int i = 0; i < utterances.size(); i++) {
            tokens.add(Token.of(i, utterances.get(i).text()));
        }
    }

    /**
     * @param utterances as they follow each other, with the raw text as {@code text}
     * @param redactions how many pieces were taken out
     */
    public record Redacted(List<Utterance> utterances, int redactions) {}

    /** The same utterances with marks; a readable form must be made from them anew. */
    public static Redacted redact(List<Utterance> utterances) {
        Redactor redactor = new Redactor(utterances);
        redactor.findWritten();
        redactor.findSpoken();
        List<Utterance> clean = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            int at = i;
            List<Span> here =
                    redactor.spans.stream()
                            .filter(s -> s.utterance() == at)
                            .sorted(Comparator.comparingInt(Span::start))
                            .toList();
            clean.add(Masking.mask(redactor.withoutSecretName(utterances.get(i)), here));
        }
        return new Redacted(List.copyOf(clean), redactor.spans.size());
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
            add(new Span(utterance, matcher.start(), matcher.end(), secret));
        }
    }

    private void findSpoken() {
        for (List<Integer> group : groups()) {
            List<Token> stream = group.stream().flatMap(i -> tokens.get(i).stream()).toList();
            for (Emails.Range email : Emails.in(stream)) {
                addRange(stream, email.first(), email.last(), Secret.EMAIL);
            }
            Language language = utterances.get(group.getFirst()).language();
            for (DigitRun run : DigitRuns.in(stream, FEWEST_DIGITS)) {
                kind(run, language, stream)
                        .ifPresent(
                                secret -> {
                                    addRange(stream, run.firstToken(), run.lastToken(), secret);
                                    addReadBack(
                                            stream.get(run.firstToken()).utterance(),
                                            stream.get(run.lastToken()).utterance() + 1,
                                            run.digits(),
                                            secret);
                                });
            }
        }
        for (int i = 0; i < utterances.size(); i++) {
            findWrittenPhones(i);
        }
    }

    private Optional<Secret> kind(DigitRun run, Language language, List<Token> stream) {
        int after = run.lastToken() + 1;
        return NumberKind.of(
                run,
                language,
                before(stream.get(run.firstToken())),
                run.firstToken() > 0 ? stream.get(run.firstToken() - 1).text() : "",
                after < stream.size() ? stream.get(after).text() : "");
    }

    /** Whoever writes a number down repeats it in pieces. */
    private void addReadBack(int first, int last, String digits, Secret secret) {
        for (int i = first; i <= Math.min(last, utterances.size() - 1); i++) {
            List<Token> own = tokens.get(i);
            for (DigitRun run : DigitRuns.in(own, FEWEST_REPEATED_DIGITS)) {
                if (digits.contains(run.digits())) {
                    addRange(own, run.firstToken(), run.lastToken(), secret);
                }
            }
        }
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
        Token first =
                tokens.get(utterance).stream()
                        .filter(token -> token.end() > start)
                        .findFirst()
                        .orElseThrow();
        if (Cues.nearest(before(first)) != Cues.Cue.REFERENCE) {
            add(new Span(utterance, start, end, Secret.PHONE));
        }
    }

    /** What was said just before, by whomever: the question as well as the answer's beginning. */
    private String before(Token token) {
        List<Token> context = new ArrayList<>();
        for (int i = Math.max(0, token.utterance() - CONTEXT_UTTERANCES);
                i <= token.utterance();
                i++) {
            tokens.get(i).stream()
                    .filter(
                            one ->
                                    one.utterance() < token.utterance()
                                            || one.start() < token.start())
                    .forEach(context::add);
        }
        return context
                .subList(Math.max(0, context.size() - CONTEXT_TOKENS), context.size())
                .stream()
                .map(one -> one.han() ? one.text() : " " + one.text() + " ")
                .collect(Collectors.joining())
                .replaceAll(" +", " ");
    }

    /** Utterances of one speaker that follow each other closely, short answers left out. */
    private List<List<Integer>> groups() {
        Map<String, List<Integer>> open = new LinkedHashMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            String speaker =
                    "%s/%d/%d/%s"
                            .formatted(
                                    utterance.speaker(),
                                    utterance.channel(),
                                    utterance.voice(),
                                    utterance.speakerName());
            List<Integer> group = open.get(speaker);
            if (group == null || !continues(group.getLast(), i)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(speaker, group);
            }
            group.add(i);
        }
        return groups;
    }

    private boolean continues(int earlier, int later) {
        for (int i = earlier + 1; i < later; i++) {
            if (tokens.get(i).size() > SHORT_ANSWER_TOKENS) {
                return false;
            }
        }
        Utterance before = utterances.get(earlier);
        Utterance after = utterances.get(later);
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
                add(
                        new Span(
                                stream.get(i).utterance(),
                                stream.get(start).start(),
                                stream.get(i).end(),
                                secret));
                start = i + 1;
            }
        }
    }

    /** What was found first, and surest, wins; what sticks out of it goes, too. */
    private void add(Span span) {
        Span whole = span;
        for (Span other : List.copyOf(spans)) {
            if (whole.overlaps(other)) {
                spans.remove(other);
                whole =
                        new Span(
                                span.utterance(),
                                Math.min(whole.start(), other.start()),
                                Math.max(whole.end(), other.end()),
                                other.secret());
            }
        }
        spans.add(whole);
    }

    /** Phone systems name speakers by their numbers. */
    private Utterance withoutSecretName(Utterance utterance) {
        String name = utterance.speakerName();
        if (name.isEmpty()) {
            return utterance;
        }
        String clean = WRITTEN_EMAIL.matcher(name).replaceAll(Secret.EMAIL.mark());
        for (PhoneNumberMatch match : PhoneNumbers.writtenIn(utterance.language(), clean)) {
            clean = clean.replace(match.rawString(), Secret.PHONE.mark());
        }
        return clean.equals(name) ? utterance : utterance.withSpeakerName(clean);
    }
}
