package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Language;

/**
 * Puts moments together that are about one matter. A moment goes to the matter that it clearly
 * resembles, wherever that is in the call. Else it goes on with the one spoken of just before: when
 * the rep asks for consequences or value, which presuppose something named; when only facts have
 * been told so far, since facts lead to a trouble; when the question points back ("how often is
 * that?"); when it resembles it a little. Else it opens a matter of its own.
 */
final class Matters {

    /** Two exchanges: as far as "that" reaches back. */
    private static final int NEARBY_TURNS = 4;

    /** No call has more topics that anybody would go back to. */
    private static final int MOST_COMPARED = 100;

    private final Language language;
    private final List<Found> matters = new ArrayList<>();

    private record Placed(NeedMoment moment, Meaning meaning) {}

    private record Found(List<Placed> placed) {
        double likeness(Placed other) {
            return placed.stream()
                    .mapToDouble(one -> one.meaning().likeness(other.meaning()))
                    .max()
                    .orElseThrow();
        }

        Matter matter() {
            return new Matter(placed.stream().map(Placed::moment).toList());
        }

        boolean needy() {
            return placed.stream().anyMatch(one -> one.moment().needy());
        }

        int lastTurn() {
            return placed.getLast().moment().turn();
        }
    }

    private Matters(Language language) {
        this.language = language;
    }

    /** The matters in which something came out, in the order in which they were raised. */
    static List<Matter> of(SpokenCall call) {
        List<NeedMoment> moments = NeedMoment.of(call);
        List<Meaning> meanings =
                Meaning.ofAll(call.language(), moments.stream().map(NeedMoment::text).toList());
        Matters grouping = new Matters(call.language());
        for (int i = 0; i < moments.size(); i++) {
            grouping.place(new Placed(moments.get(i), meanings.get(i)));
        }
        return grouping.matters.stream()
                .map(Found::matter)
                .filter(matter -> matter.depth().isPresent())
                .toList();
    }

    private void place(Placed one) {
        home(one)
                .ifPresentOrElse(
                        matter -> matter.placed().add(one),
                        () -> matters.add(new Found(new ArrayList<>(List.of(one)))));
    }

    private Optional<Found> home(Placed one) {
        Optional<Found> nearest =
                matters
                        .subList(Math.max(0, matters.size() - MOST_COMPARED), matters.size())
                        .stream()
                        .max(Comparator.comparingDouble(matter -> matter.likeness(one)));
        if (nearest.filter(matter -> matter.likeness(one) >= Likeness.sameMatter(language))
                .isPresent()) {
            return nearest;
        }
        Optional<Found> latest =
                matters.stream()
                        .max(Comparator.comparingInt(Found::lastTurn))
                        .filter(matter -> one.moment().turn() - matter.lastTurn() <= NEARBY_TURNS)
                        .filter(matter -> goesOn(matter, one));
        return latest.isPresent() || !one.moment().presupposes() ? latest : nearest;
    }

    private boolean goesOn(Found latest, Placed one) {
        NeedMoment moment = one.moment();
        boolean resembles = latest.likeness(one) >= Likeness.sameMatterNearby(language);
        return switch (moment.asked()) {
            case IMPLICATION, NEED_PAYOFF -> true;
            case SITUATION, PROBLEM ->
                    resembles
                            || !latest.needy()
                            || Phrases.POINTING_BACK.in(
                                    moment.question().orElseThrow().utterance());
            case CHECK, CLOSING, RAPPORT, NONE ->
                    resembles || Phrases.CONSEQUENCE.in(moment.needs().getFirst().utterance());
        };
    }
}
