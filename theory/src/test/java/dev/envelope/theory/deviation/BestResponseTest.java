package dev.envelope.theory.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BestResponseTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final BidFunction TRUTH = x -> x;

    @Test
    void theBestBidAgainstTruthfulRivalsIsTheMonopsonists() {
        // Against two truthful rivals (x − b)·b² is largest at 2x/3.
        BestResponse.Reply best =
                search(FirstPriceAuction.of(3, OptionalDouble.empty()), TRUTH).best(0.9);
        assertThat(best.message()).isEqualTo(0.6, within(1e-5));
        assertThat(best.payoff()).isEqualTo(0.3 * 0.36, within(1e-12));
    }

    @Test
    void theFirstPriceAuctionIsNotTruthful() {
        BestResponse search = search(FirstPriceAuction.of(3, OptionalDouble.empty()), TRUTH);
        assertThat(search.payoff(0.9, 0.9)).isZero();
        assertThat(search.gain(0.9)).isEqualTo(0.108, within(1e-12));
    }

    @Test
    void thePayoffOfTruthInASecondPriceAuctionIsTheIntegralOfTheWinProbability() {
        BestResponse search = search(SecondPriceAuction.of(3, OptionalDouble.empty()), TRUTH);
        assertThat(search.payoff(0.9, 0.9)).isEqualTo(0.9 * 0.9 * 0.9 / 3, within(1e-12));
        assertThat(search.payoff(0.9, Mechanism.ABSTAIN)).isZero();
    }

    @Test
    void rivalsThatTieShareTheObject() {
        BestResponse search = search(FirstPriceAuction.of(2, OptionalDouble.empty()), x -> 0.5);
        assertThat(search.payoff(0.9, 0.5)).isEqualTo(0.2, within(1e-12));
        assertThat(search.best(0.9).payoff()).isEqualTo(0.4, within(1e-8));
    }

    @Test
    void truthfulTradersGainFromShading() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        BestResponse seller = BestResponse.of(game, List.of(TRUTH, TRUTH), 1);
        // (1 − a)·((1 + a)/2·½ + a/2 − c) is largest at a = (1 + 2c)/3.
        assertThat(seller.best(0.1).message()).isEqualTo(0.4, within(1e-5));
        assertThat(seller.gain(0.1)).isPositive();
    }

    @Test
    void aProfileOfTheWrongSizeAndAnAgentThatIsNoneAreRefused() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestResponse.of(game, List.of(TRUTH), 0))
                .withMessage("strategies: 1 (expected: one per agent, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestResponse.of(game, List.of(TRUTH, TRUTH), 2))
                .withMessage("agent: 2 (expected: 0 to 1)");
    }

    private static BestResponse search(Mechanism mechanism, BidFunction strategy) {
        int n = mechanism.agents();
        return BestResponse.of(
                new BayesianGame(mechanism, Collections.nCopies(n, UNIT)), Collections.nCopies(n, strategy), 0);
    }
}
