package talktrack.api.llm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.Sha256;

/**
 * Answers by what was asked: the newest in memory, more of them in a folder of bounded size.
 *
 * <p>A file has its name from a hash of the request and is encrypted with a key from another, so
 * only who has the whole request can read it. When a call is deleted its answers are lost with the
 * words that asked for them. Thread-safe.
 */
final class AnswerCache {

    private static final Logger log = LoggerFactory.getLogger(AnswerCache.class);
    private static final int MOST_IN_MEMORY = 200;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** What is left when the folder was full. */
    private static final double SHARE_THAT_STAYS = 0.8;

    private final Optional<Path> folder;
    private final long mostBytes;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> memory =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST_IN_MEMORY;
                }
            };
    private long bytes;

    /**
     * @param folder made when there is none; empty: only memory is used
     * @param mostBytes of all files together; 0 turns the cache off
     */
    AnswerCache(Optional<Path> folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        try {
            if (folder.isPresent() && mostBytes > 0) {
                Files.createDirectories(folder.get());
                bytes = files().stream().mapToLong(File::bytes).sum();
            }
        } catch (IOException e) {
            log.warn("the language model's answers cannot be kept folder={}", folder, e);
        }
    }

    /** The answer that was kept, or empty. */
    synchronized Optional<String> find(String request) {
        if (mostBytes == 0) {
            return Optional.empty();
        }
        String name = name(request);
        String known = memory.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> kept = folder.flatMap(in -> read(in.resolve(name), request));
        kept.ifPresent(answer -> memory.put(name, answer));
        return kept;
    }

    synchronized void keep(String request, String answer) {
        if (mostBytes == 0) {
            return;
        }
        String name = name(request);
        memory.put(name, answer);
        folder.ifPresent(in -> write(in.resolve(name), request, answer));
    }

    private Optional<String> read(Path file, String request) {
        try {
            byte[] content = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // used: goes last
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, request, content);
            return Optional.of(
                    new String(
                            cipher.doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES),
                            StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            log.warn("a kept answer is unreadable file={} cause={}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void write(Path file, String request, String answer) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] secret =
                    cipher(Cipher.ENCRYPT_MODE, request, nonce)
                            .doFinal(answer.getBytes(StandardCharsets.UTF_8));
            byte[] content = new byte[nonce.length + secret.length];
            System.arraycopy(nonce, 0, content, 0, nonce.length);
            System.arraycopy(secret, 0, content, nonce.length, secret.length);
            Files.write(file, content);
            bytes += content.length;
            if (bytes > mostBytes) {
                shrink();
            }
        } catch (IOException e) {
            log.warn("cannot keep an answer file={} cause={}", file, e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bug: this JDK does not know AES", e);
        }
    }

    /** The longest unused ones go. */
    private void shrink() throws IOException {
        List<File> oldestFirst = new ArrayList<>(files());
        oldestFirst.sort(Comparator.comparing(File::used));
        bytes = oldestFirst.stream().mapToLong(File::bytes).sum();
        for (File file : oldestFirst) {
            if (bytes <= mostBytes * SHARE_THAT_STAYS) {
                return;
            }
            Files.deleteIfExists(file.path());
            bytes -= file.bytes();
        }
    }

    private record File(Path path, long bytes, FileTime used) {}

    private List<File> files() throws IOException {
        List<File> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder.orElseThrow())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.add(new File(path, Files.size(path), Files.getLastModifiedTime(path)));
            }
        }
        return files;
    }

    private static Cipher cipher(int mode, String request, byte[] nonceFirst)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(hash("key", request), "AES"),
                new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
        return cipher;
    }

    private static String name(String request) {
        return HexFormat.of().formatHex(hash("name", request));
    }

    private static byte[] hash(String purpose, String request) {
        return Sha256.digest().digest((purpose + "\0" + request).getBytes(StandardCharsets.UTF_8));
    }
}
