package dev.envelope.theory.finite.demand;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.Multiset;
import dev.envelope.theory.numeric.PlainNumber;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitsOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Identical units, of which each bidder wants several: what each further one is worth to it are independent draws in decreasing order.
 * Checked by {@code DemandPlayTest} against all draws.
 *
 * @param auction the rules
 * @param wanted how many units each bidder wants, at least 1
 * @param draws the distribution of each bidder's draws, at least 0
 * @param typesOfAll what these come to
 */
public record SeveralUnits(
        MultiUnitAuction auction, int wanted, List<DiscreteDistribution> draws, List<List<DemandType>> typesOfAll)
        implements DemandGame {

    /** The most types of one bidder that are listed. */
    private static final double MOST_TYPES = 20_000;

    /** Copies the lists. */
    public SeveralUnits {
        draws = List.copyOf(draws);
        typesOfAll = typesOfAll.stream().map(List::copyOf).toList();
    }

    /**
     * The game of bidders whose draws are {@code draws}.
     *
     * @throws IllegalArgumentException where nothing is wanted, a value is below 0, or there are too many types to list
     */
    public static SeveralUnits of(MultiUnitAuction auction, int wanted, List<DiscreteDistribution> draws) {
        if (wanted < 1) {
            throw new IllegalArgumentException("wanted: " + wanted + " (expected: at least 1)");
        }
        tooManyTypes(wanted, draws).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        List<List<DemandType>> types = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            int first = draws.indexOf(draws.get(i));
            if (draws.get(i).lower() < 0) {
                throw new IllegalArgumentException(
                        "values: " + draws.get(i).lower() + " (expected: at least 0, for units)");
            }
            types.add(first < i ? types.get(first) : types(draws.get(i), wanted));
        }
        return new SeveralUnits(auction, wanted, draws, types);
    }

    /** Why the types of who wants {@code wanted} units are too many to list; empty where they are not. */
    public static Optional<String> tooManyTypes(int wanted, List<DiscreteDistribution> draws) {
        double most = draws.stream()
                .mapToDouble(draw -> Multiset.count(wanted, draw.size()))
                .max()
                .orElse(0);
        return most > MOST_TYPES
                ? Optional.of("types: " + PlainNumber.of(most) + " of one bidder (expected: at most "
                        + PlainNumber.of(MOST_TYPES) + ")")
                : Optional.empty();
    }

    private static List<DemandType> types(DiscreteDistribution draw, int wanted) {
        List<DemandType> types = new ArrayList<>();
        for (Multiset drawn : Multiset.all(draw, wanted)) {
            List<Double> values = new ArrayList<>();
            for (int k = wanted - 1; k >= 0; k--) {
                values.add(drawn.draw(k));
            }
            types.add(new DemandType(values, drawn.chance()));
        }
        return types;
    }

    @Override
    public int bidders() {
        return draws.size();
    }

    @Override
    public List<DemandType> types(int bidder) {
        return typesOfAll.get(bidder);
    }

    @Override
    public int firstLike(int bidder) {
        return draws.indexOf(draws.get(bidder));
    }

    @Override
    public List<DemandOutcome> outcomes(List<List<Double>> messages) {
        DemandBids bids = new DemandBids(messages);
        return new TiedOrders<>(messages.size(), tied(messages))
                .all(Collections.nCopies(messages.size(), 0)).stream()
                        .map(likely -> outcome(auction.outcome(bids, likely.order()), likely.chance()))
                        .toList();
    }

    /** The bids that are as high as the last that wins and as the first that does not. */
    private TiedUnits tied(List<List<Double>> messages) {
        List<Double> ranked = messages.stream()
                .flatMap(List::stream)
                .filter(bid -> bid >= auction.reserve())
                .sorted(Comparator.reverseOrder())
                .toList();
        int units = auction.units();
        if (ranked.size() <= units || !ranked.get(units).equals(ranked.get(units - 1))) {
            return new TiedUnits(0, List.of());
        }
        Double last = ranked.get(units);
        return new TiedUnits(
                units - ranked.indexOf(last),
                messages.stream()
                        .map(message -> Collections.frequency(message, last))
                        .toList());
    }

    private static DemandOutcome outcome(UnitsOutcome outcome, double chance) {
        return new DemandOutcome(outcome.units(), outcome.payments(), chance);
    }

    @Override
    public double firstBest(List<List<Double>> types) {
        return types.stream()
                .flatMap(List::stream)
                .sorted(Comparator.reverseOrder())
                .limit(auction.units())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** All that anybody bids, and the reserve. */
    @Override
    public NavigableSet<Double> landmarks(int bidder) {
        TreeSet<Double> landmarks = new TreeSet<>(Collections.singleton(auction.reserve()));
        draws.forEach(draw -> landmarks.addAll(draw.points()));
        return landmarks;
    }
}
