package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsoluteRiskAversionTest {

    private static final double AVERSION = 0.1;
    private static final List<ValueDistribution> TYPES =
            List.of(UniformDistribution.of(0, 100), UniformDistribution.of(20, 70), UniformDistribution.of(10, 60));

    /** What a bid is worth in money for certain, where rivals' chances are read off their bids. */
    private static double worth(Equilibrium equilibrium, int bidder, double value, double bid) {
        double chance = 1;
        for (int j = 0; j < TYPES.size(); j++) {
            int rival = j;
            ValueDistribution type = TYPES.get(j);
            double first = Bisection.first(type.lower(), type.upper(), x -> equilibrium.message(rival, x) >= bid);
            chance *= j == bidder || equilibrium.message(j, type.upper()) < bid ? 1 : type.cdf(first);
        }
        double utility =
                chance * -Math.expm1(-AVERSION * value) * Math.exp(AVERSION * bid) - Math.expm1(AVERSION * bid);
        return -Math.log1p(-utility) / AVERSION;
    }

    /** Where supports differ the bound takes so many cells that it is given up; it is one all the same. */
    @Test
    void threeOfUnlikeSupportsThatAllPayGainNothing() {
        Equilibrium equilibrium =
                Solved.game(new BayesianGame(AllPayAuction.of(3), TYPES, new ConstantAbsoluteRiskAversion(AVERSION)));

        double gain = equilibrium.certificate().largestGain().orElseThrow();
        assertThat(gain).isLessThan(1e-5);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(gain, 100.0);
        for (int i = 0; i < TYPES.size(); i++) {
            for (double rank : new double[] {0.2, 0.6, 0.95}) {
                double value = TYPES.get(i).quantile(rank);
                double own = worth(equilibrium, i, value, equilibrium.message(i, value));
                double best = 0;
                for (double bid = 0; bid < 72; bid += 0.25) {
                    best = Math.max(best, worth(equilibrium, i, value, bid));
                }
                assertThat(best).isLessThan(own + 1e-5);
            }
        }
    }

    @Test
    void boundsComeCloseAmongAlikeBidders() {
        BayesianGame game = new BayesianGame(
                AllPayAuction.of(2),
                Collections.nCopies(2, UniformDistribution.of(0, 1)),
                new ConstantAbsoluteRiskAversion(1));
        assertThat(Solved.game(game).certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-4);
    }
}
