package talktrack.api.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;

/** Queries that several readers of the index ask. */
public final class Queries {

    private Queries() {}

    /** Documents whose field has one of these values; none when there are no values. */
    public static Query oneOf(String field, Collection<String> values) {
        return Query.of(
                q ->
                        q.terms(
                                t ->
                                        t.field(field)
                                                .terms(
                                                        v ->
                                                                v.value(
                                                                        values.stream()
                                                                                .map(FieldValue::of)
                                                                                .toList()))));
    }
}
