package talktrack.api.documents.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The child JVM: reads one file after another from standard input and answers on standard output.
 *
 * <p>A request is the file's name, length and bytes; the answer is a {@link #READ} or {@link
 * #REFUSED} byte, a length and bytes: what was read, or UTF-8 text that says why there is nothing
 * and, on a second line, the technical cause. Ends when its standard input does, since then its
 * parent is gone.
 */
public final class SandboxProcess {

    static final int READ = 1;
    static final int REFUSED = 2;

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto", "jmod");

    /** The parent ends a process that takes too long; this is for one whose parent is gone. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int LONGEST_CAUSE = 1000;

    private SandboxProcess() {}

    static List<String> arguments(Limits limits) {
        return List.of(
                String.valueOf(limits.heapMegabytes()),
                limits.time().toString(),
                String.valueOf(limits.mostCharacters()));
    }

    private static Limits limits(String[] arguments) {
        return new Limits(
                Integer.parseInt(arguments[0]),
                Duration.parse(arguments[1]),
                Integer.parseInt(arguments[2]),
                Duration.ZERO);
    }

    /**
     * The {@code main} of a sandbox.
     *
     * @param arguments as the parent gave them
     */
    public static void serve(String[] arguments, FileReading reading) throws IOException {
        Limits limits = limits(arguments);
        stayOffTheNetwork();
        DataOutputStream answers =
                new DataOutputStream(new FileOutputStream(FileDescriptor.out)); // unbuffered
        System.setOut(System.err); // libraries print
        DataInputStream requests = new DataInputStream(System.in);
        while (true) {
            String name;
            byte[] file;
            try {
                name = requests.readUTF();
                file = requests.readNBytes(requests.readInt());
            } catch (EOFException e) {
                break; // the parent has nothing more to ask, or is gone
            }
            AtomicBoolean done = new AtomicBoolean();
            long seconds = limits.time().plus(GRACE).toSeconds();
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, Thread::startVirtualThread)
                    .execute(() -> haltUnless(done));
            answer(reading, name, file, limits, answers);
            done.set(true);
        }
        TemporaryFiles.remove(Path.of(System.getProperty("java.io.tmpdir")));
        Runtime.getRuntime().halt(0);
    }

    private static void haltUnless(AtomicBoolean done) {
        if (!done.get()) {
            TemporaryFiles.remove(Path.of(System.getProperty("java.io.tmpdir")));
            Runtime.getRuntime().halt(1);
        }
    }

    private static void answer(
            FileReading reading, String name, byte[] file, Limits limits, DataOutputStream to)
            throws IOException {
        int kind = READ;
        byte[] answer;
        try {
            answer = reading.read(name, file, limits);
            if (answer.length > limits.mostAnswerBytes()) {
                throw new UnreadableDocument(
                        "it comes to more text than one document may hold: split it");
            }
        } catch (UnreadableDocument e) {
            kind = REFUSED;
            answer =
                    bytes(
                            e.getMessage()
                                    + '\n'
                                    + shortened(e.getCause() == null ? e : e.getCause()));
        } catch (StackOverflowError e) { // parsers walk down a document's tree by recursion
            kind = REFUSED;
            answer = bytes("it is nested too deeply: save it again, or as PDF");
        }
        to.writeByte(kind);
        to.writeInt(answer.length);
        to.write(answer);
        to.flush();
    }

    /** A cause may quote the file. */
    private static String shortened(Throwable cause) {
        String text = cause.toString();
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE) + "…";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * No parser asks another machine for a picture, a schema or an entity, whatever a file wants.
     * Plain sockets are led to a proxy that is not there (options of the command line).
     */
    private static void stayOffTheNetwork() {
        URL.setURLStreamHandlerFactory(
                protocol -> REMOTE.contains(protocol) ? new Refusing() : null);
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new IOException("documents are read without a network");
        }
    }
}
