package dev.envelope.theory.audit.interim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Who ties gets what there is with equal chances: k objects of m equals are had by each with the chance k/m. */
class RotationsTest {

    private static final double TIED = 0.5;

    @Test
    void whoeverTiesHasTheSameChance() {
        for (int bidders = 2; bidders <= 7; bidders++) {
            for (int tied = 1; tied < 1 << bidders; tied++) {
                double[] bids = new double[bidders];
                for (int i = 0; i < bidders; i++) {
                    bids[i] = (tied & 1 << i) != 0 ? TIED : i / 100.0;
                }
                int equals = Integer.bitCount(tied);
                for (int units = 1; units < bidders; units++) {
                    double[] got = received(UnitDemandAuction.of(bidders, units, UnitPricing.DISCRIMINATORY), bids);
                    for (int i = 0; i < bidders; i++) {
                        if (bids[i] == TIED) {
                            assertThat(got[i])
                                    .as("bidder %s of %s for %s units", i, Arrays.toString(bids), units)
                                    .isEqualTo(Math.min(1, units / (double) equals), within(1e-12));
                        }
                    }
                }
            }
        }
    }

    @Test
    void tiesOnBothSidesOfAMarketAreBrokenApart() {
        // Two of three equal buyers trade with whom there is below them; two of three equal sellers with whom is above.
        Mechanism market = KDoubleAuction.of(4, 4, 0.5);
        double[] offers = {0.6, 0.6, 0.1, 0.6, 0.5, 0.9, 0.5, 0.95};
        assertThat(received(market, offers))
                .containsExactly(new double[] {2 / 3.0, 2 / 3.0, 0, 2 / 3.0, -1, 0, -1, 0}, within(1e-12));
        double[] crowded = {0.6, 0.7, 0.1, 0.2, 0.5, 0.5, 0.9, 0.5};
        assertThat(received(market, crowded))
                .containsExactly(new double[] {1, 1, 0, 0, -2 / 3.0, -2 / 3.0, 0, -2 / 3.0}, within(1e-12));
    }

    @Test
    void typesForWhichTheSameBidIsPlacedTie() {
        ValueDistribution unit = UniformDistribution.of(0, 1);
        Mechanism auction = FirstPriceAuction.of(5, OptionalDouble.empty());
        List<ValueDistribution> types = Collections.nCopies(5, unit);
        Equilibrium solved = (Equilibrium) Equilibria.of(new BayesianGame(auction, types));
        BidFunction pooling = type -> type < TIED ? 0 : 0.25;
        Equilibrium pooled = new Equilibrium(
                solved.name(), Collections.nCopies(5, pooling), solved.certificate(), solved.predictions());
        assertThat(received(DirectMechanism.of(auction, pooled, types), 0.6, 0.8, 0.9, 0.1, 0.2))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0}, within(1e-12));
    }

    private static double[] received(Mechanism mechanism, double... messages) {
        List<MarketOutcome> outcomes = new Rotations(mechanism).of(messages);
        double[] received = new double[messages.length];
        for (MarketOutcome outcome : outcomes) {
            for (int i = 0; i < received.length; i++) {
                received[i] += outcome.coefficient(i) / outcomes.size();
            }
        }
        return received;
    }
}
