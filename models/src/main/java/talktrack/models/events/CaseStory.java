package talktrack.models.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.CasePart;
import talktrack.models.labels.Language;

/**
 * What a customer got out of it, told so that others can be told. Topic {@code case-stories} has
 * the newest version, key {@link #id()}; topic {@code case-story-versions} has all of them, key
 * {@link Versioned#key}.
 *
 * @param customer the customer's background: who they are, how large, what they do
 * @param decisionChain who had a say, and in which order they were won
 * @param problem what was wrong before, in the customer's terms
 * @param valueShown what was shown to be worth it, and how it was proved
 * @param outcome what came of it
 * @param sources the moments of calls it rests on
 * @param document the name of the document it rests on, or empty
 * @param example an invented one that shows how a case is written; it can never be approved
 * @param minedFrom the call that proposed it; absent in one that somebody wrote
 * @param proofs which of the sources say which part, as far as that is known
 */
public record CaseStory(
        String id,
        Language language,
        String title,
        String customer,
        String industry,
        String decisionChain,
        String problem,
        String valueShown,
        String outcome,
        List<SourceMoment> sources,
        String document,
        boolean example,
        TalkTrack.Status status,
        int version,
        String author,
        Optional<Instant> changedAt,
        String changeNote,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<SourceMoment> minedFrom,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Proof> proofs)
        implements Versioned {

    /**
     * @param utteranceIds in the call's order
     */
    public record Proof(CasePart part, List<String> utteranceIds) {
        public Proof {
            utteranceIds = List.copyOf(utteranceIds);
        }

        /** What is left of it when only these are sources; empty when nothing is. */
        public Optional<Proof> among(List<String> sources) {
            List<String> left = utteranceIds.stream().filter(sources::contains).toList();
            return left.isEmpty() ? Optional.empty() : Optional.of(new Proof(part, left));
        }
    }

    /** Cases were not always made of calls. */
    public CaseStory {
        sources = sources == null ? List.of() : List.copyOf(sources);
        document = document == null ? "" : document;
        author = author == null ? "" : author;
        changedAt = changedAt == null ? Optional.empty() : changedAt;
        changeNote = changeNote == null ? "" : changeNote;
        minedFrom = minedFrom == null ? Optional.empty() : minedFrom;
        proofs = proofs == null ? List.of() : List.copyOf(proofs);
    }
}
