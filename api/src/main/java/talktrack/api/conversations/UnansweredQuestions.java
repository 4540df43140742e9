package talktrack.api.conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.CitedPassage;
import talktrack.models.events.UnansweredQuestion;
import talktrack.models.events.UnansweredQuestion.Status;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;
import talktrack.models.text.TextNormaliser;

/**
 * What the documents do not answer: the team's list of what to write next. The same question in
 * other words is counted, not listed again. Thread-safe.
 */
public final class UnansweredQuestions {

    /** Cosine from which two questions are the same; see UnansweredQuestionsTest. */
    static final double SAME = 0.85;

    /** A new document is not found at once. */
    private static final Duration UNTIL_FOUND = Duration.ofMinutes(5);

    static final int MOST = 1_000;

    /** Anybody can ask as a visitor, so theirs may not fill the list. */
    static final int MOST_OF_VISITORS = 300;

    /** Digits and Latin words in Chinese, digits in English: these tell like questions apart. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]*\\d[\\w.]*");

    private final StateTopic<UnansweredQuestion> topic;
    private final Clock clock;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    /** No monitor, as it is held while Kafka answers. */
    private final ReentrantLock writing = new ReentrantLock();

    UnansweredQuestions(StateTopic<UnansweredQuestion> topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
    }

    /** All of them: open ones first, and what is asked most first among them. */
    public List<UnansweredQuestion> all() {
        return topic.values().stream()
                .sorted(
                        Comparator.comparing(UnansweredQuestion::status)
                                .thenComparing(
                                        UnansweredQuestion::timesAsked, Comparator.reverseOrder())
                                .thenComparing(
                                        UnansweredQuestion::lastAskedAt, Comparator.reverseOrder()))
                .toList();
    }

    public Optional<UnansweredQuestion> find(String id) {
        return topic.find(id);
    }

    /** Those of this asker that have been answered since. */
    public List<UnansweredQuestion> answeredFor(String asker) {
        return all().stream()
                .filter(one -> one.status() == Status.ANSWERED && one.askers().contains(asker))
                .toList();
    }

    /**
     * Counts a question that was refused.
     *
     * @param asker a digest of their login, or empty
     * @param nearest what came nearest
     */
    public UnansweredQuestion refused(
            String question, Language language, String asker, List<CitedPassage> nearest) {
        writing.lock();
        try {
            return counted(question, language, asker, nearest);
        } finally {
            writing.unlock();
        }
    }

    private UnansweredQuestion counted(
            String question, Language language, String asker, List<CitedPassage> nearest) {
        Instant now = clock.instant();
        Optional<UnansweredQuestion> known = same(question, language);
        UnansweredQuestion counted =
                known.map(one -> reopened(one, now).again(question, asker, now))
                        .orElseGet(
                                () ->
                                        new UnansweredQuestion(
                                                UUID.randomUUID().toString(),
                                                question,
                                                language,
                                                List.of(),
                                                asker.isBlank() ? List.of() : List.of(asker),
                                                List.of(),
                                                1,
                                                nearest,
                                                Status.OPEN,
                                                Optional.empty(),
                                                now,
                                                now,
                                                Optional.empty()));
        topic.put(counted.questionId(), counted);
        if (known.isEmpty()) {
            makeRoom(counted.questionId());
        }
        return counted;
    }

    /** The document that was to answer it does not. */
    private static UnansweredQuestion reopened(UnansweredQuestion one, Instant now) {
        boolean stillRefused =
                one.status() == Status.ANSWERED
                        && one.closedAt()
                                .filter(at -> at.plus(UNTIL_FOUND).isBefore(now))
                                .isPresent();
        return stillRefused ? one.closed(Status.OPEN, Optional.empty(), Optional.empty()) : one;
    }

    /** Somebody who asked wants to be told of the answer; whether there is such a question. */
    public boolean contact(String id, String asker, String contact) {
        writing.lock();
        try {
            Optional<UnansweredQuestion> asked =
                    topic.find(id).filter(one -> one.askers().contains(asker));
            asked.ifPresent(one -> topic.put(id, one.withContact(contact)));
            return asked.isPresent();
        } finally {
            writing.unlock();
        }
    }

    /**
     * A visitor wants to be told of the answer. Theirs push out nobody's.
     *
     * @param id of a question that was refused to them
     * @return whether it is there and has room for one more
     */
    public boolean contactOfVisitor(String id, String contact) {
        writing.lock();
        try {
            Optional<UnansweredQuestion> asked =
                    topic.find(id).filter(UnansweredQuestion::hasRoomForContact);
            asked.ifPresent(one -> topic.put(id, one.withContact(contact)));
            return asked.isPresent();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Closes or opens a question.
     *
     * @param document that answers it
     * @return empty when there is no such question
     */
    public Optional<UnansweredQuestion> close(String id, Status how, Optional<String> document) {
        writing.lock();
        try {
            Optional<Instant> at =
                    how == Status.OPEN ? Optional.empty() : Optional.of(clock.instant());
            Optional<UnansweredQuestion> closed =
                    topic.find(id).map(one -> one.closed(how, document, at));
            closed.ifPresent(one -> topic.put(id, one));
            return closed;
        } finally {
            writing.unlock();
        }
    }

    private Optional<UnansweredQuestion> same(String question, Language language) {
        record Near(UnansweredQuestion question, double cosine) {}
        float[] vector = Embedder.of(language).embed(question);
        return topic.values().stream()
                .filter(one -> one.language() == language)
                .filter(one -> numbers(one.question()).equals(numbers(question)))
                .map(one -> new Near(one, cosine(vector, vectorOf(one))))
                .filter(near -> near.cosine() >= SAME)
                .max(Comparator.comparingDouble(Near::cosine))
                .map(Near::question);
    }

    /** Whether two questions would be counted as one. */
    static boolean same(String one, String other, Language language) {
        Embedder embedder = Embedder.of(language);
        return numbers(one).equals(numbers(other))
                && cosine(embedder.embed(one), embedder.embed(other)) >= SAME;
    }

    private static List<String> numbers(String question) {
        return NUMBER.matcher(TextNormaliser.normalise(TextNormaliser.detect(question), question))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private float[] vectorOf(UnansweredQuestion one) {
        return vectors.computeIfAbsent(
                one.questionId(), id -> Embedder.of(one.language()).embed(one.question()));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void makeRoom(String keep) {
        tooMany(topic.values(), keep)
                .forEach(
                        one -> {
                            topic.remove(one.questionId());
                            vectors.remove(one.questionId());
                        });
    }

    /**
     * What must go: of visitors' questions first, and the team's only for the team's. Among either
     * what was asked least, longest ago.
     *
     * @param keep id of the newest, which goes after all others of its kind
     */
    static List<UnansweredQuestion> tooMany(Collection<UnansweredQuestion> all, String keep) {
        Map<Boolean, List<UnansweredQuestion>> byVisitors =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                                (UnansweredQuestion one) ->
                                                        one.questionId().equals(keep))
                                        .thenComparingInt(UnansweredQuestion::timesAsked)
                                        .thenComparing(UnansweredQuestion::lastAskedAt))
                        .collect(Collectors.partitioningBy(UnansweredQuestions::visitorsOnly));
        List<UnansweredQuestion> visitors = byVisitors.get(true);
        List<UnansweredQuestion> team = byVisitors.get(false);
        int room = Math.clamp(MOST - team.size(), 0, MOST_OF_VISITORS);
        return Stream.concat(
                        visitors.stream().limit(Math.max(0, visitors.size() - room)),
                        team.stream().limit(Math.max(0, team.size() - MOST)))
                .toList();
    }

    /** Whether nobody of the team asked it or decided about it; visitors may wait for it. */
    private static boolean visitorsOnly(UnansweredQuestion one) {
        return one.askers().isEmpty() && one.status() == Status.OPEN;
    }
}
