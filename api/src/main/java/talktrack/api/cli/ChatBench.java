package talktrack.api.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import talktrack.api.chat.Answer;
import talktrack.api.chat.Chat;
import talktrack.api.chat.TimedAnswer;
import talktrack.api.documents.FolderIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.labels.Language;

/** Asks many passages many questions, one after the other, with a clock. */
final class ChatBench {

    /** Asked before the clock starts: models are loaded and the JVM has compiled what is used. */
    private static final int WARMING_UP = 20;

    private final Language language;
    private final int passages;
    private final int questions;
    private final Optional<LanguageModel> model;
    private final Consumer<String> steps;

    ChatBench(
            Language language,
            int passages,
            int questions,
            Optional<LanguageModel> model,
            Consumer<String> steps) {
        this.language = language;
        this.passages = passages;
        this.questions = questions;
        this.model = model;
        this.steps = steps;
    }

    /**
     * @param folder for the documents, empty
     */
    ChatFigures run(Path folder) throws IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        BenchHandbooks handbooks = new BenchHandbooks(language);
        handbooks.write(folder, passages);
        steps.accept("Elasticsearch is started");
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            steps.accept("%d passages are indexed, which takes minutes".formatted(passages));
            long start = System.nanoTime();
            FolderIndex index = FolderIndex.of(folder, elasticsearch.url(), ChatBench::leftOut);
            double indexing = (System.nanoTime() - start) / 1e9;
            int indexed = index.size();
            AtomicInteger takenBack = new AtomicInteger();
            try (Chat chat = Chat.over(index, model, takenBack::incrementAndGet)) {
                List<String> all = handbooks.questions(WARMING_UP + questions, passages);
                all.subList(0, WARMING_UP).forEach(one -> chat.timed(one, language));
                takenBack.set(0);
                steps.accept("%d questions are asked".formatted(questions));
                List<TimedAnswer> asked = new ArrayList<>();
                for (String one : all.subList(WARMING_UP, all.size())) {
                    asked.add(chat.timed(one, language));
                }
                List<Answer> answers = asked.stream().map(TimedAnswer::answer).toList();
                return new ChatFigures(
                        language,
                        indexed,
                        questions,
                        (int) answers.stream().filter(Answer::answered).count(),
                        seconds(asked, TimedAnswer::retrieval),
                        seconds(asked, TimedAnswer::firstToken),
                        indexing,
                        model.map(one -> WordedAnswers.of(one.name(), answers, takenBack.get())),
                        load,
                        Runtime.getRuntime().availableProcessors());
            }
        }
    }

    private static void leftOut(String name, String why) {
        throw new IllegalStateException(
                "Bug: %s, our own, cannot be read: %s".formatted(name, why));
    }

    private static ChatFigures.Seconds seconds(
            List<TimedAnswer> asked, Function<TimedAnswer, Duration> what) {
        List<Double> sorted =
                asked.stream().map(one -> what.apply(one).toNanos() / 1e9).sorted().toList();
        return new ChatFigures.Seconds(Quantile.of(sorted, 0.5), Quantile.of(sorted, 0.95));
    }
}
