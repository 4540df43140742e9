package talktrack.api.index;

import java.util.List;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.RepWeek;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Suggestion;
import talktrack.models.events.Topics;

/**
 * The indices that calls and heatmaps are read from. Mappings are not dynamic: what is not named
 * here is kept in the document but not searchable, so nobody's words can blow a mapping up.
 */
public final class CallIndices {

    public static final IndexedTopic<ScoredUtterance> UTTERANCES =
            IndexedTopic.of(
                    Topics.SCORED_UTTERANCES,
                    1,
                    """
                    {"dynamic": false, "properties": {
                      "utterance": {"dynamic": false, "properties": {
                        "callId": {"type": "keyword"},
                        "revision": {"type": "integer"},
                        "index": {"type": "integer"},
                        "speaker": {"type": "keyword"},
                        "language": {"type": "keyword"},
                        "text": {"type": "text", "analyzer": "english", "fields": {
                          "zh": {"type": "text", "analyzer": "smartcn"}}}}},
                      "labels": {"dynamic": false, "properties": {
                        "question": {"properties": {"label": {"type": "keyword"}}},
                        "objection": {"properties": {"label": {"type": "keyword"}}},
                        "sentiment": {"properties": {"label": {"type": "keyword"}}}}}}}
                    """);

    public static final IndexedTopic<CallAnalysis> ANALYSES =
            IndexedTopic.of(
                    Topics.CALL_ANALYSES,
                    1,
                    """
                    {"dynamic": false, "properties": {
                      "callId": {"type": "keyword"},
                      "revision": {"type": "integer"},
                      "repId": {"type": "keyword"},
                      "teamId": {"type": "keyword"},
                      "language": {"type": "keyword"},
                      "week": {"type": "keyword"},
                      "startedAt": {"type": "date"},
                      "skills": {"dynamic": false, "properties": {
                        "skill": {"type": "keyword"}}},
                      "objections": {"dynamic": false, "properties": {
                        "type": {"type": "keyword"}}}}}
                    """);

    public static final IndexedTopic<RepWeek> REP_WEEKS =
            IndexedTopic.of(
                    Topics.REP_WEEKS,
                    1,
                    """
                    {"dynamic": false, "properties": {
                      "repId": {"type": "keyword"},
                      "teamId": {"type": "keyword"},
                      "week": {"type": "keyword"},
                      "calls": {"type": "integer"}}}
                    """);

    public static final IndexedTopic<Suggestion> SUGGESTIONS =
            IndexedTopic.of(
                    Topics.SUGGESTIONS,
                    2,
                    """
                    {"dynamic": false, "properties": {
                      "callId": {"type": "keyword"},
                      "revision": {"type": "integer"},
                      "utteranceId": {"type": "keyword"},
                      "talkTrackIds": {"type": "keyword"},
                      "objection": {"type": "keyword"}}}
                    """);

    public static final IndexedTopic<CallRecap> RECAPS =
            IndexedTopic.of(
                    Topics.RECAPS,
                    1,
                    """
                    {"dynamic": false, "properties": {
                      "callId": {"type": "keyword"},
                      "revision": {"type": "integer"}}}
                    """);

    public static final List<IndexedTopic<?>> ALL =
            List.of(UTTERANCES, ANALYSES, REP_WEEKS, SUGGESTIONS, RECAPS);

    private CallIndices() {}
}
