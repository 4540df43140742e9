package talktrack.analysis.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Sentences;

/**
 * What the rep says to do after the call.
 *
 * @param words the sentence that promises
 * @param questionId the customer's question that the rep could not answer at once
 */
record Promises(String utteranceId, String words, Optional<String> questionId) {

    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?i)\\b(?:I(?:'ll| will| can| am going to|'m going to)|let me|we(?:'ll| will)) "
                            + "(?:just |also |then )?(?:send|email|e-mail|mail|check|find out|look (?:it|that|into)|"
                            + "get (?:back|you)|come back|ask|confirm|forward|prepare|put together|write (?:up|it)|"
                            + "set (?:it |that )?up|book|arrange|call you|ring you|draw up)\\b");

    private static final Pattern CHINESE =
            Pattern.compile(
                    "(?:我|我们|咱们)(?:这边|这就|马上|回去|回头|今天|明天|下午|晚上|稍后|待会儿?|一会儿?|再|会|先|就|给您|帮您|替您|把[^，。]{1,10}){1,4}"
                            + "(?:发|寄|传|查|问|确认|核实|准备|整理|安排|预约|打给|联系|回复|答复|做一份|写)");

    private static final Pattern LATER =
            Pattern.compile(
                    "(?i)check|find out|get back|come back|ask (?:my|our|the)|confirm|look into|查|问一下|确认|核实|回复|答复");

    private static final int MOST = 3;

    /** In the call's order; of too many the last ones, which sum up. */
    static List<Promises> of(Language language, List<Utterance> utterances) {
        Pattern promise = language == Language.EN ? ENGLISH : CHINESE;
        List<Promises> found = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance one = utterances.get(i);
            if (one.speaker() == Speaker.REP) {
                Optional<String> question = question(utterances, i);
                Sentences.of(one.displayText())
                        .filter(sentence -> promise.matcher(sentence).find() && !asks(sentence))
                        .findFirst()
                        .map(
                                sentence ->
                                        new Promises(
                                                one.utteranceId(),
                                                sentence,
                                                LATER.matcher(sentence).find()
                                                        ? question
                                                        : Optional.empty()))
                        .ifPresent(found::add);
            }
        }
        return found.subList(Math.max(0, found.size() - MOST), found.size());
    }

    /** "Shall I send it?" promises nothing yet. */
    private static boolean asks(String words) {
        return words.strip().matches("(?s).*[?？]");
    }

    private static Optional<String> question(List<Utterance> utterances, int at) {
        return Optional.of(at)
                .filter(place -> place > 0)
                .map(place -> utterances.get(place - 1))
                .filter(one -> one.speaker() == Speaker.CUSTOMER && asks(one.displayText()))
                .map(Utterance::utteranceId);
    }

    /** Whether words hold a promise. */
    static boolean in(Language language, String words) {
        return (language == Language.EN ? ENGLISH : CHINESE).matcher(words).find();
    }
}
