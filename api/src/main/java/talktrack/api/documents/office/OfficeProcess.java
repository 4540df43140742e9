package talktrack.api.documents.office;

import java.io.ByteArrayInputStream;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The child JVM: reads one file after another from standard input and answers on standard output.
 *
 * <p>A request is the file's length and its bytes; the answer is a {@link #READ} or {@link
 * #REFUSED} byte, a length and UTF-8 text: XHTML, or why there is none and, on a second line, the
 * technical cause. Ends when its standard input does, since then its parent is gone.
 */
final class OfficeProcess {

    static final int READ = 1;
    static final int REFUSED = 2;

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto", "jmod");

    /** The parent ends a process that takes too long; this is for one whose parent is gone. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private OfficeProcess() {}

    /**
     * @param arguments most characters, most seconds for a file
     */
    public static void main(String[] arguments) throws IOException {
        int mostCharacters = Integer.parseInt(arguments[0]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1])).plus(GRACE);
        stayOffTheNetwork();
        DataOutputStream answers =
                new DataOutputStream(new FileOutputStream(FileDescriptor.out)); // unbuffered
        System.setOut(System.err); // libraries print
        DataInputStream requests = new DataInputStream(System.in);
        OfficeText office = new OfficeText(mostCharacters);
        while (true) {
            byte[] file;
            try {
                file = requests.readNBytes(requests.readInt());
            } catch (EOFException e) {
                break; // the parent has nothing more to ask, or is gone
            }
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture.delayedExecutor(time.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> haltUnless(done));
            answer(office, file, answers);
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

    private static void answer(OfficeText office, byte[] file, DataOutputStream to)
            throws IOException {
        int kind;
        String text;
        try {
            text =
                    PdfText.looksLikePdf(file)
                            ? PdfText.read(file, office.mostCharacters())
                            : office.read(new ByteArrayInputStream(file));
            kind = READ;
        } catch (RefusedFile e) {
            text = e.getMessage() + '\n' + (e.getCause() == null ? e : e.getCause());
            kind = REFUSED;
        } catch (StackOverflowError e) {
            text = "it is nested too deeply: save it again, or as PDF";
            kind = REFUSED;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        to.writeByte(kind);
        to.writeInt(utf8.length);
        to.write(utf8);
        to.flush();
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
