package talktrack.api.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import talktrack.models.events.CaseStory;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A case as somebody writes it: on the page, in a program, in a file.
 *
 * @param sources ids of utterances that it rests on
 * @param version the version that was changed; absent in a new one
 * @param approve whether it is right as it stands; else it becomes a draft
 */
record CaseEdit(
        String language,
        String title,
        String customer,
        String industry,
        String decisionChain,
        String problem,
        String valueShown,
        String outcome,
        List<String> sources,
        String document,
        String author,
        String changeNote,
        OptionalInt version,
        boolean approve) {

    private static final int SHORT = 200;
    private static final int LONG = 4000;
    private static final Pattern UTTERANCE = Pattern.compile("([0-9a-f]+)-\\d+-\\d+");

    CaseEdit {
        language = strip(language);
        title = strip(title);
        customer = strip(customer);
        industry = strip(industry);
        decisionChain = strip(decisionChain);
        problem = strip(problem);
        valueShown = strip(valueShown);
        outcome = strip(outcome);
        sources = sources == null ? List.of() : sources.stream().map(CaseEdit::strip).toList();
        document = strip(document);
        author = strip(author);
        changeNote = strip(changeNote);
        version = version == null ? OptionalInt.empty() : version;
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * The case that this makes, as a draft.
     *
     * @param there what it changes: what a call has proposed still names that call
     * @throws IllegalArgumentException saying what is wrong, a clause without a full stop
     */
    CaseStory as(String id, Optional<CaseStory> there, boolean example) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("language", language);
        needed.put("title", title);
        needed.put("customer's background", customer);
        needed.put("problem", problem);
        needed.put("value shown", valueShown);
        needed.put("outcome", outcome);
        needed.forEach(
                (name, text) -> {
                    if (text.isEmpty()) {
                        throw new IllegalArgumentException("the %s is missing".formatted(name));
                    }
                });
        for (String text : List.of(title, industry, document, author, changeNote)) {
            shorter(text, SHORT);
        }
        for (String text : List.of(customer, decisionChain, problem, valueShown, outcome)) {
            shorter(text, LONG);
        }
        return new CaseStory(
                id,
                Label.parse(Language.class, language),
                title,
                customer,
                industry,
                decisionChain,
                problem,
                valueShown,
                outcome,
                sources.stream().map(one -> source(one, there)).toList(),
                document,
                example,
                TalkTrack.Status.DRAFT,
                1,
                author,
                Optional.empty(),
                changeNote,
                there.flatMap(CaseStory::minedFrom),
                there.map(CaseStory::proofs).orElse(List.of()).stream()
                        .flatMap(proof -> proof.among(sources).stream())
                        .toList());
    }

    /** A source that was there keeps its time. */
    private static SourceMoment source(String utteranceId, Optional<CaseStory> there) {
        return there.stream()
                .flatMap(story -> story.sources().stream())
                .filter(one -> one.utteranceId().equals(utteranceId))
                .findFirst()
                .orElseGet(() -> source(utteranceId));
    }

    private static SourceMoment source(String utteranceId) {
        var parts = UTTERANCE.matcher(utteranceId);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the source '%s' is no line of a call; take it from the address of a line (#u=…)"
                            .formatted(utteranceId));
        }
        return new SourceMoment(parts.group(1), utteranceId, OptionalDouble.empty());
    }

    private static void shorter(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    "'%s…' has %d characters; %d are the most"
                            .formatted(text.substring(0, 30), text.length(), most));
        }
    }
}
