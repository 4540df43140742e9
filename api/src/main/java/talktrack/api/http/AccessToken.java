package talktrack.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that lets people and programs in: a token in a file that only its owner can read, made
 * on the first start. People never see it: they trade a single-use code for a cookie.
 */
public final class AccessToken {

    /** How long a login link works. */
    static final Duration CODE_LIFE = Duration.ofMinutes(10);

    /** How long a browser stays logged in. */
    static final Duration COOKIE_LIFE = Duration.ofDays(30);

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 8;

    private final String token;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> codes = new ConcurrentHashMap<>();

    private AccessToken(String token, Clock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** Reads {@code token} in this folder, or makes it. */
    public static AccessToken in(Path data, Clock clock) throws IOException {
        Path file = data.resolve("token");
        if (!Files.exists(file)) {
            create(file);
        }
        String token = Files.readString(file).strip();
        if (token.length() < BYTES) {
            throw new IOException(
                    "%s holds %d characters, which is no token: delete the file and start again"
                            .formatted(file, token.length()));
        }
        return new AccessToken(token, clock);
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) { // Windows: the user's folder is his already
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return; // another start was quicker
        }
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    }

    /** For clients of the same user. */
    public String value() {
        return token;
    }

    /** A code for one login within ten minutes. */
    public String newCode() {
        Instant now = clock.instant();
        codes.values().removeIf(end -> end.isBefore(now));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = HexFormat.of().formatHex(bytes);
        codes.put(code, now.plus(CODE_LIFE));
        return code;
    }

    /** Uses a code up; false when it was used before, is too old, or never was one. */
    boolean redeem(String code) {
        Instant end = codes.remove(code);
        return end != null && !clock.instant().isAfter(end);
    }

    boolean matches(String given) {
        return same(token, given);
    }

    /** What a browser keeps instead of the token. */
    String cookie() {
        byte[] nonce = new byte[NONCE_BYTES]; // two logins in one second are two people
        random.nextBytes(nonce);
        String issued = clock.instant().getEpochSecond() + "-" + HexFormat.of().formatHex(nonce);
        return issued + "." + signature(issued);
    }

    boolean matchesCookie(String cookie) {
        int dot = cookie.indexOf('.');
        if (dot < 0 || !cookie.substring(0, dot).matches("\\d{1,12}(-[0-9a-f]{16})?")) {
            return false;
        }
        String issued = cookie.substring(0, dot);
        return same(signature(issued), cookie.substring(dot + 1))
                && Instant.ofEpochSecond(Long.parseLong(issued.split("-", 2)[0]))
                        .plus(COOKIE_LIFE)
                        .isAfter(clock.instant());
    }

    private String signature(String issued) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("cookie " + issued).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Bug: every Java has HmacSHA256", e);
        }
    }

    /** Takes as long for a nearly right guess as for a wrong one. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
