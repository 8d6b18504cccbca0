package dev.envelope.theory.certificate.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import org.junit.jupiter.api.Test;

class PiecewiseCubicLawTest {

    /** 0 below {@code jump}, from there on half the type more than there, and a half. */
    private static MessageLaw jumping(ValueDistribution type, double jump) {
        double before = Math.nextDown(jump);
        return new Trader(
                        type,
                        PiecewiseCubicBid.through(
                                x -> x < jump ? 0 : 0.5 + (x - jump) / 2,
                                1e-12,
                                type.lower(),
                                before,
                                jump,
                                type.upper()),
                        false)
                .law();
    }

    @Test
    void nobodySendsWhatIsJumpedOver() {
        MessageLaw law = jumping(UniformDistribution.of(0, 1), 0.4);

        assertThat(law.slope(0.1, 0.4)).isEqualTo(new MessageLaw.Slope(0, 0));
        assertThat(law.slope(0, 0.5)).isEqualTo(new MessageLaw.Slope(0, 0));
        assertThat(law.slope(0.4, 0.6).most()).isGreaterThanOrEqualTo(2);
        assertThat(law.slope(0.55, 0.6).least()).isEqualTo(2, within(1e-9));
    }

    /** With F = (x − 1)^(1/20) a sixth of all are within a rounding of 1. */
    @Test
    void whoIsWithinARoundingCounts() {
        MessageLaw law = jumping(PowerDistribution.of(0.05, 1, 2), Math.nextUp(Math.nextUp(1.0)));

        assertThat(law.slope(0.1, 0.4).most()).isPositive();
    }
}
