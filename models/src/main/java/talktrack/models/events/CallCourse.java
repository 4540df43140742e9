package talktrack.models.events;

import java.util.List;
import java.util.OptionalInt;
import talktrack.models.labels.Behaviour;

/**
 * What happens in which tenth of a call.
 *
 * @param rows one for each behaviour that could be looked for; none where the rep is not known or
 *     the words are too doubtful
 */
public record CallCourse(List<Row> rows) {

    public static final int TENTHS = 10;
    public static final CallCourse NONE = new CallCourse(List.of());

    /**
     * @param tenths all ten, in order
     */
    public record Row(Behaviour behaviour, List<Tenth> tenths) {
        public Row {
            tenths = List.copyOf(tenths);
        }
    }

    /**
     * @param thousandths thousand times a count or a share, as the behaviour says; absent where
     *     there is nothing to take a share of
     * @param evidence the utterances that show it
     */
    public record Tenth(OptionalInt thousandths, List<String> evidence) {
        public Tenth {
            thousandths = thousandths == null ? OptionalInt.empty() : thousandths;
            evidence = List.copyOf(evidence);
        }
    }

    public CallCourse {
        rows = List.copyOf(rows);
    }
}
