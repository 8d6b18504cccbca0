package dev.envelope.theory.finite.demand;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackageOutcome;
import dev.envelope.theory.packages.XorBids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Different objects, and bidders that want one package of them each. Checked by {@code DemandPlayTest} by going through who may win together.
 *
 * @param auction the rules
 * @param items how many objects there are
 * @param wants the package of each bidder
 * @param values the distribution of what it is worth, at least 0
 */
public record WantedPackages(PackageAuction auction, int items, List<Bundle> wants, List<DiscreteDistribution> values)
        implements DemandGame {

    /** The relative difference of two totals that is taken for rounding. */
    private static final double SAME = 1e-11;

    private static final double SLOW = 100;
    private static final double FAST = 5;

    /** Copies the lists; there are as many of each. */
    public WantedPackages {
        wants = List.copyOf(wants);
        values = List.copyOf(values);
        if (wants.size() != values.size()) {
            throw new IllegalArgumentException(
                    "wants, values: " + wants.size() + ", " + values.size() + " (expected: one of each per bidder)");
        }
        for (DiscreteDistribution value : values) {
            if (value.lower() < 0) {
                throw new IllegalArgumentException(
                        "values: " + value.lower() + " (expected: at least 0, for packages)");
            }
        }
    }

    @Override
    public int bidders() {
        return wants.size();
    }

    @Override
    public List<DemandType> types(int bidder) {
        DiscreteDistribution value = values.get(bidder);
        return IntStream.range(0, value.size())
                .mapToObj(k -> new DemandType(
                        List.of(value.points().get(k)), value.probabilities().get(k)))
                .toList();
    }

    @Override
    public int firstLike(int bidder) {
        int first = 0;
        while (!wants.get(first).equals(wants.get(bidder)) || !values.get(first).equals(values.get(bidder))) {
            first++;
        }
        return first;
    }

    @Override
    public int wanted() {
        return 1;
    }

    @Override
    public double slowness() {
        return auction.pricing().isCoreSelecting() ? SLOW : FAST;
    }

    /** More than the totals of offers that are taken for equal may differ by, where nobody offers more than it gains by. */
    @Override
    public double rounding() {
        return 4 * slack();
    }

    private double slack() {
        return SAME * values.stream().mapToDouble(DiscreteDistribution::upper).sum();
    }

    @Override
    public List<DemandOutcome> outcomes(List<List<Double>> messages) {
        List<List<PackageBid>> offers = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Bundle wanted = wants.get(i);
            offers.add(messages.get(i).stream()
                    .map(offer -> new PackageBid(wanted, offer))
                    .toList());
        }
        XorBids bids = new XorBids(items, offers);
        return new TiedOrders<>(messages.size(), new TiedAwards(messages.size()))
                .all(best(messages, -1).awards()).stream()
                        .map(likely -> outcome(auction.outcome(bids, likely.order()), likely.chance()))
                        .toList();
    }

    private static DemandOutcome outcome(PackageOutcome outcome, double chance) {
        List<Integer> won = new ArrayList<>();
        for (int i = 0; i < outcome.payments().size(); i++) {
            won.add(outcome.award().isWinner(i) ? 1 : 0);
        }
        return new DemandOutcome(won, outcome.payments(), chance);
    }

    @Override
    public double firstBest(List<List<Double>> types) {
        return best(types, -1).total();
    }

    /** What the others offer together without {@code bidder} beyond what they offer beside it, at every profile. */
    @Override
    public NavigableSet<Double> landmarks(int bidder) {
        TreeSet<Double> landmarks = new TreeSet<>();
        eachOthers(
                bidder,
                (types, chance) -> landmarks.add(rounded(Math.max(
                        0, best(types, -1).total() - best(types, bidder).total()))));
        landmarks.addAll(values.get(bidder).points());
        return landmarks;
    }

    /** {@code difference} of two totals to as many decimals as these have: 2.3 − 2 is 0.3. */
    private double rounded(double difference) {
        double slack = slack();
        return slack > 0
                ? BigDecimal.valueOf(difference)
                        .setScale((int) StrictMath.ceil(-StrictMath.log10(slack)), RoundingMode.HALF_EVEN)
                        .doubleValue()
                : difference;
    }

    /**
     * The highest total of offers that can be accepted together, and by which awards it is reached.
     *
     * @param beside the bidder whose package is given away before, −1 for none
     */
    private Best best(List<List<Double>> offers, int beside) {
        Best best = new Best();
        look(offers, 0, beside < 0 ? 0 : wants.get(beside).members(), 0, 0, best);
        return best;
    }

    private void look(List<List<Double>> offers, int bidder, long given, long award, double total, Best best) {
        if (bidder == offers.size()) {
            best.look(award, total);
            return;
        }
        look(offers, bidder + 1, given, award, total, best);
        double offer = offers.get(bidder).isEmpty() ? 0 : offers.get(bidder).get(0);
        long wanted = wants.get(bidder).members();
        if (offer > 0 && (wanted & given) == 0) {
            look(offers, bidder + 1, given | wanted, award | 1L << bidder, total + offer, best);
        }
    }

    /** The highest total so far, and who wins in awards that may come to it. */
    private static final class Best {

        private final Map<Long, Double> totals = new TreeMap<>();
        private double total;

        void look(long award, double reached) {
            total = Math.max(total, reached);
            if (reached >= least()) {
                totals.put(award, reached);
            }
        }

        private double least() {
            return total * (1 - SAME);
        }

        double total() {
            return total;
        }

        List<Long> awards() {
            return totals.entrySet().stream()
                    .filter(entry -> entry.getValue() >= least())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
