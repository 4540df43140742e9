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
 * Everything that can be set, read once at start: defaults, then {@code talktrack.yaml} in the data
 * folder, then environment variables ({@code TALKTRACK_LLM_MODEL}), then the command line.
 * docs/configuration.md has the table.
 *
 * @param data the one folder in which everything lives
 * @param port of the page, on loopback
 * @param zone whose weeks the heatmaps show
 * @param pauseSeconds the shortest silence between words that ends an utterance
 * @param redact takes phone, card and identity numbers and e-mail addresses out of what was said
 * @param bleep puts a tone over that in the sound that is played
 * @param voiceEmotion whose voices are measured for emotion
 * @param modelsSource where speech models are fetched from, instead of their publishers' addresses
 * @param recordings the bucket that they go to; empty: the data folder
 * @param widget which websites may show the chat to their visitors
 */
public record Config(
        Path data,
        int port,
        ZoneId zone,
        long maxUploadBytes,
        double pauseSeconds,
        boolean redact,
        boolean bleep,
        VoiceEmotion voiceEmotion,
        Llm llm,
        Optional<URI> modelsSource,
        Optional<S3Settings> recordings,
        Widget widget) {

    /** The default port of the page. */
    public static final int DEFAULT_PORT = 7070;

    /**
     * Which language model writes suggestions and chat answers; with {@code none} the approved
     * texts are shown as they are.
     */
    public record Llm(
            Provider provider,
            URI baseUrl,
            String model,
            String apiKey,
            boolean allowRemote,
            Duration timeout,
            Limits limits) {

        /**
         * How much it may be used; 0 stands for no limit.
         *
         * @param pricePerMillionTokens in any currency, in and out alike
         * @param costPerDay in the same currency
         * @param cacheMegabytes of answers on disk; 0: none are kept
         */
        public record Limits(
                long requestsPerMinute,
                long requestsPerDay,
                long tokensPerDay,
                double pricePerMillionTokens,
                double costPerDay,
                long cacheMegabytes) {

            /**
             * A share of each limit, of a whole number at least one.
             *
             * @param ratio 0…1, more than 0
             */
            public Limits part(double ratio) {
                return new Limits(
                        (long) Math.ceil(requestsPerMinute * ratio),
                        (long) Math.ceil(requestsPerDay * ratio),
                        (long) Math.ceil(tokensPerDay * ratio),
                        pricePerMillionTokens,
                        costPerDay * ratio,
                        cacheMegabytes);
            }
        }

        /** The protocols that are spoken. */
        public enum Provider {
            NONE,
            OPENAI,
            OLLAMA
        }

        @Override
        public String toString() { // without the key, so that no log ever shows it
            return "Llm[%s %s %s]".formatted(provider, baseUrl, model);
        }
    }

    /**
     * The chat on other websites.
     *
     * @param origins exactly as browsers write them, like {@code https://www.example.com}; without
     *     any there is no widget
     * @param key stands in those websites for everybody to read, and opens only their chat
     * @param modelShareRatio how much of the language model's limits visitors may use up, 0…1
     */
    public record Widget(Set<String> origins, String key, double modelShareRatio) {

        /** Where its script is. */
        public static final String SCRIPT = "/widget.js";

        /** What its script asks. */
        public static final String CHAT = "/api/widget/chat";

        /** No website. */
        public static final Widget NONE = new Widget(Set.of(), "", 0);

        private static final int SHORTEST_KEY = 16;
        private static final Pattern ORIGIN =
                Pattern.compile(
                        "https?://[a-z0-9.-]+(?::\\d{1,5})?|https?://\\[[0-9a-f:]+](?::\\d{1,5})?");

        public Widget {
            origins = Set.copyOf(origins);
        }

        public boolean enabled() {
            return !origins.isEmpty();
        }

        static Set<String> origins(String text) {
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

    /** What is set wrongly: all of it at once, each with its cure. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(List<String> problems) {
            super(String.join(System.lineSeparator(), problems));
        }
    }

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    entry("talktrack.port", String.valueOf(DEFAULT_PORT)),
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
                    entry("talktrack.llm.requests-per-minute", "60"),
                    entry("talktrack.llm.requests-per-day", "5000"),
                    entry("talktrack.llm.tokens-per-day", "2000000"),
                    entry("talktrack.llm.price-per-million-tokens", "0"),
                    entry("talktrack.llm.cost-per-day", "0"),
                    entry("talktrack.llm.cache-megabytes", "64"));

    /**
     * Reads the configuration of a data folder.
     *
     * @param port from the command line, which wins
     */
    public static Config read(Path data, Optional<Integer> port) throws Invalid, IOException {
        Path file = data.resolve("talktrack.yaml");
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withSources(new PropertiesConfigSource(DEFAULTS, "defaults", 0))
                        .withSources(new EnvConfigSource(System.getenv(), 300));
        List<String> problems = new ArrayList<>();
        if (Files.isReadable(file)) {
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
        }
        SmallRyeConfig settings = builder.build();
        Reader reader = new Reader(settings, problems);
        Config config =
                new Config(
                        data,
                        port.orElseGet(
                                () ->
                                        reader.get(
                                                "port",
                                                "a port from 0 to 65535, like 7070",
                                                Config::port)),
                        reader.get(
                                "zone",
                                "a time zone, like Europe/Berlin or Asia/Shanghai",
                                ZoneId::of),
                        reader.get("max-upload-bytes", "a whole number of bytes", Config::positive),
                        reader.get(
                                "pause-seconds",
                                "seconds from 0.2 to 5, like 0.7",
                                Transcriber::pauseSeconds),
                        reader.get("redact", "true or false", Config::trueOrFalse),
                        reader.get("bleep", "true or false", Config::trueOrFalse),
                        reader.get(
                                "voice-emotion",
                                "off, customer or both",
                                text -> Label.parse(VoiceEmotion.class, text)),
                        new Llm(
                                reader.get(
                                        "llm.provider", "none, openai or ollama", Config::provider),
                                reader.get(
                                        "llm.base-url",
                                        "an address, like http://127.0.0.1:11434",
                                        text -> httpAddress(text).orElseThrow()),
                                reader.get("llm.model", "a model's name", Function.identity()),
                                reader.get("llm.api-key", "a key", Function.identity()),
                                reader.get(
                                        "llm.allow-remote", "true or false", Config::trueOrFalse),
                                reader.get(
                                        "llm.timeout-seconds",
                                        "a whole number of seconds",
                                        text -> Duration.ofSeconds(positive(text))),
                                llmLimits(reader)),
                        reader.get(
                                "models.source",
                                "an address, like https://mirror.example/vosk/, or nothing",
                                Config::httpAddress),
                        recordings(reader),
                        widget(reader));
        if (config.bleep() && !config.redact()) {
            problems.add(
                    "talktrack.bleep is true but talktrack.redact is false: only what is redacted can be bleeped, so set both or neither");
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return config;
    }

    /** The same configuration of a folder under its real path. */
    public Config in(Path folder) {
        return new Config(
                folder,
                port,
                zone,
                maxUploadBytes,
                pauseSeconds,
                redact,
                bleep,
                voiceEmotion,
                llm,
                modelsSource,
                recordings,
                widget);
    }

    private static Widget widget(Reader reader) {
        Set<String> origins =
                reader.get(
                        "chat.widget-origins",
                        "origins parted by commas, like https://www.example.com (no path, small"
                                + " letters), or nothing",
                        Widget::origins);
        String key = reader.get("chat.widget-key", "a key", Function.identity());
        Double share = reader.get("chat.widget-share", "a share from 0 to 1", Config::ratio);
        if (origins == null || share == null) {
            return Widget.NONE;
        }
        if (!origins.isEmpty() && key.length() < Widget.SHORTEST_KEY) {
            reader.problems.add(
                    "talktrack.chat.widget-key has %d characters: write at least %d, which the websites of chat.widget-origins repeat in data-key"
                            .formatted(key.length(), Widget.SHORTEST_KEY));
        }
        return new Widget(origins, key, share);
    }

    /** Nulls where a problem was found; then nobody sees the record. */
    private static Llm.Limits llmLimits(Reader reader) {
        String wanted = "a whole number, or 0 for no limit";
        Long perMinute = reader.get("llm.requests-per-minute", wanted, Config::notNegative);
        Long requests = reader.get("llm.requests-per-day", wanted, Config::notNegative);
        Long tokens = reader.get("llm.tokens-per-day", wanted, Config::notNegative);
        Double price =
                reader.get(
                        "llm.price-per-million-tokens",
                        "a price in any currency, like 0.6, or 0",
                        Config::amount);
        Double cost =
                reader.get(
                        "llm.cost-per-day",
                        "an amount in the currency of the price, or 0 for no limit",
                        Config::amount);
        Long cache = reader.get("llm.cache-megabytes", "a whole number, or 0", Config::notNegative);
        if (price != null && cost != null && cost > 0 && price == 0) {
            reader.problems.add(
                    "talktrack.llm.cost-per-day is set without a price: write"
                            + " talktrack.llm.price-per-million-tokens, too");
        }
        if (perMinute == null
                || requests == null
                || tokens == null
                || price == null
                || cost == null
                || cache == null) {
            return null;
        }
        return new Llm.Limits(perMinute, requests, tokens, price, cost, cache);
    }

    private static Optional<S3Settings> recordings(Reader reader) {
        String bucket = reader.get("recordings.s3.bucket", "a bucket's name", Function.identity());
        Optional<URI> endpoint =
                reader.get(
                        "recordings.s3.endpoint",
                        "an address, like https://s3.example.com, or nothing for Amazon's own",
                        Config::httpAddress);
        String accessKey = reader.get("recordings.s3.access-key", "a key", Function.identity());
        String secretKey = reader.get("recordings.s3.secret-key", "a key", Function.identity());
        Boolean pathStyle =
                reader.get("recordings.s3.path-style", "true or false", Config::trueOrFalse);
        String region = reader.get("recordings.s3.region", "a region", Function.identity());
        String prefix = reader.get("recordings.s3.prefix", "a text", Function.identity());
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            reader.problems.add(
                    "talktrack.recordings.s3 has one of access-key and secret-key: write both, or"
                            + " neither");
        }
        boolean anyOther =
                endpoint == null
                        || endpoint.isPresent()
                        || !(prefix.isEmpty() && accessKey.isEmpty() && secretKey.isEmpty());
        if (bucket.isEmpty() && anyOther) {
            reader.problems.add(
                    "talktrack.recordings.s3 has no bucket, so recordings would not go there: write"
                            + " its name, or none of endpoint, prefix, access-key and secret-key");
        }
        if (bucket.isEmpty() || endpoint == null || pathStyle == null) {
            return Optional.empty();
        }
        return Optional.of(
                new S3Settings(endpoint, bucket, prefix, region, accessKey, secretKey, pathStyle));
    }

    /**
     * An address that can be asked by HTTP; empty for a blank text.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Optional<URI> httpAddress(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(uri);
    }

    private record Reader(SmallRyeConfig settings, List<String> problems) {
        <T> T get(String name, String wanted, Function<String, T> parse) {
            String value = settings.getOptionalValue("talktrack." + name, String.class).orElse("");
            try {
                return parse.apply(value);
            } catch (RuntimeException e) {
                problems.add("talktrack.%s = '%s': write %s".formatted(name, value, wanted));
                return null; // never seen: read() refuses the whole
            }
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

    private static Llm.Provider provider(String text) {
        return Llm.Provider.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * Where data lives when nobody says: the user's data folder, and for root a place that an
     * unprivileged child process can reach.
     *
     * @param name {@code talktrack}, or {@code talktrack-demo}
     */
    public static Path defaultData(String name) {
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/lib", name);
        }
        String dataHome = System.getenv("XDG_DATA_HOME");
        return dataHome == null || dataHome.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", name)
                : Path.of(dataHome, name);
    }
}
