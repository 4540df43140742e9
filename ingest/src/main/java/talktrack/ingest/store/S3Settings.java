package talktrack.ingest.store;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where recordings lie in an S3-compatible service.
 *
 * @param endpoint empty: Amazon's own, of the region
 * @param prefix of all keys, empty or ending with a slash
 * @param accessKey empty: whatever the AWS SDK finds, such as an instance's role
 * @param pathStyle whether the bucket is a part of the path, which most services other than
 *     Amazon's want, or of the host name
 */
public record S3Settings(
        Optional<URI> endpoint,
        String bucket,
        String prefix,
        String region,
        String accessKey,
        String secretKey,
        boolean pathStyle) {

    private static final String ENVIRONMENT = "TALKTRACK_RECORDINGS_S3_";

    public S3Settings {
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /**
     * As a child process is told them: not as arguments, which every user of a machine can read.
     */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ENVIRONMENT + "ENDPOINT", endpoint.map(URI::toString).orElse(""));
        variables.put(ENVIRONMENT + "BUCKET", bucket);
        variables.put(ENVIRONMENT + "PREFIX", prefix);
        variables.put(ENVIRONMENT + "REGION", region);
        variables.put(ENVIRONMENT + "ACCESS_KEY", accessKey);
        variables.put(ENVIRONMENT + "SECRET_KEY", secretKey);
        variables.put(ENVIRONMENT + "PATH_STYLE", String.valueOf(pathStyle));
        return variables;
    }

    /** What {@link #environment} has told; empty without a bucket. */
    public static Optional<S3Settings> in(Map<String, String> environment) {
        String bucket = environment.getOrDefault(ENVIRONMENT + "BUCKET", "");
        if (bucket.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new S3Settings(
                        Optional.of(environment.getOrDefault(ENVIRONMENT + "ENDPOINT", ""))
                                .filter(text -> !text.isEmpty())
                                .map(URI::create),
                        bucket,
                        environment.getOrDefault(ENVIRONMENT + "PREFIX", ""),
                        environment.getOrDefault(ENVIRONMENT + "REGION", "us-east-1"),
                        environment.getOrDefault(ENVIRONMENT + "ACCESS_KEY", ""),
                        environment.getOrDefault(ENVIRONMENT + "SECRET_KEY", ""),
                        Boolean.parseBoolean(
                                environment.getOrDefault(ENVIRONMENT + "PATH_STYLE", "true"))));
    }

    @Override
    public String toString() { // without the keys, so that no log ever shows them
        return "bucket '%s'%s"
                .formatted(bucket, endpoint.map(uri -> " at " + uri).orElse(" in " + region));
    }
}
