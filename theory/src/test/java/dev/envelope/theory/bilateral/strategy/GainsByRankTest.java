package dev.envelope.theory.bilateral.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainsByRankTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void theyAreTheGainsToAFewDigits() {
        GainsByRank gains = new GainsByRank(new Traders(UNIT, UNIT));
        // Chatterjee and Samuelson trade where the value exceeds the cost by a quarter; a sixth is the most there is.
        assertThat(gains.from(0.25, value -> value - 0.25)).isEqualTo(9 / 64.0, within(1e-5));
        assertThat(gains.from(0, value -> value)).isEqualTo(1 / 6.0, within(1e-5));
        assertThat(gains.from(0, value -> -1)).isZero();
        assertThat(gains.from(0, value -> 1)).isEqualTo(0, within(1e-12));
    }

    @Test
    void theyOrderPathsAsTheFiguresDo() {
        Traders traders = new Traders(new BetaDistribution(2, 3, 0, 1), UNIT);
        List<SmoothDoubleAuction> auctions = SmoothDoubleAuction.byGains(traders, 0.5);
        assertThat(auctions).hasSizeGreaterThan(20);
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < auctions.size(); i += 10) {
            double gains = auctions.get(i).figures().gains();
            assertThat(gains).isLessThan(most + 1e-4);
            most = gains;
        }
    }
}
