package talktrack.models.events;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicExistsException;

/** The catalogue of topics: the only place that names them. */
public final class Topics {

    private static final int CALL_PARTITIONS = 4;

    /**
     * The largest record: the analysis of a call has some 300 bytes for each utterance, and a day
     * of speech has ten thousand. Brokers, topics and every producer take it from here; Kafka's own
     * limit is 1 MB.
     */
    public static final int MOST_RECORD_BYTES = 8 << 20;

    private static final String MOST_BYTES = String.valueOf(MOST_RECORD_BYTES);

    /**
     * State: only the newest record of a key counts, and it never expires. The active segment is
     * never compacted, so segments are closed daily and nothing stays uncompacted for longer than a
     * week.
     */
    private static final Map<String, String> COMPACTED =
            Map.of(
                    "cleanup.policy", "compact",
                    "segment.ms", "86400000",
                    "max.compaction.lag.ms", "604800000",
                    "max.message.bytes", MOST_BYTES);

    private static final Map<String, String> SHORT_LIVED =
            Map.of("cleanup.policy", "delete", "retention.ms", "3600000", "segment.ms", "600000");

    /** What is to be processed: written by the API, read by ingest. */
    public static final Topic<Recording> RECORDINGS = ofCall("recordings", Recording.class);

    public static final Topic<CallDetails> CALL_DETAILS = ofCall("call-details", CallDetails.class);
    public static final Topic<Utterance> UTTERANCES = ofCall("utterances", Utterance.class);
    public static final Topic<TranscriptEnd> TRANSCRIPTS =
            ofCall("transcripts", TranscriptEnd.class);
    public static final Topic<ScoredUtterance> SCORED_UTTERANCES =
            ofCall("scored-utterances", ScoredUtterance.class);
    public static final Topic<CallAnalysis> CALL_ANALYSES =
            ofCall("call-analyses", CallAnalysis.class);
    public static final Topic<Suggestion> SUGGESTIONS = ofCall("suggestions", Suggestion.class);
    public static final Topic<CallRecap> RECAPS = ofCall("recaps", CallRecap.class);

    /** What people say is right where a label was wrong: written by the API, read by analysis. */
    public static final Topic<LabelCorrection> LABEL_CORRECTIONS =
            ofCall("label-corrections", LabelCorrection.class);

    /** What a language model says where classifiers were unsure: read by analysis. */
    public static final Topic<SecondOpinions> SECOND_OPINIONS =
            ofCall("second-opinions", SecondOpinions.class);

    public static final Topic<Deletion> DELETIONS = ofCall("deletions", Deletion.class);
    public static final Topic<RepWeek> REP_WEEKS =
            new Topic<>("rep-weeks", RepWeek.class, Topic.Key.OWN, CALL_PARTITIONS, COMPACTED);
    public static final Topic<Person> PEOPLE = single("people", Person.class);
    public static final Topic<TalkTrack> TALK_TRACKS = single("talk-tracks", TalkTrack.class);

    /** Every version that a talk track ever had: no key comes twice, so compaction takes none. */
    public static final Topic<TalkTrack> TALK_TRACK_VERSIONS =
            single("talk-track-versions", TalkTrack.class);

    public static final Topic<CaseStory> CASE_STORIES = single("case-stories", CaseStory.class);
    public static final Topic<CaseStory> CASE_STORY_VERSIONS =
            single("case-story-versions", CaseStory.class);
    public static final Topic<Document> DOCUMENTS = single("documents", Document.class);
    public static final Topic<RolePlay> ROLE_PLAYS = single("role-plays", RolePlay.class);

    /** What coaches decide about recommendations: written and read by the API. */
    public static final Topic<RecommendationDecision> RECOMMENDATION_DECISIONS =
            single("recommendation-decisions", RecommendationDecision.class);

    public static final Topic<Goal> GOALS = single("goals", Goal.class);

    /** What people asked the chat and were told. */
    public static final Topic<ChatConversation> CONVERSATIONS =
            single("conversations", ChatConversation.class);

    public static final Topic<UnansweredQuestion> UNANSWERED_QUESTIONS =
            single("unanswered-questions", UnansweredQuestion.class);
    public static final Topic<AnswerFeedback> ANSWER_FEEDBACK =
            single("answer-feedback", AnswerFeedback.class);

    /** How far calls have come; not state, so it expires. */
    public static final Topic<CallProgress> PROGRESS =
            new Topic<>(
                    "progress", CallProgress.class, Topic.Key.CALL, CALL_PARTITIONS, SHORT_LIVED);

    public static final List<Topic<?>> ALL =
            List.of(
                    RECORDINGS,
                    CALL_DETAILS,
                    UTTERANCES,
                    TRANSCRIPTS,
                    SCORED_UTTERANCES,
                    CALL_ANALYSES,
                    SUGGESTIONS,
                    RECAPS,
                    LABEL_CORRECTIONS,
                    SECOND_OPINIONS,
                    DELETIONS,
                    REP_WEEKS,
                    PEOPLE,
                    TALK_TRACKS,
                    TALK_TRACK_VERSIONS,
                    CASE_STORIES,
                    CASE_STORY_VERSIONS,
                    DOCUMENTS,
                    ROLE_PLAYS,
                    RECOMMENDATION_DECISIONS,
                    GOALS,
                    CONVERSATIONS,
                    UNANSWERED_QUESTIONS,
                    ANSWER_FEEDBACK,
                    PROGRESS);

    private Topics() {}

    /** Creates the topics that do not exist yet. */
    public static void create(Admin admin, short replicationFactor) throws InterruptedException {
        try {
            Set<String> existing = new HashSet<>(admin.listTopics().names().get());
            admin.createTopics(
                            ALL.stream()
                                    .filter(topic -> !existing.contains(topic.name()))
                                    .map(topic -> topic.newTopic(replicationFactor))
                                    .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause()
                    instanceof TopicExistsException)) { // somebody else was quicker: as good
                throw new IllegalStateException(
                        "Kafka did not create the topics: " + e.getCause().getMessage(), e);
            }
        }
    }

    private static <V> Topic<V> ofCall(String name, Class<V> type) {
        return new Topic<>(name, type, Topic.Key.CALL, CALL_PARTITIONS, COMPACTED);
    }

    private static <V> Topic<V> single(String name, Class<V> type) {
        return new Topic<>(name, type, Topic.Key.OWN, 1, COMPACTED);
    }
}
