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
        return Stream.concat(asked.readings().stream(), Stream.of(asked.question()))
                .distinct()
                .flatMap(
                        text ->
                                questions
                                        .answer(
                                                text,
                                                asked.language(),
                                                mayOpen.apply(asked.asker()))
                                        .map(answer -> Answer.of(text, answer))
                                        .stream())
                .findFirst();
    }
}
