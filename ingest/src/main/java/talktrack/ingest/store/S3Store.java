package talktrack.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import talktrack.ingest.RecordingStore;
import talktrack.models.Sha256;

/**
 * Recordings in a bucket of an S3-compatible service. What is being worked on lies in a folder of
 * this machine for so long. An object is there as a whole or not at all; one takes at most 5 GB.
 */
public final class S3Store implements RecordingStore {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);
    private static final String COPY = ".copy-";

    private final S3Client s3;
    private final S3Settings settings;
    private final Path local;

    /**
     * @param local where copies lie while they are worked on; made when needed
     */
    public S3Store(S3Settings settings, Path local) {
        this.settings = settings;
        this.local = local.toAbsolutePath().normalize();
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        .credentialsProvider(credentials(settings))
                        // Services other than Amazon's do not know the newer checksums.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT_LIMIT)
                                        .socketTimeout(SILENCE_LIMIT));
        settings.endpoint().ifPresent(builder::endpointOverride);
        s3 = builder.build();
    }

    @Override
    public Received receive(InputStream bytes, String repId) throws IOException {
        OwnerOnly.makeFolder(local);
        return Received.in(local, bytes, repId);
    }

    @Override
    public Stored keep(Received received) throws IOException {
        Stored stored = received.as();
        OptionalLong there = size(stored.location());
        if (there.isEmpty() || there.getAsLong() != stored.sizeBytes()) {
            String sha256 =
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(stored.sha256()));
            put(stored.location(), received.file(), request -> request.checksumSHA256(sha256));
        }
        return stored;
    }

    @Override
    public OptionalLong size(String location) throws IOException {
        return asking(
                () -> {
                    try {
                        return OptionalLong.of(
                                s3.headObject(
                                                request ->
                                                        request.bucket(settings.bucket())
                                                                .key(key(location)))
                                        .contentLength());
                    } catch (NoSuchKeyException e) {
                        return OptionalLong.empty();
                    }
                });
    }

    @Override
    public LocalFile fetch(String location, String sha256) throws IOException {
        LocalFile file = draft(location);
        try {
            MessageDigest digest = Sha256.digest();
            try (ResponseInputStream<GetObjectResponse> bytes = get(location, "");
                    OutputStream out =
                            new DigestOutputStream(Files.newOutputStream(file.path()), digest)) {
                copy(bytes, out);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new IOException(
                        "what the recording store sent for %s is not what was kept there: its SHA-256 is another one"
                                .formatted(location));
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void send(String location, long first, long length, OutputStream out)
            throws IOException {
        if (length > 0) {
            String range = "bytes=%d-%d".formatted(first, first + length - 1);
            try (ResponseInputStream<GetObjectResponse> bytes = get(location, range)) {
                copy(bytes, out);
            }
        }
    }

    @Override
    public LocalFile draft(String location) throws IOException {
        String key = key(location);
        OwnerOnly.makeFolder(local);
        Path folder = Files.createTempDirectory(local, COPY); // the JDK closes it to others
        return new LocalFile(folder.resolve(key.substring(key.lastIndexOf('/') + 1)), true);
    }

    @Override
    public void keep(String location, LocalFile draft) throws IOException {
        Path folder = draft.path().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException("the draft of %s is gone from %s".formatted(location, folder));
        }
        // Whoever tries for days, as the bucket is away, has abandoned nothing.
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        if (Files.exists(draft.path()) && Files.size(draft.path()) > 0) {
            put(location, draft.path(), request -> {});
        }
    }

    @Override
    public void delete(String callId) throws IOException {
        String folder = settings.prefix() + RecordingStore.checked(callId) + "/";
        asking(
                () -> {
                    for (S3Object object :
                            s3.listObjectsV2Paginator(
                                            request ->
                                                    request.bucket(settings.bucket())
                                                            .prefix(folder))
                                    .contents()) {
                        s3.deleteObject(
                                request -> request.bucket(settings.bucket()).key(object.key()));
                    }
                    return null;
                });
    }

    @Override
    public void deleteFile(String location) throws IOException {
        String key = key(location);
        asking(() -> s3.deleteObject(request -> request.bucket(settings.bucket()).key(key)));
    }

    /**
     * Writes, reads and deletes a small object.
     *
     * @throws IOException when one of that does not work; says what
     */
    public void probe() throws IOException {
        String key = settings.prefix() + "probe-" + UUID.randomUUID();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] read =
                asking(
                        () -> {
                            s3.putObject(
                                    request -> request.bucket(settings.bucket()).key(key),
                                    RequestBody.fromBytes(bytes));
                            byte[] back =
                                    s3.getObjectAsBytes(
                                                    request ->
                                                            request.bucket(settings.bucket())
                                                                    .key(key))
                                            .asByteArray();
                            s3.deleteObject(request -> request.bucket(settings.bucket()).key(key));
                            return back;
                        });
        if (!MessageDigest.isEqual(bytes, read)) {
            throw new IOException("%s gave back other bytes than were put in".formatted(settings));
        }
    }

    private void put(String location, Path file, Consumer<PutObjectRequest.Builder> more)
            throws IOException {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(settings.bucket()).key(key(location));
        more.accept(request);
        asking(() -> s3.putObject(request.build(), RequestBody.fromFile(file)));
    }

    private ResponseInputStream<GetObjectResponse> get(String location, String range)
            throws IOException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(settings.bucket()).key(key(location));
        if (!range.isEmpty()) {
            request.range(range);
        }
        try {
            return asking(() -> s3.getObject(request.build()));
        } catch (StoreUnreachable e) {
            if (e.getCause() instanceof NoSuchKeyException) {
                throw (IOException) new NoSuchFileException(location).initCause(e);
            }
            throw e;
        }
    }

    private <T> T asking(Supplier<T> work) throws StoreUnreachable {
        try {
            return work.get();
        } catch (SdkException e) {
            throw new StoreUnreachable(
                    "The recording store (%s) does not answer as it should: %s"
                            .formatted(settings, e.getMessage()),
                    e);
        }
    }

    /** What breaks off on the way is the store's doing, unless it is our own disk's. */
    private void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (true) {
            int read;
            try {
                read = from.read(buffer);
            } catch (IOException | SdkException e) {
                throw new StoreUnreachable(
                        "The recording store (%s) broke off: %s"
                                .formatted(settings, e.getMessage()),
                        e);
            }
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
        }
    }

    /** The object at a location, which must not lead out of the store. */
    private String key(String location) {
        RecordingStore.checkedLocation(location);
        return settings.prefix() + location;
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
