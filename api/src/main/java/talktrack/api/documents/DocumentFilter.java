package talktrack.api.documents;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import talktrack.models.labels.Audience;

/**
 * Which documents somebody gets to see.
 *
 * @param audience who asks
 * @param unexpiredOn leaves out what had expired by this day; empty leaves nothing out
 * @param only the documents that may be seen at this moment, which the index may learn later; empty
 *     for all that it holds
 */
public record DocumentFilter(
        Audience audience, Optional<LocalDate> unexpiredOn, Optional<Set<String>> only) {

    public DocumentFilter {
        only = only.map(Set::copyOf);
    }

    /** Everything there is. */
    static final DocumentFilter ALL =
            new DocumentFilter(Audience.INTERNAL, Optional.empty(), Optional.empty());

    Query query() {
        List<Query> must = new ArrayList<>();
        if (audience == Audience.PUBLIC) {
            must.add(
                    Query.of(
                            q ->
                                    q.term(
                                            t ->
                                                    t.field("standing.audience")
                                                            .value(Audience.PUBLIC.id()))));
        }
        only.ifPresent(ids -> must.add(anyOf(ids)));
        List<Query> mustNot =
                unexpiredOn.stream()
                        .map(
                                day ->
                                        Query.of(
                                                q ->
                                                        q.range(
                                                                r ->
                                                                        r.date(
                                                                                d ->
                                                                                        d.field(
                                                                                                        "standing.expires")
                                                                                                .lt(
                                                                                                        day
                                                                                                                .toString())))))
                        .toList();
        return Query.of(q -> q.bool(b -> b.filter(must).mustNot(mustNot)));
    }

    private static Query anyOf(Set<String> ids) {
        List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field("documentId").terms(in -> in.value(values))));
    }
}
