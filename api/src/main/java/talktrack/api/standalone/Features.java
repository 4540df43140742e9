package talktrack.api.standalone;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import talktrack.api.Config;
import talktrack.api.callquestions.CallQuestions;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.cases.CaseLibrary;
import talktrack.api.cases.CaseRoutes;
import talktrack.api.cases.Cases;
import talktrack.api.cases.ForgottenCalls;
import talktrack.api.cases.NeedRoutes;
import talktrack.api.chat.Answer;
import talktrack.api.chat.Asked;
import talktrack.api.chat.CallSource;
import talktrack.api.chat.Chat;
import talktrack.api.chat.ChatLimits;
import talktrack.api.chat.ChatRoutes;
import talktrack.api.chat.ConversationRoutes;
import talktrack.api.chat.Dialogue;
import talktrack.api.chat.ModelWaits;
import talktrack.api.chat.QuestionRoutes;
import talktrack.api.chat.WidgetRoutes;
import talktrack.api.conversations.ChatRecords;
import talktrack.api.documents.DocumentRoutes;
import talktrack.api.documents.Documents;
import talktrack.api.http.Component;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedTopic;
import talktrack.api.llm.LanguageModel;
import talktrack.api.mining.WonCalls;
import talktrack.api.practice.Practice;
import talktrack.api.roleplay.RolePlayRoutes;
import talktrack.api.roleplay.RolePlays;
import talktrack.api.talktracks.TalkTrackLibrary;
import talktrack.api.talktracks.TalkTrackRoutes;
import talktrack.api.talktracks.TalkTracks;
import talktrack.models.events.Person;

/**
 * What the server offers beside its calls: libraries, documents and the chat over them, practice.
 * Put together once, for the server and for the tests of its pages.
 */
public final class Features implements AutoCloseable {

    /**
     * What tests choose.
     *
     * @param before answers in place of the documents
     */
    public record Settings(
            ChatLimits house,
            ChatLimits visitors,
            ModelWaits waits,
            List<Function<Asked, Optional<Answer>>> before) {

        /** As it ships. */
        public static final Settings USUAL =
                new Settings(ChatLimits.HOUSE, ChatLimits.VISITORS, ModelWaits.USUAL, List.of());
    }

    private final Closing closing = new Closing();
    private final TalkTrackLibrary talkTracks;
    private final CaseLibrary cases;
    private final ForgottenCalls forgotten;
    private final Documents documents;
    private final Practice practice;
    private final List<Routes> routes;

    /**
     * @param config with the data folder's real path
     * @param registry of calls and people; somebody else fills it
     */
    public Features(
            Config config,
            String bootstrapServers,
            ElasticIndex index,
            CallRegistry registry,
            Optional<LanguageModel> model,
            Settings settings)
            throws InterruptedException {
        Clock clock = Clock.system(config.zone());
        talkTracks = closing.later(new TalkTrackLibrary(bootstrapServers, clock));
        cases = closing.later(new CaseLibrary(bootstrapServers, clock));
        forgotten = closing.later(new ForgottenCalls(bootstrapServers, talkTracks, cases));
        documents =
                closing.later(
                        new Documents(
                                bootstrapServers,
                                index,
                                config.data().resolve("documents"),
                                clock));
        ModelWaits waits = settings.waits();
        Chat chat = closing.later(Chat.over(documents, model, waits.firstSentence()));
        ChatRecords records = closing.later(new ChatRecords(bootstrapServers, clock));
        List<Function<Asked, Optional<Answer>>> before = new ArrayList<>(settings.before());
        // One trusted person uses this server so far: everybody who is logged in may open all.
        before.add(
                new CallSource(new CallQuestions(registry, index, clock), asker -> call -> true));
        Dialogue dialogue = new Dialogue(chat, records, model, waits.reading(), before, clock);
        // Visitors have one of their own, which knows of no calls, and a share of the model.
        double share = config.widget().modelShareRatio();
        Optional<LanguageModel> theirs =
                model.filter(one -> share > 0).map(m -> m.forVisitors(share));
        Dialogue visitors =
                new Dialogue(
                        closing.later(Chat.over(documents, theirs, waits.firstSentence())),
                        records,
                        theirs,
                        waits.reading(),
                        settings.before(),
                        clock);
        practice = closing.later(new Practice(bootstrapServers, index, registry, clock));
        RolePlays rolePlays = closing.later(new RolePlays(bootstrapServers, index, model, clock));
        Cases fitting = new Cases(index);
        WonCalls won = new WonCalls(index, id -> registry.rep(id).map(Person::name));
        routes = new ArrayList<>(practice.routes());
        routes.addAll(
                List.of(
                        new TalkTrackRoutes(talkTracks, index, won),
                        new CaseRoutes(cases, fitting, won),
                        new NeedRoutes(registry, new CallDocuments(index), fitting),
                        new DocumentRoutes(documents),
                        new ChatRoutes(dialogue, records.conversations(), settings.house()),
                        new ConversationRoutes(records, clock),
                        new QuestionRoutes(records.questions(), documents),
                        new WidgetRoutes(
                                config.widget(), visitors, records, settings.visitors(), clock),
                        new RolePlayRoutes(rolePlays, id -> registry.rep(id).isPresent())));
    }

    /** Writes the libraries that ship to their topics, where they are not yet. */
    public void publishShipped() throws InterruptedException {
        talkTracks.publishShipped();
        cases.publishShipped();
    }

    /** Begins to follow what happens. */
    public void start() throws IOException, InterruptedException {
        forgotten.start();
        documents.start();
        practice.start();
    }

    /** State that is mirrored in indices. */
    public List<IndexedTopic<?>> topics() {
        return List.of(TalkTracks.INDEXED, Cases.INDEXED, RolePlays.INDEXED);
    }

    public List<Routes> routes() {
        return routes;
    }

    /** How each part is. */
    public List<Component> components() {
        return List.of(
                Component.of("libraries", forgotten.running(), "lets go of deleted calls' words"),
                Component.of("practice", practice.running(), "knows decisions and goals"),
                Component.of("documents", documents.running(), ofDocuments()));
    }

    private String ofDocuments() {
        String keeps = "keeps the chat's passages";
        int strangers = documents.strangers();
        return strangers == 0
                ? keeps
                : "%s; %d folders of files belong to no document, the log names them"
                        .formatted(keeps, strangers);
    }

    public Documents documents() {
        return documents;
    }

    public TalkTrackLibrary talkTracks() {
        return talkTracks;
    }

    public CaseLibrary cases() {
        return cases;
    }

    @Override
    public void close() {
        closing.close();
    }
}
