package talktrack.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import talktrack.ingest.store.S3Settings;
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
     *
     * @param contextTokens how much Ollama lets the model read and write at once; 0: as the model
     *     has it set
     * @param secondOpinion whether it is asked about labels that classifiers are unsure of, too
     */
    public record Llm(
            Provider provider,
            URI baseUrl,
            String model,
            String apiKey,
            boolean allowRemote,
            Duration timeout,
            int contextTokens,
            Limits limits,
            boolean secondOpinion) {

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

        /** Where its script says whether an answer helps. */
        public static final String FEEDBACK = CHAT + "/feedback";

        /** Where its script says how to reach a visitor whose question was refused. */
        public static final String CONTACT = CHAT + "/contact";

        /** All that pages of the websites on the list may post to. */
        public static final Set<String> POSTS = Set.of(CHAT, FEEDBACK, CONTACT);

        /** No website. */
        public static final Widget NONE = new Widget(Set.of(), "", 0);

        public Widget {
            origins = Set.copyOf(origins);
        }

        public boolean enabled() {
            return !origins.isEmpty();
        }
    }

    /** What is set wrongly: all of it at once, each with its cure. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(List<String> problems) {
            super(String.join(System.lineSeparator(), problems));
        }
    }

    /**
     * Reads the configuration of a data folder.
     *
     * @param port from the command line, which wins
     */
    public static Config read(Path data, Optional<Integer> port) throws Invalid, IOException {
        return new Settings(data).read(port);
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
