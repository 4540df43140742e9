package talktrack.ingest.decode;

import java.util.Locale;
import java.util.Optional;

/** One line from the child to its parent. */
sealed interface Report {

    String line();

    record At(double doneSeconds, double totalSeconds) implements Report {
        @Override
        public String line() {
            return String.format(Locale.ROOT, "at %.2f %.2f", doneSeconds, totalSeconds);
        }
    }

    record Done(int channels, int sourceChannels, long samples, boolean damaged, boolean sameSound)
            implements Report {
        @Override
        public String line() {
            return "done %d %d %d %b %b"
                    .formatted(channels, sourceChannels, samples, damaged, sameSound);
        }
    }

    record No(Refusal refusal, String cause) implements Report {
        @Override
        public String line() {
            return "refused %s %s".formatted(refusal, cause.replaceAll("\\s+", " "));
        }
    }

    /** Not the file's fault: a library is missing, the disk is full. */
    record Machine(String cause) implements Report {
        @Override
        public String line() {
            return "machine " + cause.replaceAll("\\s+", " ");
        }
    }

    /** Reads a line; whatever a crashing child wrote in between is none. */
    static Optional<Report> parse(String line) {
        String[] words = line.split(" ", 3);
        try {
            return switch (words[0]) {
                case "at" ->
                        Optional.of(
                                new At(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
                case "done" -> Optional.of(done(line.split(" ", -1)));
                case "refused" -> Optional.of(new No(Refusal.valueOf(words[1]), words[2]));
                case "machine" -> Optional.of(new Machine(line.substring("machine ".length())));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Done done(String[] words) {
        return new Done(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                Boolean.parseBoolean(words[4]),
                Boolean.parseBoolean(words[5]));
    }
}
