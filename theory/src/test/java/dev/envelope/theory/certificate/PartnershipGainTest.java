package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What partners with values of U[0, 1] gain by other bids than lines, worked out by hand from who pays what to whom. */
class PartnershipGainTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    private static BayesianGame game(int partners, boolean isWinnersBidPaid) {
        List<ValueDistribution> types = Collections.nCopies(partners, UNIT);
        return new BayesianGame(new PartnershipAuction(types, isWinnersBidPaid), types);
    }

    private static GainBound gain(int partners, boolean isWinnersBidPaid, DoubleUnaryOperator bid) {
        BidFunction line = PiecewiseLinearBid.through(bid, 0, 1, 2);
        return GainBound.of(game(partners, isWinnersBidPaid), Collections.nCopies(partners, line));
    }

    /** Krishna's bids: x/3 and 1/6 + x/3; among three x/4. */
    @Test
    void equilibriaLeaveNothingToGain() {
        assertThat(gain(2, true, x -> x / 3).bound()).isBetween(0.0, 1e-6);
        assertThat(gain(2, false, x -> 1 / 6.0 + x / 3).bound()).isBetween(0.0, 1e-6);
        assertThat(gain(3, true, x -> x / 4).bound()).isBetween(0.0, 1e-6);
    }

    /** b < 1/2 beats half the value of who has less than 2b: (x − b)·2b, and the other's half where it has more, is b² less than at 0. */
    @Test
    void halfTheValueIsTooMuchWhereTheWinnersBidIsPaid() {
        GainBound gain = gain(2, true, x -> x / 2);
        // 2xb − 3b² is x²/3 at x/3 and x²/4 at x/2.
        assertThat(gain.found()).isEqualTo(1 / 12.0, within(1e-4));
        assertThat(gain.bound()).isBetween(1 / 12.0, 1.03 / 12);
        assertThat(gain.type()).isEqualTo(1, within(1e-9));
        assertThat(gain.message()).isEqualTo(1 / 3.0, within(0.01));
    }

    /** Who has nothing and bids b is paid that by all who have more than 2b, and pays half their value to the others. */
    @Test
    void halfTheValueIsTooLittleWhereTheLosersBidIsPaid() {
        GainBound gain = gain(2, false, x -> x / 2);
        // b·(1 − 2b) − b² is 1/12 at 1/6.
        assertThat(gain.found()).isEqualTo(1 / 12.0, within(1e-4));
        assertThat(gain.bound()).isBetween(1 / 12.0, 1.03 / 12);
        assertThat(gain.type()).isEqualTo(0, within(1e-9));
        assertThat(gain.message()).isEqualTo(1 / 6.0, within(0.01));
    }

    /** Against thirds of values 9xb² − 24b³ is 3x³/16 at x/4 and x³/9 at x/3. */
    @Test
    void aThirdOfTheValueIsTooMuchAmongThree() {
        GainBound gain = gain(3, true, x -> x / 3);
        assertThat(gain.found()).isEqualTo(3 / 16.0 - 1 / 9.0, within(1e-4));
        assertThat(gain.bound()).isBetween(3 / 16.0 - 1 / 9.0, 1.03 * (3 / 16.0 - 1 / 9.0));
        assertThat(gain.message()).isEqualTo(0.25, within(0.01));
    }

    @Test
    void otherPartnershipsAndTicksHaveNoBound() {
        assertThat(GainBound.obstacle(game(3, false))).isPresent();
        assertThat(GainBound.obstacleOnTicks(game(2, true))).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gain(3, false, x -> x / 3))
                .withMessageContaining("a partnership whose winner pays its own bid");
    }
}
