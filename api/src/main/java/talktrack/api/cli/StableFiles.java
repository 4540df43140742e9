package talktrack.api.cli;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells when files are whole: a file that somebody still writes or copies grows, or its time moves
 * on. One that has not changed for a while, as seen from here, is taken.
 */
final class StableFiles {

    /** How a file looks from outside. */
    record Look(long sizeBytes, FileTime modified) {}

    private static final long FIRST_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMinutes(10).toNanos();

    /**
     * @param fromNanos when it is ready, unless it changes
     * @param pauseNanos how long it has to wait when it fails next
     */
    private record Watched(Look look, long fromNanos, long pauseNanos, boolean settled) {}

    private final long stableNanos;
    private final Map<Path, Watched> watched = new HashMap<>();

    StableFiles(Duration stableFor) {
        stableNanos = stableFor.toNanos();
    }

    /**
     * What is whole and was not settled yet, in the order of the paths.
     *
     * @param found all files that are there now
     * @param nowNanos of {@link System#nanoTime}
     */
    List<Path> ready(Map<Path, Look> found, long nowNanos) {
        watched.keySet().retainAll(found.keySet());
        List<Path> ready = new ArrayList<>();
        found.forEach(
                (file, look) -> {
                    Watched before = watched.get(file);
                    if (before == null || !before.look().equals(look)) {
                        watched.put(
                                file,
                                new Watched(
                                        look, nowNanos + stableNanos, FIRST_PAUSE_NANOS, false));
                    } else if (!before.settled() && nowNanos - before.fromNanos() >= 0) {
                        ready.add(file);
                    }
                });
        return ready.stream().sorted().toList();
    }

    /** This file, as it was last found, needs nothing more. */
    void settle(Path file) {
        watched.computeIfPresent(
                file,
                (path, one) -> new Watched(one.look(), one.fromNanos(), one.pauseNanos(), true));
    }

    /**
     * This file could not be handed over for now: it is ready again after a pause, which doubles
     * every time.
     */
    void postpone(Path file, long nowNanos) {
        watched.computeIfPresent(
                file,
                (path, one) ->
                        new Watched(
                                one.look(),
                                nowNanos + one.pauseNanos(),
                                Math.min(2 * one.pauseNanos(), LONGEST_PAUSE_NANOS),
                                false));
    }

    /** Whether some files are not settled yet. */
    boolean waiting() {
        return watched.values().stream().anyMatch(one -> !one.settled());
    }
}
