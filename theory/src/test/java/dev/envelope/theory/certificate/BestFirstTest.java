package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.certificate.BestFirst.Cell;
import dev.envelope.theory.certificate.earning.BidPayoff;
import dev.envelope.theory.certificate.earning.HighestRival;
import dev.envelope.theory.certificate.earning.UtilityPayoff;
import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bounds of single cells in all-pay auctions of utility z^α, against all gains on a grid of types and bids, from their formula. */
class BestFirstTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final double[] POWERS = {0.3, 0.6};
    private static final double ALLOWED = 2e-3;
    private static final double CLOSE = 0.02;
    private static final long EFFORT = 1 << 18;
    private static final int BIDS = 400;
    private static final int TYPES = 32;
    private static final double POOL = 0.25;
    private static final double[] POOLS = {0.1, POOL, 0.5};
    private static final double JUST_ABOVE = 1e-9;

    @Test
    void againstALineOfBidsEveryCellIsBoundedByALittleMoreThanItsGain() {
        for (double power : POWERS) {
            all(Rivals.onLines(power, 0, b -> Math.min(1, b / 0.5), 0.5));
        }
    }

    @Test
    void againstTwoUnlikeLinesOfBidsToo() {
        for (double power : POWERS) {
            all(Rivals.onLines(power, 0, b -> Math.min(1, b / 0.4) * Math.min(1, b / 0.7), 0.4, 0.7));
        }
    }

    @Test
    void bidsBelowTheMinimumEarnNothing() {
        for (double power : POWERS) {
            all(Rivals.onLines(power, 0.15, b -> Math.min(1, b / 0.5), 0.5));
        }
    }

    @Test
    void rivalsThatPoolAreTiedWithAndOutbidByNextToNothing() {
        PiecewiseLinearBid inside =
                PiecewiseLinearBid.of(new double[] {0, 0.3, 0.6, 1}, new double[] {0, 0.25, 0.25, 0.5});
        PiecewiseLinearBid atBothEnds =
                PiecewiseLinearBid.of(new double[] {0, 0.2, 0.6, 1}, new double[] {0.1, 0.1, 0.5, 0.5});
        for (double power : POWERS) {
            all(new Rivals(power, 0, b -> b == POOL ? 0.45 : pooled(b), List.of(inside)));
            // Two that are tied with at once share with a third: ∫ (0.3 + 0.3·s)² ds = 0.21.
            all(new Rivals(power, 0, b -> b == POOL ? 0.21 : pooled(b) * pooled(b), List.of(inside, inside)));
            all(new Rivals(power, 0, b -> b == 0.1 ? 0.1 : b == 0.5 ? 0.8 : ofEnds(b), List.of(atBothEnds)));
        }
    }

    private static double pooled(double bid) {
        return bid < POOL ? 0.3 * bid / POOL : Math.min(1, 0.6 + 0.4 * (bid - POOL) / POOL);
    }

    private static double ofEnds(double bid) {
        return bid < 0.1 ? 0 : bid > 0.5 ? 1 : 0.2 + bid - 0.1;
    }

    private static void all(Rivals rivals) {
        int large = 0;
        for (double from : new double[] {0, 0.2, 0.5, 0.8}) {
            for (double width : new double[] {0.2, 0.02}) {
                for (double first : new double[] {0, 0.1, 0.25, 0.5}) {
                    for (double rise : new double[] {0, 0.1}) {
                        large += checked(rivals, TypeCell.line(from, from + width, first, first + rise));
                    }
                }
                large += checked(rivals, TypeCell.line(from, from + width, Double.NaN, Double.NaN));
            }
        }
        // Bounds of gains that large are close enough for a tenth to matter.
        assertThat(large).isGreaterThan(30);
    }

    /** Checks the bounds of {@code cell} and of what it is cut into; 1 if one that is a tenth too low would be seen. */
    private static int checked(Rivals rivals, TypeCell cell) {
        BestFirst search = rivals.search(cell);
        double most = 0;
        for (int k = 0; k <= TYPES + 1; k++) {
            // Just below the highest, bids may not yet tie with a pool.
            double share = k > TYPES ? 1 - JUST_ABOVE : k / (double) TYPES;
            double type = cell.from() + (cell.to() - cell.from()) * share;
            double own = cell.first() + (cell.last() - cell.first()) * share;
            double gain = rivals.gain(type, own);
            assertThat(boundAt(search, type)).isGreaterThanOrEqualTo(gain - 1e-12);
            most = Math.max(most, gain);
        }
        // A hundredth, and as much again as is allowed, are for types and bids between those of the grid.
        assertThat(search.bound()).isBetween(most - 1e-12, 1.01 * most + Math.max(2 * ALLOWED, CLOSE * most));
        return most >= 25 * ALLOWED ? 1 : 0;
    }

    /** The least bound of a cell with {@code type} in it. */
    private static double boundAt(BestFirst search, double type) {
        return search.cells().stream()
                .filter(each ->
                        each.types().from() <= type && type <= each.types().to())
                .mapToDouble(Cell::bound)
                .min()
                .orElseThrow();
    }

    /**
     * Rivals in an all-pay auction.
     *
     * @param power α
     * @param least the minimum bid
     * @param chance the chance to beat all
     * @param bids of each rival
     */
    private record Rivals(double power, double least, DoubleUnaryOperator chance, List<PiecewiseLinearBid> bids) {

        /** Rivals whose bids are lines from 0 with these slopes. */
        private static Rivals onLines(double power, double least, DoubleUnaryOperator chance, Double... slopes) {
            return new Rivals(
                    power,
                    least,
                    chance,
                    Stream.of(slopes)
                            .map(slope -> PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, slope}))
                            .toList());
        }

        private BestFirst search(TypeCell cell) {
            BidPayoff payoff = new UtilityPayoff(
                    new HighestRival(
                            RivalLaws.of(bids.stream()
                                    .map(bid -> new Trader(UNIT, bid, false))
                                    .toList()),
                            true),
                    new ConstantRelativeRiskAversion(power),
                    true,
                    least,
                    false);
            Trader own = new Trader(UNIT, x -> told(cell, x), false);
            FoundGain found = new FoundGain(payoff, own, least, 1);
            found.look(cell.from());
            found.look(cell.to());
            BestFirst search = new BestFirst(payoff, own, least, 1);
            search.add(new Cell(cell, Double.POSITIVE_INFINITY));
            search.cut(found, ALLOWED, CLOSE, EFFORT);
            return search;
        }

        private static double told(TypeCell cell, double type) {
            return cell.first() + (cell.last() - cell.first()) * (type - cell.from()) / (cell.to() - cell.from());
        }

        /** In money for certain, with the best of the grid of bids or none. */
        private double gain(double type, double own) {
            double best = 0;
            for (int k = 0; k <= BIDS; k++) {
                best = Math.max(best, earned(type, least + (1 - least) * k / BIDS));
            }
            for (double pool : POOLS) {
                best = Math.max(best, Math.max(earned(type, pool), earned(type, pool + JUST_ABOVE)));
            }
            return rooted(best, 1 / power) - rooted(own >= least ? earned(type, own) : 0, 1 / power);
        }

        private double earned(double type, double bid) {
            double win = chance.applyAsDouble(bid);
            return win * rooted(type - bid, power) - (1 - win) * Math.pow(bid, power);
        }

        private static double rooted(double money, double exponent) {
            return Math.signum(money) * Math.pow(Math.abs(money), exponent);
        }
    }
}
