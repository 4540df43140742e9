package talktrack.api.callquestions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** What the words of a language ask for. Read over normalised text. */
final class Lexicon {

    private static final Map<Language, Lexicon> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read(language));
        }
    }

    private record Entry(String kind, String id, String plain, Pattern words) {}

    private record Found(Measure measure, int length) {}

    private final List<Entry> entries;

    private Lexicon(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Lexicon of(Language language) {
        return ALL.get(language);
    }

    /** Whether the text gives this signal. */
    boolean gives(String signal, String text) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("signal") && entry.id().equals(signal))
                .anyMatch(entry -> entry.words().matcher(text).find());
    }

    /** The skill or metric that the text names, the one named in most words. */
    Optional<Measure> measure(String text) {
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Measure> measure =
                    switch (entry.kind()) {
                        case "skill" ->
                                Optional.of(
                                        new Measure.OfSkill(Label.parse(Skill.class, entry.id())));
                        case "metric" ->
                                Optional.of(
                                        new Measure.OfMetric(
                                                Label.parse(Metric.class, entry.id())));
                        default -> Optional.empty();
                    };
            measure.ifPresent(
                    one ->
                            entry.words()
                                    .matcher(text)
                                    .results()
                                    .mapToInt(match -> match.end() - match.start())
                                    .max()
                                    .ifPresent(length -> found.add(new Found(one, length))));
        }
        return found.stream().max(Comparator.comparingInt(Found::length)).map(Found::measure);
    }

    /** The type of objection that the text names. */
    Optional<ObjectionType> objection(String text) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("objection"))
                .filter(entry -> entry.words().matcher(text).find())
                .map(entry -> Label.parse(ObjectionType.class, entry.id()))
                .findFirst();
    }

    /** The words that objections of a type are told in. */
    List<String> wordsOf(ObjectionType type) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("topic") && entry.id().equals(type.id()))
                .flatMap(entry -> Stream.of(entry.plain().split("\\|")))
                .toList();
    }

    /** The text without what gives this signal. */
    String without(String signal, String text) {
        String left = text;
        for (Entry entry : entries) {
            if (entry.kind().equals("signal") && entry.id().equals(signal)) {
                left = masked(entry.words().matcher(left));
            }
        }
        return left;
    }

    /** Whether a word says nothing of what was talked about. */
    boolean empty(String word) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("empty"))
                .anyMatch(entry -> entry.words().matcher(word).matches());
    }

    private static String masked(Matcher matcher) {
        return matcher.replaceAll((MatchResult match) -> " ");
    }

    private static Lexicon read(Language language) {
        String name = "lexicon-" + language.id() + ".tsv";
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            List<Entry> entries =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.startsWith("kind\t"))
                            .map(line -> line.split("\t"))
                            .map(
                                    cells ->
                                            new Entry(
                                                    cells[0],
                                                    cells[1],
                                                    cells[2],
                                                    pattern(language, cells[2])))
                            .toList();
            return new Lexicon(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    private static Pattern pattern(Language language, String words) {
        return Pattern.compile(
                language == Language.EN ? "\\b(?:" + words + ")(?:'s)?\\b" : "(?:" + words + ")");
    }
}
