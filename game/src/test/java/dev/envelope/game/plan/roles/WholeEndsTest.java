package dev.envelope.game.plan.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.AffineDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import org.junit.jupiter.api.Test;

class WholeEndsTest {

    @Test
    void endsThatFloatingPointMissedAreWholeAgain() {
        ValueDistribution noisy = AffineDistribution.of(uniform(0.07, 1.1), 100, 0);
        assertThat(noisy.lower()).isNotEqualTo(7.0);

        ValueDistribution whole = WholeEnds.of(noisy);

        assertThat(whole.lower()).isEqualTo(7);
        assertThat(whole.upper()).isEqualTo(110);
        assertThat(whole.cdf(7)).isZero();
        assertThat(whole.cdf(110)).isEqualTo(1);
        assertThat(whole.density(7)).isPositive();
        assertThat(whole.quantile(0)).isBetween(7.0, 110.0);
        assertThat(whole.quantile(1)).isBetween(7.0, 110.0);
        assertThat(WholeEnds.of(uniform(7, 110))).isNotInstanceOf(WholeEnds.class);
    }

    private static ValueDistribution uniform(double lo, double hi) {
        return StatedValues.distribution(DistributionSpec.uniform(lo, hi));
    }
}
