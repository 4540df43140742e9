package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import talktrack.api.Config;
import talktrack.api.conversations.ChatRecords;
import talktrack.api.documents.Documents;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;

/** The chat of a test's server, with the limits that the test wants to hit. */
public final class ChatParts implements AutoCloseable {

    private final Documents documents;
    private final Chat chat;
    private final ChatRecords records;
    private final List<Routes> routes;

    /**
     * What tests choose.
     *
     * @param before answers in place of the documents
     */
    public record Settings(
            ChatLimits house,
            ChatLimits visitors,
            Config.Widget widget,
            List<Function<Asked, Optional<Answer>>> before) {

        /** As it ships. */
        public static final Settings USUAL =
                new Settings(ChatLimits.HOUSE, ChatLimits.VISITORS, Config.Widget.NONE, List.of());
    }

    public ChatParts(String bootstrapServers, ElasticIndex index, Path data, Settings settings)
            throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        documents = new Documents(bootstrapServers, index, data.resolve("documents"), clock);
        documents.start();
        chat = Chat.over(documents, Optional.empty());
        records = new ChatRecords(bootstrapServers, clock);
        Dialogue dialogue = new Dialogue(chat, records, Optional.empty(), settings.before(), clock);
        routes =
                List.of(
                        new ChatRoutes(dialogue, records.conversations(), settings.house()),
                        new ConversationRoutes(records, clock),
                        new QuestionRoutes(records.questions(), documents),
                        new WidgetRoutes(settings.widget(), dialogue, settings.visitors()));
    }

    public List<Routes> routes() {
        return routes;
    }

    public Documents documents() {
        return documents;
    }

    @Override
    public void close() {
        records.close();
        chat.close();
        documents.close();
    }
}
