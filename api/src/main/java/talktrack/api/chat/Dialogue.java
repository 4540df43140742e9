package talktrack.api.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.chat.Chat.Finding;
import talktrack.api.conversations.ChatRecords;
import talktrack.api.llm.LanguageModel;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.events.CitedPassage;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Conversations with the chat: a question that follows others is understood with them, and what was
 * said is kept. Thread-safe.
 */
public final class Dialogue {

    private final Chat chat;
    private final ChatRecords records;
    private final Optional<ModelFollowUp> model;
    private final List<Function<Asked, Optional<Answer>>> before;
    private final Clock clock;
    private final VisitorConversations visitors;

    /**
     * @param wait how long to wait for the model's reading of a question
     * @param before who may answer in place of the documents, asked in this order
     */
    public Dialogue(
            Chat chat,
            ChatRecords records,
            Optional<LanguageModel> model,
            Duration wait,
            List<Function<Asked, Optional<Answer>>> before,
            Clock clock) {
        this.chat = chat;
        this.records = records;
        this.model = model.map(one -> new ModelFollowUp(one, wait));
        this.before = List.copyOf(before);
        this.clock = clock;
        this.visitors = new VisitorConversations(clock);
    }

    /**
     * Answers one question.
     *
     * @param conversationId to go on with; a new one begins where it is absent, gone or not theirs
     * @param language of the question, detected when empty
     * @param listener is told the answer piece by piece
     */
    Reply ask(
            Asker asker,
            Optional<String> conversationId,
            String question,
            Optional<Language> language,
            Listener listener) {
        Instant now = clock.instant();
        List<Turn> past = Memory.of(past(asker, conversationId), now);
        Language spoken = language.orElseGet(() -> TextNormaliser.detect(question));
        Asked asked =
                new Asked(
                        question,
                        spoken,
                        readings(question, spoken, past),
                        past,
                        asker.id(),
                        asker.visitor());
        for (Function<Asked, Optional<Answer>> other : before) {
            Optional<Answer> answer = other.apply(asked);
            if (answer.isPresent()) {
                new ReadAlong(spoken, listener).grows(answer.get().answer());
                return keep(asker, conversationId, asked, answer.get(), List.of(), true, now);
            }
        }
        Finding finding = surest(asked);
        Answer answer = chat.answer(finding, listener);
        boolean listed = chat.lookedThrough(finding);
        return keep(asker, conversationId, asked, answer, nearest(finding), listed, now);
    }

    /** The answer that a visitor was given in this turn, as long as it is known. */
    Optional<VisitorConversations.Given> givenToVisitor(String turnId) {
        return visitors.given(turnId);
    }

    private List<Turn> past(Asker asker, Optional<String> conversationId) {
        if (asker.visitor()) {
            return conversationId.map(visitors::turns).orElse(List.of());
        }
        return conversationId
                .flatMap(id -> records.conversations().find(asker.id(), id))
                .map(one -> one.turns())
                .orElse(List.of());
    }

    private List<String> readings(String question, Language language, List<Turn> past) {
        List<String> byRules = FollowUp.readings(question, language, past);
        if (past.isEmpty()) {
            return byRules;
        }
        return model.flatMap(one -> one.reading(question, language, past))
                .map(List::of)
                .orElse(byRules);
    }

    /**
     * The reading that the documents answer most surely; the question by itself only where they
     * answer none. By itself "what about the H4?" is near to whatever speaks of an H4, and so often
     * surer than what was meant.
     */
    private Finding surest(Asked asked) {
        Finding byItself = null;
        Finding surest = null;
        for (String text : asked.readings()) {
            Finding one = chat.look(text, asked.language(), asked.visitor());
            if (text.equals(asked.question())) {
                byItself = one;
            }
            if (surest == null || one.certainty() > surest.certainty()) {
                surest = one;
            }
        }
        if (surest != null && surest.answers()) {
            return surest;
        }
        return byItself != null
                ? byItself
                : chat.look(asked.question(), asked.language(), asked.visitor());
    }

    /** What came nearest, with where it stands. */
    private static List<CitedPassage> nearest(Finding finding) {
        return finding.found().candidates().stream()
                .limit(finding.nearest().size())
                .map(one -> Citation.of(one.indexed(), one.fit()).kept())
                .toList();
    }

    /**
     * @param listed whether a refusal is one for the team's list
     */
    private Reply keep(
            Asker asker,
            Optional<String> conversationId,
            Asked asked,
            Answer answer,
            List<CitedPassage> nearest,
            boolean listed,
            Instant now) {
        Optional<String> understoodAs =
                Optional.of(answer.question()).filter(text -> !text.equals(asked.question()));
        List<CitedPassage> passages =
                answer.answered()
                        ? answer.citations().stream().map(Citation::kept).toList()
                        : nearest;
        Optional<String> unanswered =
                answer.answered() || !listed
                        ? Optional.empty()
                        : Optional.of(
                                records.questions()
                                        .refused(
                                                answer.question(),
                                                asked.language(),
                                                asker.visitor() ? "" : asker.id(),
                                                passages)
                                        .questionId());
        Turn turn =
                new Turn(
                        UUID.randomUUID().toString(),
                        asked.question(),
                        understoodAs,
                        asked.language(),
                        answer.answered(),
                        answer.answer(),
                        passages,
                        now,
                        Optional.of(answer.source().id()),
                        answer.model());
        String id =
                asker.visitor()
                        ? visitors.add(
                                conversationId, new VisitorConversations.Given(turn, unanswered))
                        : records.conversations()
                                .add(asker.id(), conversationId, turn)
                                .conversationId();
        return new Reply(
                id,
                turn.turnId(),
                asked.question(),
                understoodAs,
                asked.language(),
                answer.answered(),
                answer.answer(),
                answer.citations(),
                answer.answered() ? List.of() : passages,
                answer.source(),
                answer.model(),
                unanswered,
                answer.calls());
    }
}
