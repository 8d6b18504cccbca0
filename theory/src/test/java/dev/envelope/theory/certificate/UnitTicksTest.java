package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.interim.Rotations;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gains on ticks of units against all profiles of ticks, played in every order of those that tie. */
class UnitTicksTest {

    private static final double TICK = 0.1;
    private static final double RESERVE = 0.2;
    private static final int TICKS = 17;

    private static final List<ValueDistribution> TYPES =
            List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1.5), PowerDistribution.of(2, 0, 1.2));

    /** Higher bids than in equilibrium, so that many gain by less. */
    private static double bid(double value) {
        return value < RESERVE ? Mechanism.ABSTAIN : RESERVE + 0.8 * (value - RESERVE);
    }

    private static BayesianGame game(UnitPricing pricing, Utility utility) {
        return new BayesianGame(new UnitDemandAuction(3, new MultiUnitAuction(2, pricing, RESERVE)), TYPES, utility);
    }

    @Test
    void gainsAreThoseOfEnumeratedProfiles() {
        for (UnitPricing pricing : UnitPricing.values()) {
            isAsEnumerated(game(pricing, Utility.riskNeutral()), 1);
        }
        isAsEnumerated(game(UnitPricing.DISCRIMINATORY, new ConstantRelativeRiskAversion(0.5)), 2);
    }

    /** Gains are of what is as good for certain, W^{@code power}·(v − b) where the own bid is paid. */
    private static void isAsEnumerated(BayesianGame game, double power) {
        for (int agent = 0; agent < 3; agent++) {
            double[][] earned = earned(game.mechanism(), agent);
            List<Double> types = new ArrayList<>();
            double upper = TYPES.get(agent).upper();
            for (int tick = 0; tick < TICKS; tick++) {
                double turn = first(agent, tick);
                Collections.addAll(types, turn - 1e-9, turn + 1e-9);
            }
            Collections.addAll(types, RESERVE - 1e-9, RESERVE + 1e-9, upper);
            double largest = 0;
            for (double type : types) {
                if (type < 0 || type > upper) {
                    continue;
                }
                double best = 0;
                for (double[] by : earned) {
                    best = Math.max(best, worth(by, type, power));
                }
                double message = bid(type);
                double own = Double.isNaN(message) ? 0 : worth(earned[(int) Math.rint(message / TICK)], type, power);
                largest = Math.max(largest, best - own);
            }
            GainBound gain = GainBound.onTicksOfAgent(
                    game, Collections.nCopies(3, (BidFunction) UnitTicksTest::bid), agent, TICK);

            assertThat(gain.found()).as("%s, agent %s", game, agent).isEqualTo(largest, within(1e-7));
            assertThat(gain.bound()).isBetween(largest - 1e-7, largest + 1e-7);
            assertThat(largest).isGreaterThan(0.001);
        }
    }

    private static double worth(double[] chanceAndPayment, double type, double power) {
        double chance = chanceAndPayment[0];
        return chance == 0 ? 0 : Math.pow(chance, power) * (type - chanceAndPayment[1] / chance);
    }

    /** The chance to win with each tick, and what is paid on average. */
    private static double[][] earned(Mechanism mechanism, int agent) {
        Rotations rules = new Rotations(mechanism);
        int one = (agent + 1) % 3;
        int other = (agent + 2) % 3;
        double[][] earned = new double[TICKS][2];
        for (int own = 0; own < TICKS; own++) {
            for (int a = -1; a < TICKS; a++) {
                for (int b = -1; b < TICKS; b++) {
                    double[] bids = new double[3];
                    bids[agent] = own * TICK;
                    bids[one] = a < 0 ? Mechanism.ABSTAIN : a * TICK;
                    bids[other] = b < 0 ? Mechanism.ABSTAIN : b * TICK;
                    double probability = chance(one, a) * chance(other, b);
                    List<MarketOutcome> outcomes = probability == 0 ? List.of() : rules.of(bids);
                    for (MarketOutcome outcome : outcomes) {
                        earned[own][0] += probability * outcome.units(agent) / outcomes.size();
                        earned[own][1] += probability * outcome.payment(agent) / outcomes.size();
                    }
                }
            }
        }
        return earned;
    }

    /** The chance that {@code agent} sends so many ticks; −1 for nothing. */
    private static double chance(int agent, int tick) {
        ValueDistribution type = TYPES.get(agent);
        return tick < 0 ? type.cdf(RESERVE) : type.cdf(first(agent, tick + 1)) - type.cdf(first(agent, tick));
    }

    /** The lowest type that sends so many ticks or more. */
    private static double first(int agent, int tick) {
        double least = (tick - 0.5) * TICK;
        return Bisection.first(RESERVE, TYPES.get(agent).upper(), value -> bid(value) >= least);
    }

    /** Three bid half their values for two units, by the formula: what rounding costs grows with the square of the tick. */
    @Test
    void roundingCostsTheMoreTheLargerTheTick() {
        BayesianGame alike = new BayesianGame(
                UnitDemandAuction.of(3, 2, UnitPricing.LOWEST_ACCEPTED),
                Collections.nCopies(3, UniformDistribution.of(0, 1)));
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(alike);
        double fine = GainBound.onTicks(alike, equilibrium.strategies(), 0.01).bound();
        double coarse = GainBound.onTicks(alike, equilibrium.strategies(), 0.1).bound();

        assertThat(fine).isBetween(1e-5, 1e-3);
        assertThat(coarse).isBetween(10 * fine, 0.05);
    }
}
