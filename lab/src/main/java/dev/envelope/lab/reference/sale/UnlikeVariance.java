package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.Format;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.envelope.HighestValueWins;
import dev.envelope.theory.envelope.HighestVirtualValueWins;
import dev.envelope.theory.envelope.InterimAllocation;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How much revenue varies among bidders that differ: E[(R − m)²], m being E[R]. A first-price winner pays its bid; where truth
 * is dominant the winner pays the least value with which it wins, of which q_i is the distribution; in the all-pay auction
 * bids are independent.
 *
 * @param setting one format
 * @param auction its equilibrium
 */
record UnlikeVariance(AuctionSetting setting, PlayedAuction auction) {

    private static final double ACCURACY = 1e-13;

    /** How far the probabilities to win may be from that of a sale, which shows what ties would distort. */
    private static final double SAME = 1e-8;

    double variance() {
        return switch (Format.parse(setting.formats().get(0))) {
            case FIRST_PRICE -> ofBids();
            case SECOND_PRICE -> ofLeastWinningValues(new HighestValueWins(auction.types(), least()));
            case OPTIMAL -> ofLeastWinningValues(virtual());
            case ALL_PAY -> ofAllBids();
            case THIRD_PRICE ->
                throw new IllegalArgumentException(
                        "bidders: " + auction.types() + " (expected: alike, with a third price)");
        };
    }

    private double ofBids() {
        double sold = 0;
        double mean = 0;
        for (int i = 0; i < auction.types().size(); i++) {
            sold += won(i, bid -> 1);
            mean += won(i, bid -> bid);
        }
        if (Math.abs(sold - auction.saleProbability()) > SAME) {
            throw new IllegalArgumentException("chances to win: " + sold + " together (expected: that of a sale, "
                    + auction.saleProbability() + ")");
        }
        double variance = (1 - sold) * mean * mean;
        double centre = mean;
        for (int i = 0; i < auction.types().size(); i++) {
            variance += won(i, bid -> (bid - centre) * (bid - centre));
        }
        return variance;
    }

    /** E[g(bid); {@code bidder} wins]. */
    private double won(int bidder, DoubleUnaryOperator g) {
        ValueDistribution type = auction.types().get(bidder);
        return Expectation.of(type, auction.cutOff(bidder), type.upper(), accuracy(), ends(), x -> {
            double chance = auction.winProbability(bidder, x);
            return chance == 0 ? 0 : chance * g.applyAsDouble(auction.bid(bidder, x));
        });
    }

    private double ofAllBids() {
        double variance = 0;
        for (int i = 0; i < auction.types().size(); i++) {
            int bidder = i;
            ValueDistribution type = auction.types().get(i);
            double mean = auction.payment(i);
            variance += Expectation.of(type, type.lower(), type.upper(), accuracy(), ends(), x -> {
                double bid = auction.bid(bidder, x);
                return (bid - mean) * (bid - mean);
            });
        }
        return variance;
    }

    private InterimAllocation virtual() {
        if (auction.types().stream().anyMatch(type -> !type.isRegular())) {
            throw new IllegalArgumentException(
                    "setting.mechanism: optimal (expected: regular values, for a variance; ties have no one price)");
        }
        return new HighestVirtualValueWins(OptimalAuction.of(auction.types(), setting.sellerValue()));
    }

    private double ofLeastWinningValues(InterimAllocation allocation) {
        double mean = taken(allocation, y -> y, y -> 1);
        double sold = taken(allocation, y -> 1, y -> 0);
        return (1 - sold) * mean * mean + taken(allocation, y -> (y - mean) * (y - mean), y -> 2 * (y - mean));
    }

    /**
     * E[g(R); sold] = Σ_i ∫ q_i·(g·f_i − g'·(1 − F_i)) dy from the least price on, which is ∫ g·(1 − F_i) dq_i by parts. A
     * second price may lie below all values of the winner; the least type of the optimal auction does not.
     */
    private double taken(InterimAllocation allocation, DoubleUnaryOperator g, DoubleUnaryOperator slope) {
        double taken = 0;
        for (int i = 0; i < allocation.types().size(); i++) {
            int bidder = i;
            ValueDistribution type = allocation.types().get(i);
            double from = allocation.threshold(i);
            if (from >= type.upper()) {
                continue;
            }
            List<Double> kinks = new ArrayList<>(allocation.kinks(i));
            kinks.addAll(type.kinks());
            taken += Expectation.of(
                    type,
                    from,
                    type.upper(),
                    accuracy(),
                    kinks,
                    y -> allocation.winProbability(bidder, y) * g.applyAsDouble(y));
            taken -= Quadrature.integrateWithin(
                    accuracy(),
                    y -> allocation.winProbability(bidder, y) * slope.applyAsDouble(y) * (1 - type.cdf(y)),
                    Kinks.between(from, type.upper(), kinks));
        }
        return taken;
    }

    private double least() {
        return setting.reserve()
                .orElse(auction.types().stream()
                        .mapToDouble(ValueDistribution::lower)
                        .min()
                        .orElseThrow());
    }

    private List<Double> ends() {
        List<Double> ends = new ArrayList<>();
        auction.types().forEach(type -> ends.addAll(List.of(type.lower(), type.upper())));
        return ends;
    }

    private double accuracy() {
        double most = auction.types().stream()
                .mapToDouble(type -> Math.max(Math.abs(type.lower()), Math.abs(type.upper())))
                .max()
                .orElseThrow();
        return ACCURACY * most * most;
    }
}
