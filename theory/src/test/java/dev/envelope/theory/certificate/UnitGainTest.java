package dev.envelope.theory.certificate;

import static dev.envelope.theory.certificate.KnownGains.CLOSE;
import static dev.envelope.theory.certificate.KnownGains.UNIT;
import static dev.envelope.theory.certificate.KnownGains.bracket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Bounds on gains of bidders that want one of several units each. */
class UnitGainTest {

    /**
     * Two units, three bidders that bid a quarter of their values: a bid b wins where not both rivals have more than 4b, and with the lowest
     * accepted price pays the higher rival bid, (4y)² distributed, where that is lower.
     */
    @Test
    void bidsForUnitsThatAreTooLowAreSeenToLose() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            BayesianGame game = new BayesianGame(UnitDemandAuction.of(3, 2, pricing), Collections.nCopies(3, UNIT));
            DoubleUnaryOperator refund = b -> pricing == UnitPricing.DISCRIMINATORY ? 0 : 16 * b * b * b / 3;
            double gain = 0;
            for (int i = 0; i <= 1000; i++) {
                double own = unitPayoff(i / 1000.0, i / 4000.0, refund);
                for (int k = 0; k <= 1000; k++) {
                    gain = Math.max(gain, unitPayoff(i / 1000.0, k / 4000.0, refund) - own);
                }
            }
            GainBound bound = GainBound.of(
                    game, Collections.nCopies(3, PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.25})));

            assertThat(gain).isGreaterThan(0.01);
            bracket(bound.found(), gain, bound.bound());
            assertThat(bound.bound()).isLessThan(CLOSE * gain);
        }
    }

    private static double unitPayoff(double value, double bid, DoubleUnaryOperator refund) {
        double chance = 1 - (1 - 4 * bid) * (1 - 4 * bid);
        return (value - bid) * chance + refund.applyAsDouble(bid);
    }

    /** Truth gains nothing where the highest rejected bid is paid, whoever the rivals are. */
    @Test
    void truthAboutUnitsGainsNothing() {
        List<ValueDistribution> types = List.of(UNIT, new BetaDistribution(2, 3, 0, 1), UniformDistribution.of(0.2, 2));
        BayesianGame game = new BayesianGame(
                new UnitDemandAuction(3, new MultiUnitAuction(2, UnitPricing.HIGHEST_REJECTED, 0.3)), types);
        List<BidFunction> truth = types.stream()
                .<BidFunction>map(type -> PiecewiseLinearBid.of(
                        new double[] {type.lower(), type.upper()}, new double[] {type.lower(), type.upper()}))
                .toList();

        assertThat(GainBound.of(game, truth).bound()).isBetween(0.0, 1e-6);
    }
}
