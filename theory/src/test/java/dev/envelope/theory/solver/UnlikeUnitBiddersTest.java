package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two units among bidders of several kinds that want one each: many, with very wide values, or risk averse. */
class UnlikeUnitBiddersTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution WIDE = UniformDistribution.of(0, 1.5);

    private static Equilibrium solved(UnitPricing pricing, ValueDistribution... types) {
        return solved(pricing, Utility.riskNeutral(), types);
    }

    private static Equilibrium solved(UnitPricing pricing, Utility utility, ValueDistribution... types) {
        return (Equilibrium) Equilibria.of(
                new BayesianGame(UnitDemandAuction.of(types.length, 2, pricing), List.of(types), utility));
    }

    /** As good as alike, they bid what alike bidders do, also with values that next to never win. */
    @Test
    void manyThatAreAlmostAlikeBidTheFormula() {
        UnitDemand alike = UnitDemand.of(UNIT, 24, 2);
        Equilibrium found = solved(UnitPricing.DISCRIMINATORY, many(12, UNIT, UniformDistribution.of(0, 1.0001)));

        assertThat(found.message(0, 0.6)).isEqualTo(alike.bid(UnitPricing.DISCRIMINATORY, 0.6), within(1e-4));
        assertThat(found.message(0, 0.1)).isEqualTo(alike.bid(UnitPricing.DISCRIMINATORY, 0.1), within(1e-3));
    }

    private static ValueDistribution[] many(int each, ValueDistribution... kinds) {
        ValueDistribution[] types = new ValueDistribution[each * kinds.length];
        Arrays.setAll(types, i -> kinds[i / each]);
        return types;
    }

    /** No bid of a grid earns more against what two kinds bid in 6,000 rounds than the prescribed one, but by 4 standard errors. */
    @Test
    void manyOfTwoKindsBidBestReplies() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            Equilibrium equilibrium = solved(pricing, many(12, UNIT, WIDE));

            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-8);
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-6);
            checkReplies(equilibrium, pricing, 0, 0.85, 0.95);
            checkReplies(equilibrium, pricing, 23, 0.9, 1.2, 1.45);
        }
    }

    private static void checkReplies(Equilibrium equilibrium, UnitPricing pricing, int bidder, double... values) {
        double[][] rivals = rivals(equilibrium, bidder);
        for (double value : values) {
            double own = equilibrium.message(bidder, value);
            for (int k = -10; k <= 10; k++) {
                double other = own + 0.03 * k;
                double mean = 0;
                double squares = 0;
                for (double[] rival : rivals) {
                    double more = earned(pricing, value, other, rival) - earned(pricing, value, own, rival);
                    mean += more / rivals.length;
                    squares += more * more / rivals.length;
                }
                assertThat(mean).isLessThanOrEqualTo(4 * Math.sqrt(squares / rivals.length));
            }
        }
    }

    /** The highest and the second-highest bid of the others, round by round. */
    private static double[][] rivals(Equilibrium equilibrium, int bidder) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] rivals = new double[6_000][2];
        for (double[] rival : rivals) {
            for (int i = 0; i < 24; i++) {
                double bid = equilibrium.message(i, (i < 12 ? 1 : 1.5) * random.nextDouble());
                double highest = rival[0];
                if (i != bidder) {
                    rival[0] = Math.max(highest, bid);
                    rival[1] = Math.max(rival[1], Math.min(highest, bid));
                }
            }
        }
        return rivals;
    }

    private static double earned(UnitPricing pricing, double value, double bid, double... rival) {
        boolean isPricedByRival = pricing == UnitPricing.LOWEST_ACCEPTED && bid > rival[0];
        return bid > rival[1] ? value - (isPricedByRival ? rival[0] : bid) : 0;
    }

    /** Others' values, however large, are no measure of what a bidder may gain: here what is at stake is 1. */
    @Test
    void gainsAreSmallBesideWhatIsAtStake() {
        for (double widest : new double[] {1e4, 1e6}) {
            ValueDistribution strong = UniformDistribution.of(1.9, widest);
            Certificate certificate =
                    solved(UnitPricing.DISCRIMINATORY, strong, strong, UNIT).certificate();

            assertThat(certificate.largestGain().orElseThrow()).isLessThan(1e-6);
            assertThat(certificate.gainBound().orElseThrow()).isLessThan(1e-4);
        }
    }

    /** Here the bids are more than risk-neutral ones by a hundredth or more, and nothing earns more. */
    @Test
    void biddersOfConstantAbsoluteRiskAversionBidMore() {
        ValueDistribution[] types = {UNIT, UNIT, WIDE, WIDE};
        Equilibrium neutral = solved(UnitPricing.DISCRIMINATORY, types);
        Equilibrium averse = solved(UnitPricing.DISCRIMINATORY, new ConstantAbsoluteRiskAversion(2), types);

        assertThat(averse.message(0, 0.8)).isGreaterThan(neutral.message(0, 0.8) + 0.01);
        assertThat(averse.message(3, 0.8)).isGreaterThan(neutral.message(3, 0.8) + 0.01);
        assertThat(averse.certificate().largestGain().orElseThrow()).isLessThan(1e-7);
        assertThat(averse.certificate().gainBound().orElseThrow()).isLessThan(0.05);
    }

    /** Whoever has values beyond those of three others, who compete for the other unit, sets no price with them: all bid 2/3 of their value. */
    @Test
    void valuesToSpareAreBidBeyondTheOthers() {
        Equilibrium equilibrium = solved(UnitPricing.LOWEST_ACCEPTED, UNIT, UNIT, UNIT, UniformDistribution.of(0, 4));

        assertThat(equilibrium.message(0, 0.6)).isEqualTo(0.4, within(1e-9));
        assertThat(equilibrium.message(3, 0.6)).isEqualTo(0.4, within(1e-9));
        assertThat(equilibrium.message(3, 3)).isGreaterThan(2 / 3.0);
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-8);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
    }
}
