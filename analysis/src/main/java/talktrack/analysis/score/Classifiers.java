package talktrack.analysis.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.Scored;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Sentences;

/** The text classifiers of one language. Thread-safe; loading takes a second or two. */
public final class Classifiers {

    /** A reply has fewer; what comes after is read with the whole only. */
    private static final int MOST_SENTENCES = 12;

    /**
     * @param label the likeliest of three classes with its probability
     * @param valence −1…1, finer than the class: how much likelier positive is than negative
     */
    public record SentimentReading(Scored<Sentiment> label, double valence) {}

    /**
     * What a rep asks in one go.
     *
     * @param main what the words are labelled with
     * @param further what else is asked, where written sentences show it
     */
    public record QuestionReading(Scored<QuestionType> main, List<FurtherQuestion> further) {
        public QuestionReading {
            further = List.copyOf(further);
        }
    }

    /**
     * What a rep's reply does about an objection, in the order of the conversation model.
     *
     * @param certainty id of each step and fault → how probable it is, 0…1; a person's have none
     */
    public record HandlingReading(
            List<HandlingStep> steps, List<HandlingFault> faults, Map<String, Double> certainty) {

        public static final HandlingReading NOTHING =
                new HandlingReading(List.of(), List.of(), Map.of());

        public HandlingReading {
            steps = List.copyOf(steps);
            faults = List.copyOf(faults);
            certainty = Map.copyOf(certainty);
        }

        /** Whether a step or fault that was seen is certain enough to be counted. */
        public boolean counts(Label seen) {
            return certainty(seen) >= Scored.COUNTS_FROM;
        }

        /** How certain one is that was seen. */
        public double certainty(Label seen) {
            return certainty.getOrDefault(seen.id(), 1.0);
        }
    }

    private static final class English {
        static final Classifiers INSTANCE = inUse(Language.EN);
    }

    private static final class Chinese {
        static final Classifiers INSTANCE = inUse(Language.ZH);
    }

    private final Language language;
    private final Optional<Path> own;
    private final Optional<String> ownVersion;
    private final boolean wordsOnly;
    private final TextClassifier spin;
    private final TextClassifier objection;
    private final TextClassifier need;
    private final TextClassifier sentiment;
    private final Map<HandlingStep, TextClassifier> steps = new EnumMap<>(HandlingStep.class);
    private final Map<HandlingFault, TextClassifier> faults = new EnumMap<>(HandlingFault.class);

    private Classifiers(Language language, Optional<Path> own, Optional<String> ownVersion) {
        this.language = language;
        this.own = own;
        this.ownVersion = ownVersion;
        this.wordsOnly = false;
        this.spin = TextClassifier.load(language, own, "spin");
        this.objection = TextClassifier.load(language, own, "objection");
        this.need = TextClassifier.load(language, own, "needs");
        this.sentiment = TextClassifier.load(language, own, "sentiment");
        Handling.STEPS.forEach(step -> steps.put(step, handling(step)));
        Handling.FAULTS.forEach(fault -> faults.put(fault, handling(fault)));
    }

    /** The same, reading words only. */
    private Classifiers(Classifiers same) {
        language = same.language;
        own = same.own;
        ownVersion = same.ownVersion;
        wordsOnly = true;
        spin = same.spin;
        objection = same.objection;
        need = same.need;
        sentiment = same.sentiment;
        steps.putAll(same.steps);
        faults.putAll(same.faults);
    }

    private TextClassifier handling(Label label) {
        return TextClassifier.load(language, own, "handling-" + label.id());
    }

    private static Classifiers inUse(Language language) {
        Optional<OwnClassifiers.Chosen> own = OwnClassifiers.inUse(language);
        return new Classifiers(
                language,
                own.map(OwnClassifiers.Chosen::folder),
                own.map(OwnClassifiers.Chosen::version));
    }

    /** The classifiers of this language, loaded on first use and then shared. */
    public static Classifiers of(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case ZH -> Chinese.INSTANCE;
        };
    }

    /** Those that ship, whatever this process reads with. */
    public static Classifiers shipped(Language language) {
        return new Classifiers(language, Optional.empty(), Optional.empty());
    }

    /**
     * Those of a folder, and those that ship where it has none.
     *
     * @param own with files like those that ship
     */
    public static Classifiers in(Language language, Path own) {
        return new Classifiers(language, Optional.of(own), OwnClassifiers.versionIfInstalled(own));
    }

    /**
     * The same classifiers without the expert on meaning: a little worse (docs/model-card.md), but
     * thousands of utterances a second, and no model to load.
     */
    public Classifiers byWords() {
        return new Classifiers(this);
    }

    public Language language() {
        return language;
    }

    /**
     * The version of own classifiers that these were when they were loaded; empty when all of them
     * ship, or were never installed.
     */
    public Optional<String> ownVersion() {
        return ownVersion;
    }

    /**
     * What a question asks about. Of several written sentences each question is read by itself.
     *
     * @param previous what the other side said before, or empty when not known
     * @param speaker who speaks; a customer asks no question that counts
     */
    public Scored<QuestionType> spin(String text, String previous, Speaker speaker) {
        return questions(text, previous, speaker).main();
    }

    /**
     * The same, with every question of several written ones.
     *
     * @param previous what the other side said before, or empty when not known
     */
    public QuestionReading questions(String text, String previous, Speaker speaker) {
        return speaker == Speaker.CUSTOMER
                ? new QuestionReading(new Scored<>(QuestionType.NONE, 1), List.of())
                : AskedSentences.of(language, text, sentence -> spin(clues(sentence, previous)))
                        .map(asked -> new QuestionReading(asked.main(), asked.further()))
                        .orElseGet(
                                () -> new QuestionReading(spin(clues(text, previous)), List.of()));
    }

    /**
     * What an utterance objects to.
     *
     * @param previous what the other side said before, or empty when not known
     * @param speaker who speaks; a rep raises no objection
     */
    public Scored<ObjectionType> objection(String text, String previous, Speaker speaker) {
        return speaker == Speaker.REP
                ? new Scored<>(ObjectionType.NONE, 1)
                : objection(clues(text, previous));
    }

    /**
     * Whether an utterance states a need.
     *
     * @param previous what the other side said before, or empty when not known
     * @param speaker who speaks; a rep's needs do not count
     */
    public Scored<Need> need(String text, String previous, Speaker speaker) {
        return speaker == Speaker.REP ? new Scored<>(Need.NONE, 1) : need(clues(text, previous));
    }

    /** Sentiment by words. */
    public SentimentReading sentiment(String text) {
        return sentiment(clues(text, ""));
    }

    /**
     * Steps and faults of a rep's reply, as far as words show them: a pause, an interruption and a
     * monologue are read from times, not here. Of several sentences each is read for its step, too:
     * the stronger of two would else hide the weaker. Recognised words have no marks and are read
     * as a whole.
     *
     * @param previousObjection what the customer objected, or empty when not known
     */
    public HandlingReading handling(String text, String previousObjection) {
        HandlingReading whole = handling(clues(text, previousObjection));
        List<String> sentences = Sentences.of(text).limit(MOST_SENTENCES).toList();
        if (sentences.size() < 2) {
            return whole;
        }
        Set<HandlingStep> seen = EnumSet.noneOf(HandlingStep.class);
        seen.addAll(whole.steps());
        Map<String, Double> certainty = new HashMap<>(whole.certainty());
        for (String sentence : sentences) {
            HandlingReading alone = handling(clues(sentence, previousObjection));
            for (HandlingStep step : alone.steps()) {
                seen.add(step);
                certainty.merge(step.id(), alone.certainty(step), Math::max);
            }
        }
        return new HandlingReading(List.copyOf(seen), whole.faults(), certainty);
    }

    /** What these classifiers look at. */
    Clues clues(String text, String previous) {
        return wordsOnly
                ? Clues.ofWords(language, text, previous)
                : Clues.of(language, text, previous);
    }

    Scored<QuestionType> spin(Clues clues) {
        return best(QuestionType.class, spin.probabilities(clues));
    }

    Scored<ObjectionType> objection(Clues clues) {
        return best(ObjectionType.class, objection.probabilities(clues));
    }

    Scored<Need> need(Clues clues) {
        return best(Need.class, need.probabilities(clues));
    }

    SentimentReading sentiment(Clues clues) {
        Map<String, Double> probabilities = sentiment.probabilities(clues);
        return new SentimentReading(
                best(Sentiment.class, probabilities),
                probabilities.get(Sentiment.POSITIVE.id())
                        - probabilities.get(Sentiment.NEGATIVE.id()));
    }

    private HandlingReading handling(Clues clues) {
        Map<String, Double> certainty = new HashMap<>();
        return new HandlingReading(
                seen(steps, clues, certainty), seen(faults, clues, certainty), certainty);
    }

    /** The least distance of a step's or fault's probability from its threshold, 0…1. */
    double handlingMargin(Clues clues) {
        return Stream.concat(steps.values().stream(), faults.values().stream())
                .mapToDouble(by -> by.margin(clues))
                .min()
                .orElseThrow();
    }

    /** The labels whose classifiers say yes; how probable each is goes to {@code certainty}. */
    private static <L extends Label> List<L> seen(
            Map<L, TextClassifier> classifiers, Clues clues, Map<String, Double> certainty) {
        List<L> seen = new ArrayList<>();
        classifiers.forEach(
                (label, by) ->
                        by.yesAsFarAsSaid(clues)
                                .ifPresent(
                                        probable -> {
                                            seen.add(label);
                                            certainty.put(label.id(), probable);
                                        }));
        return seen;
    }

    private static <E extends Enum<E> & Label> Scored<E> best(
            Class<E> labels, Map<String, Double> probabilities) {
        Map.Entry<String, Double> best =
                Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue());
        return new Scored<>(Label.parse(labels, best.getKey()), best.getValue());
    }
}
