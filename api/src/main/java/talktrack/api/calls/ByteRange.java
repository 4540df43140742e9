package talktrack.api.calls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of a file's bytes (RFC 9110 §14).
 *
 * @param last inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range starts behind the end of the file. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1;
    }

    long length() {
        return last - first + 1;
    }

    /**
     * Reads a Range header.
     *
     * @return empty for what is no single range of bytes: the whole file is the answer then
     */
    static Optional<ByteRange> parse(String header, long size) throws Unsatisfiable {
        Matcher matcher = ONE.matcher(header.strip());
        if (!matcher.matches() || header.strip().equals("bytes=-")) {
            return Optional.empty();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            long suffix = Math.min(Long.parseLong(to), size);
            if (suffix == 0) {
                throw new Unsatisfiable();
            }
            return Optional.of(new ByteRange(size - suffix, size - 1));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (first >= size) {
            throw new Unsatisfiable();
        }
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }
}
