package talktrack.ingest.catalogue;

import java.util.Locale;

/** Sizes as people read them, in powers of ten as publishers and disks count. */
public final class Bytes {

    private Bytes() {}

    /** Such as {@code 1.9 GB} or {@code 131 MB}. */
    public static String text(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }
}
