package dev.envelope.theory.audit.finite;

import dev.envelope.theory.finite.Multiset;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The messages of one bidder that are gone through: the values of each type, in order, then all lists of bids, none above the one before it,
 * that are made of the bids at which something changes, the next below and above each, the lowest and what is beyond all.
 *
 * @param messages empty to bid nothing; first one per type
 * @param ofOthers those that are made of the bids at which something changes, the lowest and what is beyond all
 */
record DemandTried(List<List<Double>> messages, List<List<Double>> ofOthers) {

    /** @throws IllegalArgumentException where there are too many to go through */
    static DemandTried of(DemandGame game, int bidder, AdmittedBids bids) {
        NavigableSet<Double> landmarks = game.landmarks(bidder);
        double margin = Math.max(1, landmarks.last() - landmarks.first());
        TreeSet<Double> beyond = new TreeSet<>();
        beyond.add(bids.nearest(landmarks.last() + margin));
        beyond.add(Math.max(0, bids.nearest(Math.max(0, landmarks.first() - margin))));
        TreeSet<Double> levels = new TreeSet<>(beyond);
        landmarks.forEach(point ->
                bids.around(point, game.rounding()).filter(bid -> bid >= 0).forEach(levels::add));
        game.obstacle(Multiset.count(game.wanted(), levels.size() + 1)).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        TreeSet<Double> few = new TreeSet<>(beyond);
        landmarks.stream().filter(bids::admits).forEach(few::add);
        List<List<Double>> messages = new ArrayList<>(
                game.types(bidder).stream().map(DemandType::values).toList());
        Set<List<Double>> truths = Set.copyOf(messages);
        lists(levels, game.wanted()).stream()
                .filter(message -> !truths.contains(message))
                .forEach(messages::add);
        return new DemandTried(messages, lists(few, game.wanted()));
    }

    /** All lists of up to {@code most} of {@code bids}, none above the one before it. */
    private static List<List<Double>> lists(Collection<Double> bids, int most) {
        List<List<Double>> lists = new ArrayList<>(List.of(List.of()));
        int from = 0;
        for (int length = 1; length <= most; length++) {
            int to = lists.size();
            for (int k = from; k < to; k++) {
                List<Double> shorter = lists.get(k);
                for (double bid : bids) {
                    if (shorter.isEmpty() || bid <= shorter.get(shorter.size() - 1)) {
                        List<Double> longer = new ArrayList<>(shorter);
                        longer.add(bid);
                        lists.add(longer);
                    }
                }
            }
            from = to;
        }
        return lists;
    }
}
