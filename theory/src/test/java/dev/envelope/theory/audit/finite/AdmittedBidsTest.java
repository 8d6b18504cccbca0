package dev.envelope.theory.audit.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AdmittedBidsTest {

    private static final AdmittedBids TENTHS = new AdmittedBids(0, 0.6, OptionalDouble.of(0.1));

    /** 3 · 0.1 is not 0.3, and a bid that is to tie has to be 0.3. */
    @Test
    void ticksAreTheDecimalsThatPeopleWrite() {
        assertThat(TENTHS.around(0.2)).containsExactly(0.1, 0.2, 0.3);
        assertThat(TENTHS.around(0.25)).containsExactly(0.2, 0.3);
        assertThat(TENTHS.around(0.6)).containsExactly(0.5, 0.6);
        assertThat(TENTHS.around(0.1 + 0.2)).containsExactly(0.2, 0.3, 0.4);
        assertThat(TENTHS.around(2.3 - 2)).containsExactly(0.2, 0.3, 0.4);
        assertThat(TENTHS.around(0.3, 0.15)).containsExactly(0.1, 0.3, 0.5);
        assertThat(TENTHS.around(0.25, 0.15)).containsExactly(0.1, 0.4);
        assertThat(TENTHS.around(2)).isEmpty();
        assertThat(TENTHS.around(-0.05)).containsExactly(0.0);
    }

    @Test
    void withoutTicksTheNextBidIsTheNextNumber() {
        assertThat(new AdmittedBids(0, 1, OptionalDouble.empty()).around(1)).containsExactly(Math.nextDown(1.0), 1.0);
        assertThat(AdmittedBids.ALL.around(1, 0.25)).containsExactly(0.75, 1.0, 1.25);
        assertThat(AdmittedBids.ALL.around(1)).containsExactly(Math.nextDown(1.0), 1.0, Math.nextUp(1.0));
    }

    @Test
    void theNearestBidIsWithinTheRange() {
        assertThat(TENTHS.nearest(7)).isEqualTo(0.6);
        assertThat(TENTHS.nearest(-7)).isZero();
        assertThat(TENTHS.nearest(0.28)).isEqualTo(0.3);
        assertThat(AdmittedBids.ALL.nearest(7.5)).isEqualTo(7.5);
    }

    @Test
    void rangesAndTicksAreNamed() {
        assertThat(TENTHS.inWords()).isEqualTo(" from 0 to 0.6 on ticks of 0.1");
        assertThat(new AdmittedBids(0, Double.POSITIVE_INFINITY, OptionalDouble.empty()).inWords())
                .isEqualTo(" from 0");
        assertThat(AdmittedBids.ALL.inWords()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmittedBids(2, 1, OptionalDouble.empty()))
                .withMessage("lowest, highest: 2.0, 1.0 (expected: the lowest at most the highest)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmittedBids(0, 1, OptionalDouble.of(0)))
                .withMessage("tick: 0.0 (expected: above 0, finite)");
    }
}
