package talktrack.api.chat;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import talktrack.api.callquestions.CallQuestions;
import talktrack.api.calls.Call;

/** Answers questions about calls before the documents are asked; visitors never. */
public final class CallSource implements Function<Asked, Optional<Answer>> {

    private final CallQuestions questions;
    private final Function<String, Predicate<Call>> mayOpen;

    /**
     * @param mayOpen which calls an asker may open, by their digest
     */
    public CallSource(CallQuestions questions, Function<String, Predicate<Call>> mayOpen) {
        this.questions = questions;
        this.mayOpen = mayOpen;
    }

    @Override
    public Optional<Answer> apply(Asked asked) {
        if (asked.visitor()) {
            return Optional.empty();
        }
        Predicate<Call> open = mayOpen.apply(asked.asker());
        return Stream.of(
                        following(asked, open).stream(),
                        asked.readings().stream(),
                        Stream.of(asked.question()))
                .flatMap(texts -> texts)
                .distinct()
                .flatMap(
                        text ->
                                questions
                                        .answer(text, asked.language(), open)
                                        .map(answer -> Answer.of(text, answer))
                                        .stream())
                .findFirst();
    }

    /** What calls have answered is gone on with here only: documents know no customer. */
    private Optional<String> following(Asked asked, Predicate<Call> open) {
        return FollowUp.last(asked.past(), asked.language())
                .filter(FollowUp::fromCalls)
                .flatMap(
                        turn ->
                                questions.following(
                                        asked.question(),
                                        turn.standAlone(),
                                        asked.language(),
                                        open));
    }
}
