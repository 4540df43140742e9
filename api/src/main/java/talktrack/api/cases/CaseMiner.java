package talktrack.api.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.api.mining.Alike;
import talktrack.api.mining.WonCalls;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CaseStory;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Commitment;

/**
 * Proposes cases out of the team's own calls that ended well, one of a customer. Only drafts; what
 * is like a case that is there already, or was retired, is not proposed again.
 */
final class CaseMiner {

    private static final int MOST_PROPOSED = 10;

    /** Calls whose every word is read. */
    private static final int MOST_READ = 60;

    /** Orders before advances, deep needs before shallow ones; of equals the newest. */
    private static final Comparator<CallAnalysis> STRENGTH =
            Comparator.comparing((CallAnalysis call) -> call.commitment() != Commitment.ORDER)
                    .thenComparing(CaseMiner::depth, Comparator.reverseOrder());

    private final WonCalls calls;

    CaseMiner(WonCalls calls) {
        this.calls = calls;
    }

    /**
     * @param calls how many were looked at
     * @param drafts strongest first
     * @param alike how many calls were left out because the library has their like
     */
    record Found(int calls, List<CaseStory> drafts, int alike) {}

    /**
     * Looks at the newest calls.
     *
     * @param there all cases, whatever their state
     */
    Found find(Collection<CaseStory> there) {
        WonCalls.Newest newest = calls.newest();
        Set<String> ids = there.stream().map(CaseStory::id).collect(Collectors.toSet());
        Set<String> customers = customers(there, newest.won());
        Alike alike = new Alike();
        there.forEach(story -> alike.add(story.language(), "", words(story)));
        List<CaseStory> drafts = new ArrayList<>();
        int left = 0;
        List<CallAnalysis> best =
                newest.won().stream()
                        .filter(call -> depth(call) > 1)
                        .sorted(STRENGTH)
                        .limit(MOST_READ)
                        .toList();
        for (CallAnalysis call : best) {
            if (drafts.size() == MOST_PROPOSED) {
                break;
            }
            if (ids.contains(CaseDraft.id(call)) || customers.contains(call.customer())) {
                left++;
                continue;
            }
            Optional<CaseStory> draft = draft(call);
            if (draft.isEmpty()) {
                continue;
            }
            CaseStory story = draft.get();
            if (alike.has(story.language(), "", words(story))) {
                left++;
                continue;
            }
            drafts.add(story);
            alike.add(story.language(), "", words(story));
            if (!call.customer().isBlank()) {
                customers.add(call.customer());
            }
        }
        return new Found(newest.looked(), drafts, left);
    }

    private Optional<CaseStory> draft(CallAnalysis call) {
        Map<String, Utterance> said =
                calls.said(call.labels().stream().map(UtteranceReading::utteranceId).toList());
        return CaseDraft.of(call, said, calls.names(call, said.values()));
    }

    /** Of whom there is a case from a call already. */
    private static Set<String> customers(Collection<CaseStory> there, List<CallAnalysis> won) {
        Set<String> used =
                there.stream()
                        .flatMap(
                                story ->
                                        Stream.concat(
                                                story.minedFrom().stream(),
                                                story.sources().stream()))
                        .map(SourceMoment::callId)
                        .collect(Collectors.toSet());
        return won.stream()
                .filter(call -> used.contains(call.callId()))
                .map(CallAnalysis::customer)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static int depth(CallAnalysis call) {
        return call.needs().topics().stream()
                .map(NeedTopic::depth)
                .mapToInt(depth -> depth.level())
                .max()
                .orElse(0);
    }

    private static String words(CaseStory story) {
        return story.problem() + " " + story.valueShown();
    }
}
