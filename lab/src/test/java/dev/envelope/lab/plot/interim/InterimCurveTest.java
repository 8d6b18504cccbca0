package dev.envelope.lab.plot.interim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.plot.Point;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InterimCurveTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> UNLIKE =
            List.of(UniformDistribution.of(0, 1.5), UniformDistribution.of(0, 0.5));

    @Test
    void payoffEquivalenceAgreesWithPlayingTheMechanism() {
        assertPlayed(new BayesianGame(OptimalAuction.of(UNLIKE, 0), UNLIKE));
        assertPlayed(new BayesianGame(SecondPriceAuction.of(2, OptionalDouble.of(0.3)), UNLIKE));
        List<ValueDistribution> alike = Collections.nCopies(3, UNIT);
        assertPlayed(new BayesianGame(FirstPriceAuction.of(3, OptionalDouble.of(0.4)), alike));
    }

    private static void assertPlayed(BayesianGame game) {
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        assertThat(KnownAllocation.of(game)).isPresent();
        for (int agent = 0; agent < 2; agent++) {
            MessagePayoff payoff = MessagePayoff.integrated(game, equilibrium.strategies(), agent);
            for (InterimPoint point : InterimCurve.of(game, equilibrium, agent)) {
                double played = payoff.of(point.type(), point.message());
                assertThat(point.payoff()).as(game.mechanism() + " " + point).isCloseTo(played, within(1e-9));
            }
        }
    }

    @Test
    void unlikeBiddersInAFirstPriceAuctionArePlayedSinceTheHighestValueMayLose() {
        BayesianGame game = new BayesianGame(FirstPriceAuction.of(2, OptionalDouble.empty()), UNLIKE);
        assertThat(KnownAllocation.of(game)).isEmpty();
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        List<InterimPoint> strong = InterimCurve.of(game, equilibrium, 0);
        List<InterimPoint> weak = InterimCurve.of(game, equilibrium, 1);
        double top = 0.375; // the highest bid of both: (w1·w2 − (l1+l2)²/4)/(w1+w2−l1−l2)
        assertThat(strong.get(strong.size() - 1).payoff()).isCloseTo(1.5 - top, within(1e-6));
        assertThat(weak.get(weak.size() - 1).payoff()).isCloseTo(0.5 - top, within(1e-6));
    }

    @Test
    void aBuyersPayoffInTheLinearEquilibriumIsThatOfChatterjeeAndSamuelson() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        List<InterimPoint> curve = InterimCurve.of(game, (Equilibrium) Equilibria.of(game), 0);
        assertThat(curve).hasSizeGreaterThan(15).allSatisfy(point -> {
            double over = Math.max(0, point.type() - 0.25); // costs below v − 1/4 trade
            assertThat(point.allocation()).isCloseTo(over, within(1e-8));
            assertThat(point.payoff()).isCloseTo(over * over / 2, within(1e-8));
        });
    }

    @Test
    void drawsAgreeWithQuadratureToWithinChance() {
        BayesianGame game = new BayesianGame(FirstPriceAuction.of(2, OptionalDouble.empty()), List.of(UNIT, UNIT));
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        double exact = 0.4 * 0.8; // a bid of 0.4 wins against values below 0.8
        assertThat(MessagePayoff.integrated(game, equilibrium.strategies(), 0).of(0.8, 0.4))
                .isCloseTo(exact, within(1e-9));
        double error = 0.4 * Math.sqrt(0.8 * 0.2 / MessagePayoff.DRAWS);
        assertThat(MessagePayoff.sampled(game, equilibrium.strategies(), 0).of(0.8, 0.4))
                .isCloseTo(exact, within(4 * error))
                .isNotEqualTo(exact);
    }

    @Test
    void whatAThirdPriceEarnsIsNotIntegrated() {
        List<ValueDistribution> types = Collections.nCopies(3, UNIT);
        BayesianGame game = new BayesianGame(ThirdPriceAuction.of(3), types);
        assertThat(MessagePayoff.isIntegrable(game)).isFalse();
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        MessagePayoff drawn = MessagePayoff.of(game, equilibrium.strategies(), 0);
        for (InterimPoint point : InterimCurve.of(game, equilibrium, 0)) {
            double exact = Math.pow(point.type(), 3) / 3; // U = ∫ x²
            assertThat(point.payoff()).isCloseTo(exact, within(1e-9));
            assertThat(drawn.of(point.type(), point.message()))
                    .isCloseTo(exact, within(4 / Math.sqrt(MessagePayoff.DRAWS)));
        }
    }

    /** Two units among three who tell the truth: a bid b wins with 1 − (1 − b)² and pays b² − 2b³/3 on average. */
    @Test
    void whatUnitsEarnIsNotDrawn() {
        BayesianGame game = new BayesianGame(
                UnitDemandAuction.of(3, 2, UnitPricing.HIGHEST_REJECTED), Collections.nCopies(3, UNIT));
        double exact = 0.8 * (1 - 0.6 * 0.6) - (0.4 * 0.4 - 2 * 0.4 * 0.4 * 0.4 / 3);
        assertThat(MessagePayoff.of(game, Collections.nCopies(3, BidFunction.TRUTH), 0)
                        .of(0.8, 0.4))
                .isCloseTo(exact, within(1e-12));
    }

    @Test
    void theEnvelopeTurnsWhereTwoLinesMeet() {
        List<InterimPoint> lines = List.of(line(0, 0), line(0.5, 0.25), line(1, 0.625), line(0.75, 0.9));
        assertThat(Envelope.of(lines, 0, 1))
                .containsExactly(new Point(0, 0), new Point(0.5, 0), new Point(0.75, 0.125), new Point(1, 0.375));
    }

    private static InterimPoint line(double allocation, double payment) {
        return new InterimPoint(0, Mechanism.ABSTAIN, allocation, payment, -payment, 0);
    }
}
