package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.AllPayAuction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnlikeAllPaySolverTest {

    private static Equilibrium solved(ValueDistribution one, ValueDistribution other) {
        return Solved.game(AllPayAuction.of(2), one, other);
    }

    /** U[0,1] and U[0,2] bid 2x³/3 and y^1.5/(3√2); they pay 1/6 and 4/15 on average, and the first wins 1/3 of the time. */
    @Test
    void twoUniformsAreTheClosedForm() {
        Equilibrium equilibrium = solved(UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));

        assertThat(equilibrium.certificate().kind()).isEqualTo(Certificate.Kind.CLOSED_FORM);
        assertThat(equilibrium.message(0, 0.7)).isEqualTo(2 * 0.343 / 3, within(1e-10));
        assertThat(equilibrium.message(1, 1.3)).isEqualTo(Math.pow(1.3, 1.5) / (3 * Math.sqrt(2)), within(1e-10));
        Predictions predictions = equilibrium.predictions();
        assertThat(predictions.revenue()).isEqualTo(13 / 30.0, within(1e-12));
        assertThat(predictions.payments().get(0)).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(predictions.payments().get(1)).isEqualTo(4 / 15.0, within(1e-12));
        assertThat(predictions.tradeProbability()).isOne();
        // E[x·P(win)] is ∫ x³ dx and ∫ y·√(y/2)/2 dy up to 2
        assertThat(predictions.surplus().get(0)).isEqualTo(1 / 4.0 - 1 / 6.0, within(1e-12));
        assertThat(predictions.surplus().get(1)).isEqualTo(4 / 5.0 - 4 / 15.0, within(1e-12));
        assertThat(predictions.firstBestGains()).isEqualTo(13 / 12.0, within(1e-12));
    }

    /** The lowest value of the stronger bids something, so that it wins over all those of the weaker that bid nothing. */
    @Test
    void whoMeetsSilenceBeatsIt() {
        Equilibrium equilibrium = solved(UniformDistribution.of(1, 2), UniformDistribution.of(0, 1));

        assertThat(equilibrium.message(1, 0.4)).isZero();
        assertThat(equilibrium.message(0, 1)).isBetween(Double.MIN_VALUE, 1e-12);
    }

    /** The bound over all types and bids knows nothing of the formula. */
    @Test
    void nothingIsGainedByOtherBids() {
        for (List<ValueDistribution> types : List.<List<ValueDistribution>>of(
                List.of(UniformDistribution.of(1, 2), UniformDistribution.of(0, 1)),
                List.of(PowerDistribution.of(3, 0, 10), UniformDistribution.of(0, 8)),
                List.of(new BetaDistribution(2, 2, 0, 1), UniformDistribution.of(0, 1)))) {
            BayesianGame game = new BayesianGame(AllPayAuction.of(2), types);
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
            double bound = GainBound.of(game, equilibrium.strategies(), GainBound.Effort.USUAL)
                    .bound();
            assertThat(bound).isLessThan(1e-6 * types.get(0).upper());
        }
    }

    /** Three and more bidders and minimum bids: jumps where values stop bidding, an atom at the minimum, and bidders who stay out. */
    @Test
    void nothingIsGainedByOtherBidsAmongMany() {
        UniformDistribution unit = UniformDistribution.of(0, 1);
        for (Map.Entry<Double, List<ValueDistribution>> of : List.of(
                Map.<Double, List<ValueDistribution>>entry(
                        0.0, List.of(unit, PowerDistribution.of(2, 0, 1), PowerDistribution.of(3, 0, 1))),
                Map.<Double, List<ValueDistribution>>entry(
                        0.1, List.of(unit, UniformDistribution.of(0, 0.8), UniformDistribution.of(0, 0.6))),
                Map.<Double, List<ValueDistribution>>entry(
                        0.1, List.of(unit, UniformDistribution.of(0.5, 1.5), UniformDistribution.of(0.2, 2))))) {
            BayesianGame game = new BayesianGame(new AllPayAuction(3, of.getKey()), of.getValue());
            Equilibrium equilibrium = Solved.game(game);

            assertThat(equilibrium.name()).isEqualTo("asymmetric");
            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-10);
            GainBound bound = GainBound.of(game, equilibrium.strategies(), new GainBound.Effort(1e-6, 1 << 12));
            assertThat(bound.bound()).isLessThan(3e-6);
        }
    }

    /** Next to a highest value without density conditions are as stiff as can be, next to one where it has no bound values are hard to tell apart. */
    @Test
    void endsOfDistributionsMayBeWithoutDensityOrBound() {
        ValueDistribution power = PowerDistribution.of(1.63, 0, 1.42);
        for (List<ValueDistribution> types : List.<List<ValueDistribution>>of(
                List.of(
                        new BetaDistribution(1.48, 3.54, 0, 0.91),
                        power,
                        power,
                        new BetaDistribution(3.72, 1.66, 0.76, 1.25)),
                List.of(new BetaDistribution(1.46, 3.36, 0, 0.26), new BetaDistribution(3.76, 2.5, 0, 0.2)),
                List.of(
                        UniformDistribution.of(0, 0.81),
                        new BetaDistribution(1.8, 0.59, 0, 1.11),
                        UniformDistribution.of(0, 1.2)))) {
            Equilibrium equilibrium =
                    Solved.game(AllPayAuction.of(types.size()), types.toArray(new ValueDistribution[0]));
            assertThat(equilibrium.name()).isEqualTo("asymmetric");
            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-10);
        }
    }

    /**
     * Two who know that the object is worth 1 to one and 0.6 to the other bid evenly up to 0.6, the second not at all with chance 0.4 (Hillman
     * and Riley 1989): they pay 0.3 and 0.18, as they do but for little where hardly more values are possible.
     */
    @Test
    void narrowSupportsAreNearlyKnownValues() {
        double width = 1e-6;
        Equilibrium two = Solved.game(
                AllPayAuction.of(2), UniformDistribution.of(1, 1 + width), UniformDistribution.of(0.6, 0.6 + width));
        Equilibrium wide = Solved.game(
                AllPayAuction.of(2),
                new TriangularDistribution(0.5200128949707995, 0.52, 0.520053729044998),
                new TriangularDistribution(1.1366, 0.71, 1.5));
        Equilibrium three = Solved.game(
                new AllPayAuction(3, 0.1),
                new TruncatedNormal(0.84, 0.5, 0.84, 0.84 + width),
                new BetaDistribution(3.47, 3.17, 0, 1.13),
                UniformDistribution.of(0, 0.79));

        assertThat(two.certificate().largestGain().orElseThrow()).isLessThan(1e-9);
        assertThat(two.predictions().payments().get(0)).isEqualTo(0.3, within(width));
        assertThat(two.predictions().payments().get(1)).isEqualTo(0.18, within(width));
        assertThat(wide.certificate().largestGain().orElseThrow()).isLessThan(1e-9);
        assertThat(three.certificate().largestGain().orElseThrow()).isLessThan(1e-9);
    }

    /** Rounding of types is all that keeps the gain above 1e-8 of the range; nothing better is found, and it is given. */
    @Test
    void narrowSupportsFarFromZeroAreAnsweredAsCloselyAsTypesAllow() {
        List<ValueDistribution> types =
                List.of(UniformDistribution.of(1e5, 1e5 + 1), UniformDistribution.of(1e5, 1e5 + 2));
        Equilibrium equilibrium = Solved.game(new BayesianGame(AllPayAuction.of(2), types));
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-5);
    }

    /** Payments and surplus add up to revenue and gains, whoever stays out. */
    @Test
    void predictionsAddUp() {
        Predictions predictions = Solved.game(
                        AllPayAuction.of(3),
                        UniformDistribution.of(0, 1),
                        UniformDistribution.of(0, 1),
                        UniformDistribution.of(0, 0.4))
                .predictions();

        // x²/2 each, and 2/3 of the two highest values
        assertThat(predictions.revenue()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(predictions.gains()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(predictions.surplus().get(2)).isZero();
        assertThat(predictions.firstBestGains()).isGreaterThan(predictions.gains() + 1e-3);
    }

    /** Then the others play as if it were not there. */
    @Test
    void whoCannotPayTheMinimumStaysOut() {
        UniformDistribution unit = UniformDistribution.of(0, 1);
        Equilibrium three = Solved.game(new AllPayAuction(3, 0.7), unit, unit, UniformDistribution.of(0, 0.65));
        Equilibrium two = Solved.game(new AllPayAuction(2, 0.7), unit, unit);

        assertThat(three.message(2, 0.65)).isNaN();
        assertThat(three.message(0, 0.9)).isEqualTo(two.message(0, 0.9), within(1e-9));
        assertThat(three.predictions().revenue()).isEqualTo(two.predictions().revenue(), within(1e-11));
    }

    /** Neither of the two that stay out would if it were the only one. */
    @Test
    void severalMayStayOut() {
        Equilibrium equilibrium = Solved.game(
                AllPayAuction.of(4),
                new TriangularDistribution(0.6246, 0.41, 1.15),
                UniformDistribution.of(0, 0.72),
                new TriangularDistribution(1.0876, 0.17, 1.65),
                UniformDistribution.of(0, 0.78));

        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-11);
        assertThat(equilibrium.message(1, 0.72)).isZero();
        assertThat(equilibrium.message(3, 0.78)).isZero();
    }

    @Test
    void theUnitOfMoneyDoesNotMatter() {
        double[] revenues = new double[3];
        double[] scales = {1, 1e-9, 1e9};
        for (int i = 0; i < scales.length; i++) {
            double scale = scales[i];
            ValueDistribution hump = new BetaDistribution(2, 2, 0, scale);
            Equilibrium equilibrium =
                    Solved.game(new AllPayAuction(3, 0.1 * scale), UniformDistribution.of(0, scale), hump, hump);
            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-10 * scale);
            revenues[i] = equilibrium.predictions().revenue() / scale;
        }
        assertThat(revenues[1]).isEqualTo(revenues[0], within(1e-11));
        assertThat(revenues[2]).isEqualTo(revenues[0], within(1e-11));
    }

    /** Where nobody else's value exceeds the minimum, one bids it alone. */
    @Test
    void aSoleBidderPaysTheMinimum() {
        Equilibrium equilibrium =
                Solved.game(new AllPayAuction(2, 1.2), UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));

        assertThat(equilibrium.message(1, 1.5)).isEqualTo(1.2);
        assertThat(equilibrium.message(1, 1.1)).isNaN();
        assertThat(equilibrium.message(0, 1)).isNaN();
        assertThat(equilibrium.predictions().revenue()).isEqualTo(1.2 * 0.4, within(1e-12));
        // ∫ x dx/2 from 1.2 to 2
        assertThat(equilibrium.predictions().gains()).isEqualTo(0.64, within(1e-12));
    }
}
