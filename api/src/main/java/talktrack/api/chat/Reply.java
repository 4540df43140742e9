package talktrack.api.chat;

import java.util.List;
import java.util.Optional;
import talktrack.api.callquestions.CallAnswer;
import talktrack.api.chat.Answer.Citation;
import talktrack.models.events.CitedPassage;
import talktrack.models.labels.Language;

/**
 * What the chat says to one question of a conversation.
 *
 * @param conversationId to go on with
 * @param turnId for feedback
 * @param question as it was asked
 * @param understoodAs the question as it was looked up, where that is another
 * @param answered false when the documents do not say: then nothing is cited
 * @param nearest only of a refusal: what came nearest, which is no answer
 * @param unansweredId the refused question in the team's list
 * @param calls what the answer rests on where calls answer
 */
record Reply(
        String conversationId,
        String turnId,
        String question,
        Optional<String> understoodAs,
        Language language,
        boolean answered,
        String answer,
        List<Citation> citations,
        List<CitedPassage> nearest,
        Answer.Source source,
        Optional<String> model,
        Optional<String> unansweredId,
        Optional<CallAnswer> calls) {}
