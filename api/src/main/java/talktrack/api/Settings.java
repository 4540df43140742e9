package talktrack.api;

import static java.util.Map.entry;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.ingest.store.S3Settings;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.Label;
import talktrack.models.labels.VoiceEmotion;

/**
 * The settings of one data folder, as files, environment and defaults say them: read into a {@link
 * Config}, with everything that is wrong told at once.
 */
final class Settings {

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    entry("talktrack.port", String.valueOf(Config.DEFAULT_PORT)),
                    entry("talktrack.zone", ZoneId.systemDefault().getId()),
                    entry("talktrack.max-upload-bytes", String.valueOf(2L << 30)),
                    entry(
                            "talktrack.pause-seconds",
                            String.valueOf(Transcriber.USUAL_PAUSE_SECONDS)),
                    entry("talktrack.redact", "true"),
                    entry("talktrack.bleep", "false"),
                    entry("talktrack.voice-emotion", "off"),
                    entry("talktrack.models.source", ""),
                    entry("talktrack.recordings.s3.endpoint", ""),
                    entry("talktrack.recordings.s3.bucket", ""),
                    entry("talktrack.recordings.s3.prefix", ""),
                    entry("talktrack.recordings.s3.region", "us-east-1"),
                    entry("talktrack.recordings.s3.access-key", ""),
                    entry("talktrack.recordings.s3.secret-key", ""),
                    entry("talktrack.recordings.s3.path-style", "true"),
                    entry("talktrack.chat.widget-origins", ""),
                    entry("talktrack.chat.widget-key", ""),
                    entry("talktrack.chat.widget-share", "0.25"),
                    entry("talktrack.llm.provider", "none"),
                    entry("talktrack.llm.base-url", "http://127.0.0.1:11434"),
                    entry("talktrack.llm.model", ""),
                    entry("talktrack.llm.api-key", ""),
                    entry("talktrack.llm.allow-remote", "false"),
                    entry("talktrack.llm.timeout-seconds", "60"),
                    entry("talktrack.llm.context-tokens", "8192"),
                    entry("talktrack.llm.requests-per-minute", "60"),
                    entry("talktrack.llm.requests-per-day", "5000"),
                    entry("talktrack.llm.tokens-per-day", "2000000"),
                    entry("talktrack.llm.price-per-million-tokens", "0"),
                    entry("talktrack.llm.cost-per-day", "0"),
                    entry("talktrack.llm.cache-megabytes", "64"),
                    entry("talktrack.llm.second-opinion", "false"));

    private static final int SHORTEST_KEY = 16;
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "https?://[a-z0-9.-]+(?::\\d{1,5})?|https?://\\[[0-9a-f:]+](?::\\d{1,5})?");

    private final Path data;
    private final List<String> problems = new ArrayList<>();
    private final SmallRyeConfig values;

    /**
     * @param data has the file {@code talktrack.yaml}, if there is one
     */
    Settings(Path data) throws IOException {
        this.data = data;
        Path file = data.resolve("talktrack.yaml");
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withSources(new PropertiesConfigSource(DEFAULTS, "defaults", 0))
                        .withSources(new EnvConfigSource(System.getenv(), 300));
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            YamlConfigSource source = new YamlConfigSource(file.toUri().toURL(), 200);
            source.getPropertyNames().stream()
                    .filter(name -> !DEFAULTS.containsKey(name))
                    .sorted()
                    .forEach(
                            name ->
                                    problems.add(
                                            "%s in talktrack.yaml is no setting: docs/configuration.md has them all"
                                                    .formatted(name)));
            builder.withSources(source);
        } else if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(
                    "%s is there, but is no file that can be read: let the user who runs Talktrack read it, or remove it"
                            .formatted(file));
        }
        values = builder.build();
    }

    /**
     * @param port from the command line, which wins
     */
    Config read(Optional<Integer> port) throws Config.Invalid {
        Config config =
                new Config(
                        data,
                        port.orElseGet(
                                () ->
                                        get(
                                                "port",
                                                "a port from 0 to 65535, like 7070",
                                                Settings::port)),
                        get("zone", "a time zone, like Europe/Berlin or Asia/Shanghai", ZoneId::of),
                        get("max-upload-bytes", "a whole number of bytes", Settings::positive),
                        get(
                                "pause-seconds",
                                "seconds from 0.2 to 5, like 0.7",
                                Transcriber::pauseSeconds),
                        get("redact", "true or false", Settings::trueOrFalse),
                        get("bleep", "true or false", Settings::trueOrFalse),
                        get(
                                "voice-emotion",
                                "off, customer or both",
                                text -> Label.parse(VoiceEmotion.class, text)),
                        new Config.Llm(
                                get("llm.provider", "none, openai or ollama", Settings::provider),
                                get(
                                        "llm.base-url",
                                        "an address, like http://127.0.0.1:11434",
                                        text -> Config.httpAddress(text).orElseThrow()),
                                get("llm.model", "a model's name", Function.identity()),
                                get("llm.api-key", "a key", Function.identity()),
                                get("llm.allow-remote", "true or false", Settings::trueOrFalse),
                                get(
                                        "llm.timeout-seconds",
                                        "a whole number of seconds",
                                        text -> Duration.ofSeconds(positive(text))),
                                get(
                                        "llm.context-tokens",
                                        "a whole number of tokens, like 8192, or 0",
                                        Settings::tokens),
                                llmLimits(),
                                get("llm.second-opinion", "true or false", Settings::trueOrFalse)),
                        get(
                                "models.source",
                                "an address, like https://mirror.example/vosk/, or nothing",
                                Config::httpAddress),
                        recordings(),
                        widget());
        if (config.bleep() && !config.redact()) {
            problems.add(
                    "talktrack.bleep is true but talktrack.redact is false: only what is redacted can be bleeped, so set both or neither");
        }
        if (problems.isEmpty()
                && config.llm().secondOpinion()
                && config.llm().provider() == Config.Llm.Provider.NONE) {
            problems.add(
                    "talktrack.llm.second-opinion is true but talktrack.llm.provider is none: name a language model that gives it, or write false");
        }
        if (!problems.isEmpty()) {
            throw new Config.Invalid(problems);
        }
        return config;
    }

    private Config.Widget widget() {
        Set<String> origins =
                get(
                        "chat.widget-origins",
                        "origins parted by commas, like https://www.example.com (no path, small"
                                + " letters), or nothing",
                        Settings::origins);
        String key = get("chat.widget-key", "a key", Function.identity());
        double share = get("chat.widget-share", "a share from 0 to 1", Settings::ratio);
        if (!origins.isEmpty() && key.length() < SHORTEST_KEY) {
            problems.add(
                    "talktrack.chat.widget-key has %d characters: write at least %d, which the websites of chat.widget-origins repeat in data-key"
                            .formatted(key.length(), SHORTEST_KEY));
        }
        return new Config.Widget(origins, key, share);
    }

    private Config.Llm.Limits llmLimits() {
        String wanted = "a whole number, or 0 for no limit";
        long perMinute = get("llm.requests-per-minute", wanted, Settings::notNegative);
        long requests = get("llm.requests-per-day", wanted, Settings::notNegative);
        long tokens = get("llm.tokens-per-day", wanted, Settings::notNegative);
        double price =
                get(
                        "llm.price-per-million-tokens",
                        "a price in any currency, like 0.6, or 0",
                        Settings::amount);
        double cost =
                get(
                        "llm.cost-per-day",
                        "an amount in the currency of the price, or 0 for no limit",
                        Settings::amount);
        long cache = get("llm.cache-megabytes", "a whole number, or 0", Settings::notNegative);
        if (problems.isEmpty() && cost > 0 && price == 0) {
            problems.add(
                    "talktrack.llm.cost-per-day is set without a price: write"
                            + " talktrack.llm.price-per-million-tokens, too");
        }
        return new Config.Llm.Limits(perMinute, requests, tokens, price, cost, cache);
    }

    private Optional<S3Settings> recordings() {
        String bucket = get("recordings.s3.bucket", "a bucket's name", Function.identity());
        Optional<URI> endpoint =
                get(
                        "recordings.s3.endpoint",
                        "an address, like https://s3.example.com, or nothing for Amazon's own",
                        Config::httpAddress);
        String accessKey = get("recordings.s3.access-key", "a key", Function.identity());
        String secretKey = get("recordings.s3.secret-key", "a key", Function.identity());
        boolean pathStyle = get("recordings.s3.path-style", "true or false", Settings::trueOrFalse);
        String region = get("recordings.s3.region", "a region", Function.identity());
        String prefix = get("recordings.s3.prefix", "a text", Function.identity());
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            problems.add(
                    "talktrack.recordings.s3 has one of access-key and secret-key: write both, or"
                            + " neither");
        }
        boolean anyOther =
                endpoint.isPresent()
                        || !(prefix.isEmpty() && accessKey.isEmpty() && secretKey.isEmpty());
        if (bucket.isEmpty() && anyOther) {
            problems.add(
                    "talktrack.recordings.s3 has no bucket, so recordings would not go there: write"
                            + " its name, or none of endpoint, prefix, access-key and secret-key");
        }
        return bucket.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new S3Settings(
                                endpoint, bucket, prefix, region, accessKey, secretKey, pathStyle));
    }

    private <T> T get(String name, String wanted, Function<String, T> parse) {
        String value = values.getOptionalValue("talktrack." + name, String.class).orElse("");
        try {
            return parse.apply(value);
        } catch (RuntimeException e) {
            problems.add("talktrack.%s = '%s': write %s".formatted(name, value, wanted));
            return parse.apply(DEFAULTS.get("talktrack." + name)); // read() refuses the whole
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static long positive(String text) {
        long number = Long.parseLong(text);
        if (number <= 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static long notNegative(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static int tokens(String text) {
        return Math.toIntExact(notNegative(text));
    }

    private static double amount(String text) {
        double number = Double.parseDouble(text);
        if (!(number >= 0 && number < 1e9)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static double ratio(String text) {
        double number = Double.parseDouble(text);
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** Strict: a "yes" that counted as false would be found out too late. */
    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Config.Llm.Provider provider(String text) {
        return Config.Llm.Provider.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }

    private static Set<String> origins(String text) {
        Set<String> origins =
                Arrays.stream(text.split("[,\\s]+"))
                        .filter(one -> !one.isBlank())
                        .collect(Collectors.toSet());
        if (!origins.stream().allMatch(one -> ORIGIN.matcher(one).matches())) {
            throw new IllegalArgumentException(text);
        }
        return origins;
    }
}
