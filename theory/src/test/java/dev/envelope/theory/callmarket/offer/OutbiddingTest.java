package dev.envelope.theory.callmarket.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OutbiddingTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final UniformDistribution LONG = UniformDistribution.of(0, 2);

    /** The density is infinite just above 1.5. */
    private static final ValueDistribution ROOT =
            MixtureDistribution.ofEqual(List.of(LONG, PowerDistribution.of(0.5, 1.5, 2)));

    @Test
    void bidsSolveTheirEquation() {
        Population market = new Population(5, LONG, 2, UNIT);
        List<GaussPanel> panels = Outbidding.from(market, 0.5, 1.2, 0.9).orElseThrow();
        // (v − b)·v^6 = 0.3·1.2^6 + (v^7 − 1.2^7)/7.
        double margin = (0.3 * Math.pow(1.2, 6) + (Math.pow(2, 7) - Math.pow(1.2, 7)) / 7) / Math.pow(2, 6);
        assertThat(bid(panels, 2)).isEqualTo(2 - margin, within(1e-13));
    }

    @Test
    void bidsGoOnPastAnInfiniteDensity() {
        List<GaussPanel> panels = Outbidding.from(new Population(12, ROOT, 5, UNIT), 0.5, 1.2, 0.9)
                .orElseThrow();
        assertThat(panels).hasSizeBetween(20, 200);
        assertThat(panels.get(panels.size() - 1).to()).isEqualTo(2);
        // (v − b)·F^14, its integral over √(v − 1.5) where the density is infinite.
        double wanted = 0.3 * Math.pow(0.3, 14)
                + simpson(1.2, 1.5, v -> Math.pow(ROOT.cdf(v), 14))
                + simpson(0, Math.sqrt(0.5), r -> 2 * r * Math.pow(ROOT.cdf(1.5 + r * r), 14));
        assertThat(bid(panels, 2)).isEqualTo(2 - wanted, within(1e-10));
    }

    @Test
    void bidsGoOnUpToAnInfiniteDensity() {
        ValueDistribution below = MixtureDistribution.ofEqual(
                List.of(LONG, new MirroredDistribution(PowerDistribution.of(0.5, -1.5, -1))));
        List<GaussPanel> panels = Outbidding.from(new Population(12, below, 5, UNIT), 0.5, 1.2, 0.9)
                .orElseThrow();
        double start = Math.pow(below.cdf(1.2), 14);
        double wanted = 0.3 * start
                + simpson(0, Math.sqrt(0.3), r -> 2 * r * Math.pow(below.cdf(1.5 - r * r), 14))
                + simpson(1.5, 2, v -> Math.pow(below.cdf(v), 14));
        // The last piece before it is a billionth of all long, of which the root counts.
        assertThat(bid(panels, 2)).isEqualTo(2 - wanted, within(1e-7));
    }

    @Test
    void smallWeightsOfBidsTakeTooManyPieces() {
        Population market = new Population(12, LONG, 5, UNIT);
        assertThat(Outbidding.from(market, 0.01, 1, 0.9)).isPresent();
        assertThat(Outbidding.from(market, 1e-4, 1, 0.9)).isEmpty();
    }

    private static double bid(List<GaussPanel> panels, double value) {
        return panels.get(panels.size() - 1).at(value);
    }

    private static double simpson(double from, double to, DoubleUnaryOperator f) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * f.applyAsDouble(from + (to - from) * i / steps);
        }
        return sum * (to - from) / steps / 3;
    }
}
