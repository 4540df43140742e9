package talktrack.api.callquestions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;

/**
 * Questions and how they are to be understood. The rules were tuned on one half of the table; the
 * other half is held out, and its share of right readings is kept here.
 */
class QuestionReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private record Row(String half, Language language, String question, String expected) {}

    static QuestionReader reader() {
        List<Demonstration.Call> calls = Demonstration.calls();
        return new QuestionReader(
                calls.stream()
                        .map(
                                call ->
                                        new Person(
                                                Person.idOf(call.rep()),
                                                call.rep(),
                                                Person.idOf(call.team()),
                                                call.team(),
                                                true))
                        .distinct()
                        .toList(),
                calls.stream().map(Demonstration.Call::customer).distinct().toList(),
                TODAY);
    }

    /** The cells of the table, of what was read. */
    private static String told(Optional<CallQuestion> read, String topic) {
        if (read.isEmpty()) {
            return "none - - - - -";
        }
        CallQuestion question = read.get();
        String who =
                Stream.of(
                                question.reps().stream().map(rep -> "rep:" + rep.repId()),
                                question.teamId().stream().map(id -> "team:" + id),
                                question.customers().stream().map(name -> "customer:" + name))
                        .flatMap(all -> all)
                        .reduce((one, two) -> one + " " + two)
                        .orElse("-");
        return "%s %s %s %s %s %s"
                .formatted(
                        question.intent().id(),
                        question.measure().map(Measure::id).orElse("-"),
                        who,
                        question.order().map(Order::id).orElse("-"),
                        question.span().map(Span::toString).orElse("-"),
                        topicOf(question, topic));
    }

    /** The words may be cut in another way, but must be those. */
    private static String topicOf(CallQuestion question, String expected) {
        if (question.topic().isEmpty()) {
            return "-";
        }
        String joined = String.join(" ", question.topic());
        return joined.equals(expected) || joined.replace(" ", "").equals(expected)
                ? expected
                : joined;
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in =
                QuestionReaderTest.class.getResourceAsStream(
                        "/talktrack/callquestions/questions.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(
                            cells ->
                                    rows.add(
                                            new Row(
                                                    cells[0],
                                                    Language.valueOf(cells[1].toUpperCase()),
                                                    cells[2],
                                                    String.join(
                                                            " ", List.of(cells).subList(3, 9)))));
        }
        return rows;
    }

    static String read(QuestionReader reader, String question, Language language, String expected) {
        String topic = expected.substring(expected.lastIndexOf(' ') + 1);
        return told(reader.read(question, language), topic);
    }

    public static void main(String[] arguments) throws IOException {
        QuestionReader reader = reader();
        java.util.Map<String, int[]> counts = new java.util.TreeMap<>();
        for (Row row : rows()) {
            String topic = row.expected();
            String got =
                    told(
                            reader.read(row.question(), row.language()),
                            topic.substring(topic.lastIndexOf(' ') + 1));
            int[] count =
                    counts.computeIfAbsent(row.language() + " " + row.half(), k -> new int[3]);
            count[0]++;
            if (got.equals(row.expected())) count[1]++;
            if (got.split(" ")[0].equals(row.expected().split(" ")[0])) count[2]++;
            if (!got.equals(row.expected())
                    && (arguments.length > 0 || row.half().equals("tuned"))) {
                System.out.println(
                        row.half()
                                + " "
                                + row.question()
                                + "\n   wanted "
                                + row.expected()
                                + "\n   got    "
                                + got);
            }
        }
        counts.forEach(
                (k, v) ->
                        System.out.println(k + " n=" + v[0] + " all=" + v[1] + " intent=" + v[2]));
    }
}
