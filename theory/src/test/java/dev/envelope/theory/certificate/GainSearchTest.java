package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GainSearchTest {

    private static final Effort FAR = new Effort(1e-3, 1 << 10);
    private static final Effort NEAR = new Effort(1e-7, 1 << 15);

    private static BayesianGame game(Mechanism mechanism) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), UniformDistribution.of(0, 1)));
    }

    private static List<BidFunction> bids(int agents, double share) {
        return Collections.nCopies(agents, PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, share}));
    }

    /** Against half of the value no bid earns more than half of one's own: what is left is the bound's own, and less the longer it is looked at. */
    @Test
    void aLaterLookIsAsCloseAsIfItWereTheFirst() {
        BayesianGame game = game(FirstPriceAuction.of(2, OptionalDouble.of(0)));
        GainSearch search = GainSearch.of(game, bids(2, 0.5));
        GainBound far = search.ofAgent(0, FAR);
        GainBound near = search.ofAgent(1, NEAR);

        assertThat(far.bound()).isBetween(1e-5, 1e-3);
        assertThat(near.bound()).isBetween(0.0, 1.1e-7);
        assertThat(near.cells()).isGreaterThan(far.cells());
        assertThat(search.ofAgent(0, FAR)).isEqualTo(near);
    }

    /** Whoever bids 0.6 of its value against the same gains most at the highest: 1/4·1/0.6 − 0.4 = 1/60. */
    @Test
    void gainsAreFoundAtOnce() {
        BayesianGame game = game(FirstPriceAuction.of(2, OptionalDouble.of(0)));
        GainSearch search = GainSearch.of(game, bids(2, 0.6));

        assertThat(search.ofAgent(0, FAR).found()).isBetween(0.016, 1 / 60.0 + 1e-12);
        assertThat(search.ofAgent(0, NEAR).found()).isBetween(0.0166, 1 / 60.0 + 1e-12);
    }

    @Test
    void oneWithoutLinesBeginsAnew() {
        GainSearch search = GainSearch.of(game(ThirdPriceAuction.of(3)), bids(3, 2));

        assertThat(search.ofAgent(0, FAR).bound()).isLessThan(0.01);
        assertThat(search.ofAgent(0, NEAR).bound()).isLessThan(1e-5);
    }
}
