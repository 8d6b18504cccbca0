package dev.envelope.theory.units.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UnlikeUnitBidsTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution WIDE = UniformDistribution.of(0, 1.5);
    private static final List<UnitPricing> PRICINGS = List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED);

    private static UnlikeUnitBids bids(UnitPricing pricing, int units, double reserve, ValueDistribution... types) {
        return UnlikeUnitBids.of(List.of(types), units, reserve, pricing, Utility.riskNeutral())
                .orElseThrow();
    }

    @Test
    void alikeBiddersAreTheFormulas() {
        ValueDistribution hump = new BetaDistribution(2, 2, 0, 1);
        for (UnitPricing pricing : PRICINGS) {
            for (double reserve : new double[] {0, 0.3}) {
                UnlikeUnitBids found = bids(pricing, 2, reserve, hump, hump, hump, hump);
                UnitDemand formula = new UnitDemand(hump, 4, 2, reserve);
                for (double x : new double[] {0.35, 0.5, 0.8, 1}) {
                    assertThat(found.bid(1, x)).isEqualTo(formula.bid(pricing, x), within(1e-9));
                    assertThat(found.winProbability(1, x)).isEqualTo(formula.winProbability(x), within(1e-9));
                }
                assertThat(found.envelope(0)).isEqualTo(formula.surplus(), within(1e-9));
                assertThat(found.gains(0)).isEqualTo(formula.gains() / 4, within(1e-9));
            }
        }
    }

    @Test
    void oneUnitIsTheFirstPriceAuction() {
        List<ValueDistribution> types = List.of(UNIT, PowerDistribution.of(2, 0, 1.2), UniformDistribution.of(0, 2));
        Equilibrium firstPrice =
                (Equilibrium) Equilibria.of(new BayesianGame(FirstPriceAuction.of(3, OptionalDouble.empty()), types));
        for (UnitPricing pricing : PRICINGS) {
            UnlikeUnitBids found = UnlikeUnitBids.of(types, 1, 0, pricing, Utility.riskNeutral())
                    .orElseThrow();
            for (int i = 0; i < 3; i++) {
                for (double share : new double[] {0.3, 0.6, 0.9, 1}) {
                    double x = share * types.get(i).upper();
                    assertThat(found.bid(i, x)).isEqualTo(firstPrice.message(i, x), within(1e-7));
                }
            }
        }
    }

    /** Who may have values that nobody else has never sets the price with them, so that all bid half their values: ∫_0^x y/x dy. */
    @Test
    void whoHasValuesToSpareBidsBeyondTheOthers() {
        UnlikeUnitBids found = bids(UnitPricing.LOWEST_ACCEPTED, 2, 0, UNIT, UNIT, WIDE);

        assertThat(found.highestBid()).isEqualTo(0.5, within(1e-9));
        for (double x : new double[] {0.2, 0.7, 0.95}) {
            assertThat(found.bid(0, x)).isEqualTo(x / 2, within(1e-8));
            assertThat(found.bid(2, x)).isEqualTo(x / 2, within(1e-8));
        }
        assertThat(found.bid(2, 1.4)).isGreaterThanOrEqualTo(found.highestBid() - 1e-9);
    }

    /** With values like the others' below 1 two more may have values that those have not: all bid ∫_0^x (y/x)² dy less than x. */
    @Test
    void twoWithValuesToSpareBidBeyondTheOthers() {
        UnlikeUnitBids found = bids(
                UnitPricing.LOWEST_ACCEPTED,
                3,
                0,
                UNIT,
                UNIT,
                UNIT,
                UniformDistribution.of(0, 2),
                UniformDistribution.of(0, 3));

        assertThat(found.highestBid()).isEqualTo(2 / 3.0, within(1e-9));
        for (double x : new double[] {0.2, 0.7, 0.95}) {
            for (int bidder : new int[] {0, 3, 4}) {
                assertThat(found.bid(bidder, x)).isEqualTo(2 * x / 3, within(1e-8));
            }
        }
        assertThat(found.bid(4, 2.5)).isGreaterThanOrEqualTo(found.highestBid() - 1e-9);
    }

    /** Next to a bidder who may want nothing, the others' bids begin with the square of their values; a bid wins unless both others are above. */
    @Test
    void noBidIsBetterWhereSomeValuesAreBelowTheReserve() {
        ValueDistribution some = UniformDistribution.of(-1, 1);
        ValueDistribution wide = UniformDistribution.of(0, 2);
        UnlikeUnitBids found = bids(UnitPricing.DISCRIMINATORY, 2, 0, some, wide, wide);
        for (double x : new double[] {0.05, 0.3, 0.9}) {
            for (int bidder : new int[] {0, 1}) {
                double own = earned(found, bidder, x, found.bid(bidder, x), some, wide);
                for (int k = 0; k <= 300; k++) {
                    assertThat(earned(found, bidder, x, k / 300.0 * x, some, wide))
                            .isLessThan(own + 1e-8);
                }
            }
        }
    }

    private static double earned(
            UnlikeUnitBids found, int bidder, double x, double bid, ValueDistribution some, ValueDistribution wide) {
        double ofWide = wide.survival(Bisection.first(0, 2, y -> found.bid(2, y) >= bid));
        double other = bidder == 0 ? ofWide : some.survival(Bisection.first(0, 1, y -> found.bid(0, y) >= bid));
        return (x - bid) * (1 - ofWide * other);
    }

    /** Against a bidder with values from 50 on the other two are left with the other unit below its bids, and bid half their values. */
    @Test
    void whoHasNoLowValuesLeavesTheOtherUnit() {
        ValueDistribution weak = UniformDistribution.of(0, 100);
        UnlikeUnitBids found = bids(UnitPricing.DISCRIMINATORY, 2, 0, weak, weak, UniformDistribution.of(50, 150));

        assertThat(found.bid(2, 50)).isBetween(15.0, 18.0);
        assertThat(found.bid(0, 20)).isEqualTo(10, within(1e-6));
        assertThat(found.bid(1, 30)).isEqualTo(15, within(1e-6));
        assertThat(found.bid(1, 40)).isGreaterThan(20.5);
    }

    /** Where three have values of at least 1 for two units, no lower bid wins. */
    @Test
    void manyWithoutLowValuesSetTheLeastBid() {
        ValueDistribution low = UniformDistribution.of(0, 2);
        ValueDistribution high = UniformDistribution.of(1, 3);

        assertThat(UnlikeUnitBids.floor(List.of(low, high, high, high), 2, 0)).isEqualTo(1);
        assertThat(UnlikeUnitBids.floor(List.of(low, low, high, high), 2, 0.5)).isEqualTo(0.5);
        assertThat(bids(UnitPricing.DISCRIMINATORY, 2, 0, low, high, high, high).bid(0, 0.8))
                .isEqualTo(0.8);
    }

    /** Where a rival's density has a kink, the bids of all have one: at the value that bids as much. */
    @Test
    void bidsAreSmoothBetweenKnots() {
        ValueDistribution tent = new TriangularDistribution(0.6, 0, 1.2);
        UnlikeUnitBids found = bids(UnitPricing.DISCRIMINATORY, 2, 0, UNIT, UNIT, tent);
        double kink = tent.kinks().get(0);

        assertThat(Arrays.stream(found.knots(0))
                        .map(x -> Math.abs(found.bid(0, x) - found.bid(2, kink)))
                        .min()
                        .orElseThrow())
                .isLessThan(1e-9);
    }

    /** What bids of other values earn, by playing the auction against both rivals' values; the integrals are good to 1e-6. */
    @Test
    void noBidAgainstUnlikeRivalsIsBetter() {
        for (UnitPricing pricing : PRICINGS) {
            UnlikeUnitBids found = bids(pricing, 2, 0, UNIT, WIDE, WIDE);
            double x = 0.6;
            double honest = played(found, pricing, x, found.bid(0, x));
            double rent = Quadrature.integrateWithin(1e-9, y -> found.winProbability(0, y), 0, x);

            assertThat(honest).isEqualTo(rent, within(1e-5));
            for (double like : new double[] {0.4, 0.5, 0.7, 0.9}) {
                assertThat(played(found, pricing, x, found.bid(0, like))).isLessThan(honest - 1e-4);
            }
        }
    }

    private static double played(UnlikeUnitBids found, UnitPricing pricing, double x, double bid) {
        UnitDemandAuction auction = UnitDemandAuction.of(3, 2, pricing);
        TieOrder ties = TieOrder.byIndex(3);
        double met = Bisection.first(0, 1.5, y -> found.bid(1, y) >= bid);
        return Quadrature.integrateWithin(
                1e-7,
                y -> WIDE.density(y)
                        * Quadrature.integrateWithin(
                                1e-7,
                                z -> {
                                    double[] sent = {bid, found.bid(1, y), found.bid(2, z)};
                                    var outcome = auction.outcome(sent, ties);
                                    return WIDE.density(z) * (outcome.units(0) * x - outcome.payment(0));
                                },
                                Kinks.between(0, 1.5, List.of(met, y))),
                Kinks.between(0, 1.5, List.of(met)));
    }

    @Test
    void whatIsNoContestIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bids(UnitPricing.DISCRIMINATORY, 2, 1.2, UNIT, WIDE, WIDE))
                .withMessageContaining("more bidders with values above the reserve of 1.2 than the 2 units, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bids(UnitPricing.LOWEST_ACCEPTED, 2, 0, UNIT, UNIT, UniformDistribution.of(0.5, 1)))
                .withMessageContaining("all begin at the least bid that can win, 0.0, or below it");
        assertThat(UnlikeUnitBids.of(
                        Collections.nCopies(3, UNIT), 2, 0, UnitPricing.DISCRIMINATORY, Utility.riskNeutral()))
                .isPresent();
    }
}
