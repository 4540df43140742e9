package talktrack.api.callquestions;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.callquestions.CallAnswer.Citation;
import talktrack.api.calls.Call;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexDefinition;
import talktrack.api.standalone.EmbeddedElasticsearch;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/** Questions about calls over a real Elasticsearch. */
class CallQuestionsIT {

    private static final Clock CLOCK =
            Clock.fixed(
                    LocalDate.of(2026, 4, 20).atTime(9, 0).toInstant(ZoneOffset.UTC),
                    ZoneOffset.UTC);

    private static final Call SECRET =
            SomeCalls.call("c9", "Ann Hill", "Hidden Harbour", LocalDate.of(2026, 3, 30));

    /** The newest first. */
    private static final List<Call> OPEN =
            List.of(
                    SomeCalls.call("c4", "Ann Hill", "Acme Ltd", LocalDate.of(2026, 3, 20)),
                    SomeCalls.call("c3", "Ben Stone", "Borealis", LocalDate.of(2026, 3, 18)),
                    SomeCalls.call("c2", "Ann Hill", "Acme Ltd", LocalDate.of(2026, 3, 4)),
                    SomeCalls.call("c1", "Ann Hill", "Cedar Mill", LocalDate.of(2026, 2, 2)));

    @TempDir private static Path temporary;
    private static EmbeddedElasticsearch elasticsearch;
    private static ElasticIndex index;

    @BeforeAll
    static void start() throws Exception {
        // JUnit's folders are closed to Elasticsearch's own user, which runs when we are root.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        elasticsearch = EmbeddedElasticsearch.start(temporary.resolve("data/elasticsearch"));
        index = new ElasticIndex(elasticsearch.url());
        index.ensure(CallIndices.ANALYSES.index(), "test");
        index.ensure(CallIndices.UTTERANCES.index(), "test");
        List<BulkOperation> writes = new ArrayList<>();
        for (Call call : OPEN) {
            add(writes, call, "The price is too high for a mill like ours.");
        }
        add(writes, SECRET, "Price, price and price again, says our Salesforce.");
        index.write(writes);
    }

    @AfterAll
    static void stop() {
        if (index != null) {
            index.close();
        }
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    private static void add(List<BulkOperation> writes, Call call, String text) {
        write(writes, CallIndices.ANALYSES.index(), call.id(), SomeCalls.analysis(call, 60));
        List<ScoredUtterance> lines =
                List.of(
                        SomeCalls.line(call, 0, Speaker.CUSTOMER, text),
                        SomeCalls.line(call, 1, Speaker.REP, "The price holds for a year."),
                        SomeCalls.line(
                                call, 2, Speaker.CUSTOMER, "Let us talk about the weather."));
        lines.forEach(
                line ->
                        write(
                                writes,
                                CallIndices.UTTERANCES.index(),
                                line.utterance().utteranceId(),
                                line));
    }

    private static void write(
            List<BulkOperation> writes, IndexDefinition definition, String id, Object document) {
        writes.add(
                BulkOperation.of(
                        o -> o.index(i -> i.index(definition.index()).id(id).document(document))));
    }

    private static Optional<CallAnswer> ask(List<Call> calls, String question) {
        return new CallQuestions(
                        () -> calls, id -> Optional.of(SomeCalls.rep(nameOf(id))), index, CLOCK)
                .answer(question, Language.EN, call -> !call.id().equals(SECRET.id()));
    }

    private static String nameOf(String id) {
        return id.equals("ann-hill") ? "Ann Hill" : "Ben Stone";
    }

    @Test
    void whatACustomerSaidIsCitedToTheSecond() {
        CallAnswer answer = ask(OPEN, "What did Acme say about price in March?").orElseThrow();
        assertThat(answer.text())
                .startsWith("“price”: 2 lines in 2 calls, out of 2 calls searched")
                .contains("2026-03-20", "2026-03-01 to 2026-03-31");
        assertThat(answer.citations())
                .extracting(Citation::utteranceId)
                .containsExactly("c4-1-0000", "c2-1-0000");
        Citation first = answer.citations().getFirst();
        assertThat(first.startSeconds()).hasValue(12.5);
        assertThat(first.text()).isEqualTo("The price is too high for a mill like ours.");
        assertThat(first.customer()).isEqualTo("Acme Ltd");
    }

    @Test
    void thatNobodySaidItIsAnAnswer() {
        CallAnswer answer = ask(OPEN, "What did Acme say about Salesforce in March?").orElseThrow();
        assertThat(answer.text())
                .startsWith("No customer said anything about “salesforce” in 2 calls.");
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void aTopicThatNoCallHoldsIsLeftToTheDocuments() {
        assertThat(ask(OPEN, "What did customers say about Salesforce?")).isEmpty();
    }

    @Test
    void theRepsWordsAreFoundWhereTheRepIsAskedFor() {
        assertThat(
                        ask(OPEN, "What did Ben tell Borealis about the price?")
                                .orElseThrow()
                                .citations())
                .extracting(Citation::text)
                .containsExactly("The price holds for a year.");
    }

    /** Neither a number nor a word may tell that there is one more call. */
    @Test
    void aCallThatTheAskerMayNotOpenChangesNothing() throws Exception {
        List<Call> all = Stream.concat(Stream.of(SECRET), OPEN.stream()).toList();
        List<String> questions =
                List.of(
                        "How many calls did Ann have?",
                        "How many calls were there in March?",
                        "How good is Ann at objection handling?",
                        "Who handles price objections best?",
                        "Where is the Harbor team weakest?",
                        "Is Ann getting better at objection handling?",
                        "Which objections come up most often?",
                        "What did customers say about price?",
                        "Did anybody mention Salesforce last month?",
                        "What did Hidden Harbour say about price?",
                        "How many calls did we have with Hidden Harbour?",
                        "What does Hidden Harbour need?",
                        "What was agreed with Hidden Harbour?",
                        "Which customers agreed to a next step in March?");
        List<Optional<CallAnswer>> withIt = questions.stream().map(one -> ask(all, one)).toList();
        assertThat(withIt.toString()).doesNotContain("Hidden", SECRET.id() + "-");
        index.write(
                Stream.of("", "-1-0000", "-1-0001", "-1-0002")
                        .map(suffix -> deletion(SECRET.id() + suffix, suffix.isEmpty()))
                        .toList());
        assertThat(questions.stream().map(one -> ask(OPEN, one)).toList()).isEqualTo(withIt);
        List<BulkOperation> again = new ArrayList<>();
        add(again, SECRET, "Price, price and price again, says our Salesforce.");
        index.write(again);
    }

    private static BulkOperation deletion(String id, boolean analysis) {
        IndexDefinition definition =
                (analysis ? CallIndices.ANALYSES : CallIndices.UTTERANCES).index();
        return BulkOperation.of(o -> o.delete(d -> d.index(definition.index()).id(id)));
    }
}
