package talktrack.api.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.api.mining.BlankedText;
import talktrack.api.mining.SpokenSentences;
import talktrack.api.mining.WonCalls;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CaseStory;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Utterance;
import talktrack.models.labels.CasePart;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * A case as a call tells it: in the words of those who spoke, with blanks for names and prices. It
 * cannot be approved before a coach has filled them in, and has said what came of it.
 */
final class CaseDraft {

    private static final int QUOTE = 60;

    private final CallAnalysis call;
    private final Collection<String> names;
    private final boolean english;

    private CaseDraft(CallAnalysis call, Collection<String> names) {
        this.call = call;
        this.names = names;
        english = call.language() == Language.EN;
    }

    /**
     * @param said of the call, by utterance id
     * @param names of people and companies in it
     * @return absent when nobody says what was wrong, or what it is worth to have it otherwise
     */
    static Optional<CaseStory> of(
            CallAnalysis call, Map<String, Utterance> said, Collection<String> names) {
        Map<CasePart, List<Utterance>> parts = new HeardCase(call, said).parts();
        return parts.get(CasePart.PROBLEM).isEmpty() || parts.get(CasePart.VALUE_SHOWN).isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseDraft(call, names).story(parts));
    }

    static String id(CallAnalysis call) {
        return "%s-mined-%s"
                .formatted(
                        call.language().id(),
                        call.callId().substring(0, Math.min(12, call.callId().length())));
    }

    private CaseStory story(Map<CasePart, List<Utterance>> parts) {
        List<SourceMoment> sources =
                parts.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .sorted(Comparator.comparingInt(Utterance::index))
                        .map(CaseDraft::moment)
                        .toList();
        Function<CasePart, String> lines =
                part -> parts.get(part).stream().map(this::line).collect(Collectors.joining("\n"));
        String background = lines.apply(CasePart.CUSTOMER);
        String end =
                english
                        ? "The call ended with %s.".formatted(WonCalls.ending(call))
                        : "通话以%s结束。".formatted(WonCalls.ending(call));
        return new CaseStory(
                id(call),
                call.language(),
                title(parts.get(CasePart.PROBLEM).getLast()),
                background.isEmpty() ? english ? "{who they are}" : "{客户是谁}" : background,
                "",
                lines.apply(CasePart.DECISION_CHAIN),
                lines.apply(CasePart.PROBLEM),
                lines.apply(CasePart.VALUE_SHOWN),
                String.join(
                                "\n",
                                end,
                                lines.apply(CasePart.OUTCOME),
                                english ? "{what came of it since}" : "{之后的成果}")
                        .replace("\n\n", "\n"),
                sources,
                "",
                call.demonstration(),
                TalkTrack.Status.DRAFT,
                1,
                "",
                Optional.empty(),
                "",
                Optional.of(moment(parts.get(CasePart.PROBLEM).getFirst())),
                Arrays.stream(CasePart.values())
                        .filter(part -> !parts.get(part).isEmpty())
                        .map(part -> new CaseStory.Proof(part, ids(parts.get(part))))
                        .toList());
    }

    private static List<String> ids(List<Utterance> said) {
        return said.stream().map(Utterance::utteranceId).toList();
    }

    private static SourceMoment moment(Utterance said) {
        return new SourceMoment(said.callId(), said.utteranceId(), said.startSeconds());
    }

    private String title(Utterance problem) {
        String words = words(problem);
        String quote = words.length() <= QUOTE ? words : words.substring(0, QUOTE).strip() + "…";
        return english
                ? "From our own call: \"%s\"".formatted(quote)
                : "自家通话：“%s”".formatted(quote);
    }

    private String line(Utterance said) {
        boolean customer = said.speaker() == Speaker.CUSTOMER;
        return english
                ? "%s: \"%s\"".formatted(customer ? "Customer" : "Rep", words(said))
                : "%s：“%s”".formatted(customer ? "客户" : "销售", words(said));
    }

    /** Whole sentences where the first fits, else its beginning. */
    private String words(Utterance said) {
        int most = english ? 300 : 120;
        String separator = english ? " " : "";
        List<String> whole =
                SpokenSentences.upTo(
                        most,
                        List.of(said),
                        one -> BlankedText.keepingFigures(call.language(), one, names));
        if (!whole.isEmpty()) {
            return String.join(separator, whole);
        }
        String all =
                BlankedText.keepingFigures(
                        call.language(),
                        SpokenSentences.of(said).collect(Collectors.joining(separator)),
                        names);
        return all.length() <= most ? all : all.substring(0, most).strip() + "…";
    }
}
