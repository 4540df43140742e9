package talktrack.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import talktrack.api.Config;
import talktrack.api.llm.LanguageModel;
import talktrack.api.standalone.DataFolder;
import talktrack.api.standalone.HoldsRealCalls;
import talktrack.api.standalone.PortTaken;
import talktrack.api.standalone.Standalone;
import talktrack.ingest.glossary.Glossary;

/** What {@code serve} and {@code demo} do alike: start, and say where it is. */
final class ServerStart {

    private ServerStart() {}

    static Standalone start(Path folder, Optional<Integer> port, boolean demonstration)
            throws IOException, InterruptedException {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Logs.into(folder.resolve("logs"));
            Config config = Config.read(folder, port);
            checkLanguageModel(config);
            SpeechModelCheck.begin(folder.resolve("models"));
            Glossary.ofFolder(folder); // ingest reads it; its mistakes are told here
            return Standalone.start(config, demonstration, step -> System.err.println("  " + step));
        } catch (Config.Invalid e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        } catch (Glossary.Invalid e) {
            throw CommandFailure.usage(e.getMessage());
        } catch (DataFolder.InUse | HoldsRealCalls e) {
            throw CommandFailure.machine(e.getMessage());
        } catch (PortTaken e) {
            throw CommandFailure.machine(
                    "port %d is taken by another program. Choose another one: --port %d"
                            .formatted(e.port(), e.port() + 1));
        }
    }

    /** Before anything starts: a wrong setting should not take half a minute to be told. */
    private static void checkLanguageModel(Config config) {
        try {
            LanguageModel.check(config.llm());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        }
    }

    static void printAddress(Standalone server, Path folder) {
        SpeechModelCheck.offers(folder.resolve("models")).forEach(System.out::println);
        URI link = server.loginLink();
        System.out.printf("%nOpen %s%n", link);
        System.out.println(
                "(The link works once, for ten minutes; 'talktrack link' prints a new one.)");
        if (System.getenv("SSH_CONNECTION") != null) {
            System.out.printf(
                    "From your own machine first:  ssh -L %d:127.0.0.1:%d %s@%s%n",
                    link.getPort(), link.getPort(), System.getProperty("user.name"), hostOfSsh());
        }
        System.out.println("Ctrl-C stops everything.");
    }

    /** {@code SSH_CONNECTION} is: client address, client port, our address, our port. */
    private static String hostOfSsh() {
        String[] parts = System.getenv("SSH_CONNECTION").split(" ", -1);
        return parts.length > 2 ? parts[2] : "this-machine";
    }
}
