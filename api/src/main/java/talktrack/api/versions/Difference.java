package talktrack.api.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import talktrack.models.labels.Label;

/** How two versions differ, word by word; in Chinese character by character. */
public final class Difference {

    /** A word with what belongs to it, a character without spaces around it, or what is between. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\p{IsHan}|[\\p{L}\\p{N}'’_-]+?(?=\\p{IsHan})|[\\p{L}\\p{N}'’_-]+|\\s+|(?s:.)");

    private Difference() {}

    /** Whether a piece stands in both versions, only in the earlier or only in the later one. */
    public enum Op implements Label {
        SAME,
        REMOVED,
        ADDED
    }

    /** A piece of text; all pieces without the removed ones are the later text. */
    public record Piece(Op op, String text) {}

    /** One field of both versions; only fields that differ are told. */
    public record Field(String name, List<Piece> pieces) {}

    /**
     * The fields that differ.
     *
     * @param before by name, in the order to show them in
     * @param after the same names
     */
    public static List<Field> between(Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        List<Field> fields = new ArrayList<>();
        for (String name : all.keySet()) {
            String earlier = before.getOrDefault(name, "");
            String later = after.getOrDefault(name, "");
            if (!earlier.equals(later)) {
                fields.add(new Field(name, pieces(earlier, later)));
            }
        }
        return fields;
    }

    static List<Piece> pieces(String earlier, String later) {
        List<Piece> pieces = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas(tokens(earlier), tokens(later))) {
            if (delta.getType() == DeltaType.EQUAL) {
                flush(pieces, removed, added);
                add(pieces, Op.SAME, delta.getSource().getLines());
            } else {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
            }
        }
        flush(pieces, removed, added);
        return pieces;
    }

    /** In linear space: of long texts that have little in common the usual way takes a gigabyte. */
    private static List<AbstractDelta<String>> deltas(List<String> earlier, List<String> later) {
        return DiffUtils.diff(earlier, later, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas();
    }

    /** What was removed in one place stands before what was put there. */
    private static void flush(List<Piece> pieces, List<String> removed, List<String> added) {
        add(pieces, Op.REMOVED, removed);
        add(pieces, Op.ADDED, added);
        removed.clear();
        added.clear();
    }

    private static void add(List<Piece> pieces, Op op, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(op, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
