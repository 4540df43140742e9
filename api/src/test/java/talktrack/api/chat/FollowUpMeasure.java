package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.api.documents.FolderIndex;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.events.CitedPassage;
import talktrack.models.labels.Language;

/**
 * How often a follow-up question is answered with what it asks for: asked by itself, by the rules'
 * readings alone, and by the surer of both. The chat takes a reading before the question itself.
 */
final class FollowUpMeasure {

    private FollowUpMeasure() {}

    private record Row(String company, String first, String followUp, String holds) {}

    public static void main(String[] arguments) throws Exception {
        try (ScratchElasticsearch search = ScratchElasticsearch.start()) {
            List<Row> rows = rows();
            for (Language language : Language.values()) {
                List<Row> own =
                        rows.stream()
                                .filter(row -> row.company().startsWith(language.id() + "/"))
                                .toList();
                int[] right = new int[3];
                int[] wrong = new int[3];
                for (Row row : own) {
                    try (Chat chat =
                            Chat.over(
                                    FolderIndex.of(
                                            AskedCompany.FOLDER
                                                    .resolve(row.company())
                                                    .resolve("documents"),
                                            search.url(),
                                            (name, why) -> {}))) {
                        measure(chat, row, language, right, wrong);
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s n=%d right: alone %d, readings %d, surest %d; wrong answers: %d %d"
                                + " %d%n",
                        language.id(),
                        own.size(),
                        right[0],
                        right[1],
                        right[2],
                        wrong[0],
                        wrong[1],
                        wrong[2]);
            }
        }
    }

    private static void measure(Chat chat, Row row, Language language, int[] right, int[] wrong) {
        Answer first = chat.ask(row.first(), Optional.of(language));
        Turn turn =
                new Turn(
                        "t",
                        row.first(),
                        Optional.empty(),
                        language,
                        first.answered(),
                        first.answer(),
                        first.citations().stream()
                                .map(
                                        one ->
                                                new CitedPassage(
                                                        one.document(),
                                                        one.heading(),
                                                        one.passage()))
                                .toList(),
                        Instant.now());
        List<String> readings = FollowUp.readings(row.followUp(), language, List.of(turn));
        Chat.Finding alone = chat.look(row.followUp(), language, false);
        List<Chat.Finding> read =
                readings.stream().map(text -> chat.look(text, language, false)).toList();
        Optional<Chat.Finding> best =
                read.stream().max(Comparator.comparingDouble(Chat.Finding::certainty));
        Chat.Finding surest =
                best.filter(one -> one.certainty() >= alone.certainty()).orElse(alone);
        List<Chat.Finding> ways = new ArrayList<>(List.of(alone, best.orElse(alone), surest));
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Answer answer = chat.answer(ways.get(i), Listener.NOBODY);
            boolean holds = Stream.of(row.holds().split("\\|")).anyMatch(answer.answer()::contains);
            right[i] += holds ? 1 : 0;
            wrong[i] += !holds && answer.answered() ? 1 : 0;
            marks.append(holds ? '+' : answer.answered() ? '-' : 'o');
        }
        System.out.printf(
                "%s %s | %s | %s | first %s%n",
                marks,
                row.followUp(),
                readings,
                surest.found().question().text(),
                first.answered());
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(AskedCompany.FOLDER.resolve("follow-ups.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }
}
