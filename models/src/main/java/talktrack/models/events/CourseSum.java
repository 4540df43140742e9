package talktrack.models.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import talktrack.models.labels.Behaviour;

/**
 * A behaviour in one tenth, summed over calls.
 *
 * @param tenth from 0
 * @param sumThousandths of the calls' counts or shares, in thousandths
 * @param n calls in which it could be measured, each counting once
 */
public record CourseSum(Behaviour behaviour, int tenth, long sumThousandths, int n) {

    private record Place(Behaviour behaviour, int tenth) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int first = behaviour.compareTo(other.behaviour);
            return first != 0 ? first : Integer.compare(tenth, other.tenth);
        }
    }

    /**
     * @param sign 1 to add the call, −1 to take it away
     */
    static List<CourseSum> with(List<CourseSum> sums, CallCourse call, int sign) {
        Map<Place, CourseSum> all = new TreeMap<>();
        sums.forEach(sum -> all.put(new Place(sum.behaviour, sum.tenth), sum));
        for (CallCourse.Row row : call.rows()) {
            for (int tenth = 0; tenth < row.tenths().size(); tenth++) {
                var value = row.tenths().get(tenth).thousandths();
                if (value.isPresent()) {
                    all.merge(
                            new Place(row.behaviour(), tenth),
                            new CourseSum(
                                    row.behaviour(), tenth, (long) sign * value.getAsInt(), sign),
                            CourseSum::added);
                }
            }
        }
        return all.values().stream().filter(sum -> sum.n != 0).toList();
    }

    private static CourseSum added(CourseSum one, CourseSum two) {
        return new CourseSum(
                one.behaviour, one.tenth, one.sumThousandths + two.sumThousandths, one.n + two.n);
    }
}
