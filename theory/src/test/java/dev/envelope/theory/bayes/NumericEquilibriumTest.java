package dev.envelope.theory.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The solver against the closed forms that it does not know. */
class NumericEquilibriumTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void firstPriceBidsAreFoundFromScratch() {
        NumericEquilibrium two = solve(FirstPriceAuction.of(2, OptionalDouble.empty()), UNIT);
        assertThat(two.bound().getAsDouble()).isLessThan(1e-5);
        assertThat(two.strategies().get(0).message(0.7)).isEqualTo(0.35, within(1e-4));
        NumericEquilibrium three = solve(FirstPriceAuction.of(3, OptionalDouble.empty()), UNIT);
        assertThat(three.bound().getAsDouble()).isLessThan(1e-5);
        assertThat(three.strategies().get(0).message(0.6)).isEqualTo(0.4, within(1e-4));
        assertThat(three.averages().get(0).payment()).isEqualTo(1 / 6.0, within(1e-4));
    }

    @Test
    void allPayBidsAreFoundFromScratch() {
        NumericEquilibrium two = solve(AllPayAuction.of(2), UNIT);
        assertThat(two.bound().getAsDouble()).isLessThan(1e-5);
        assertThat(two.strategies().get(0).message(0.6)).isEqualTo(0.18, within(1e-3));
    }

    @Test
    void theLinearDoubleAuctionIsFoundFromScratch() {
        NumericEquilibrium found = solve(BilateralDoubleAuction.of(0.5), UNIT);
        assertThat(found.bound().getAsDouble()).isLessThan(1e-5);
        assertThat(found.strategies().get(0).message(0.7)).isEqualTo(0.7 * 2 / 3 + 1 / 12.0, within(1e-4));
        assertThat(found.strategies().get(1).message(0.4)).isEqualTo(0.4 * 2 / 3 + 0.25, within(1e-4));
        assertThat(found.averages().get(0).gains() + found.averages().get(1).gains())
                .isEqualTo(9 / 64.0, within(1e-3));
    }

    @Test
    void aDoubleAuctionWithoutAClosedFormIsSolvedAndConfirmedByPlaying() {
        List<ValueDistribution> types = List.of(PowerDistribution.of(2, 0, 1), UNIT);
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), types);
        NumericEquilibrium found = NumericEquilibrium.of(game).orElseThrow();
        assertThat(found.relativeGain()).isLessThan(1e-4);
        BestResponse buyer = BestResponse.of(game, found.strategies(), 0);
        assertThat(buyer.gain(0.8)).isBetween(0.0, found.bound().getAsDouble() + 1e-9);
    }

    @Test
    void aMechanismThatNobodyHasAFormulaForIsSolvedToo() {
        // The winner pays the mean of both bids: by payoff equivalence (x·β(x) + ∫_0^x β)/2 = x²/2, so that β(x) =
        // 2x/3.
        NumericEquilibrium found = solve(new MeanPrice(), UNIT);
        assertThat(found.bound()).isEmpty();
        assertThat(found.relativeGain()).isLessThan(1e-4);
        assertThat(found.strategies().get(1).message(0.9)).isEqualTo(0.6, within(2e-3));
        assertThat(2 * found.averages().get(0).payment()).isEqualTo(1 / 3.0, within(1e-3));
    }

    @Test
    void theSameGameGetsTheSameBits() {
        assertThat(solve(AllPayAuction.of(2), UNIT)).isEqualTo(solve(AllPayAuction.of(2), UNIT));
    }

    @Test
    void thirdPriceBidsAreFoundFromScratch() {
        NumericEquilibrium three = solve(ThirdPriceAuction.of(3), UNIT);
        assertThat(three.bound().getAsDouble()).isBetween(three.gain(), 1e-6);
        assertThat(three.strategies().get(2).message(0.7)).isEqualTo(1.4, within(1e-6));
        assertThat(three.averages().get(0).payment()).isEqualTo(1 / 6.0, within(1e-4));
        // β(x) = x + F(x)/((n−2)·f(x)), F = 1 − e^(−x) on [0, 1] up to a factor.
        NumericEquilibrium four = solve(ThirdPriceAuction.of(4), new TruncatedExponential(1, 0, 1));
        assertThat(four.bound().getAsDouble()).isBetween(four.gain(), 1e-5);
        assertThat(four.strategies().get(0).message(0.6)).isEqualTo(0.6 + Math.expm1(0.6) / 2, within(1e-3));
    }

    @Test
    void averagesAreAsExactAsBidsAre() {
        // By revenue equivalence the price is the second-highest value, and somebody always wins.
        NumericEquilibrium far = solve(ThirdPriceAuction.of(3), UniformDistribution.of(100, 101));
        assertThat(3 * far.averages().get(0).payment()).isEqualTo(100.5, within(1e-8));
        assertThat(3 * far.averages().get(0).allocation()).isEqualTo(1, within(1e-10));
        assertThat(3 * far.averages().get(0).gains()).isEqualTo(100.75, within(1e-8));
    }

    @Test
    void aThirdPriceThatIsMixedWithOnesOwnBidIsFoundToo() {
        // The winner pays the mean of its bid and the third: by payoff equivalence E[m] = 2x³/3, so that with β = s·x
        // s·x³/2 + s·x³/6 = 2x³/3 and s = 1.
        NumericEquilibrium found = solve(new MeanOfFirstAndThird(), UNIT);
        assertThat(found.bound()).isEmpty();
        assertThat(found.relativeGain()).isLessThan(1e-4);
        assertThat(found.strategies().get(1).message(0.9)).isEqualTo(0.9, within(1e-3));
        assertThat(found.averages().get(0).payment()).isEqualTo(1 / 6.0, within(1e-3));
    }

    @Test
    void whatCannotBeLookedAtThroughTwoRivalsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solve(new MeanOfAll(), UNIT))
                .withMessageContaining("the second for what is paid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericEquilibrium.of(
                        new BayesianGame(ThirdPriceAuction.of(3), List.of(UNIT, UNIT, UniformDistribution.of(-1, 1)))))
                .withMessageContaining("same lowest type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericEquilibrium.of(
                        new BayesianGame(new MeanOfFirstAndThird(), List.of(UNIT, UNIT, UniformDistribution.of(0, 2)))))
                .withMessageContaining("where its message is what is paid");
        assertThat(NumericEquilibrium.obstacle(
                        new BayesianGame(SecondPriceAuction.of(1, OptionalDouble.empty()), List.of(UNIT))))
                .isPresent();
    }

    private static NumericEquilibrium solve(Mechanism mechanism, ValueDistribution type) {
        return NumericEquilibrium.of(new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), type)))
                .orElseThrow();
    }

    /** Two bidders; the higher bid wins and pays the mean of both. */
    private record MeanPrice() implements Mechanism {

        @Override
        public int agents() {
            return 2;
        }

        @Override
        public Side side(int agent) {
            return Side.BIDDER;
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            int winner = messages[0] > messages[1] || (messages[0] == messages[1] && ties.prefers(0, 1)) ? 0 : 1;
            if (Double.isNaN(messages[1 - winner])) {
                return MarketOutcome.nothing(2);
            }
            return Double.isNaN(messages[winner])
                    ? MarketOutcome.sale(2, 1 - winner, messages[1 - winner])
                    : MarketOutcome.sale(2, winner, (messages[0] + messages[1]) / 2);
        }
    }

    /** Three bidders; the highest bid wins and pays half of itself and half of the lowest. */
    private record MeanOfFirstAndThird() implements Mechanism {

        @Override
        public int agents() {
            return 3;
        }

        @Override
        public Side side(int agent) {
            return Side.BIDDER;
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            MarketOutcome third = ThirdPriceAuction.of(3).outcome(messages, ties);
            int winner = IntStream.range(0, 3)
                    .filter(i -> third.units(i) > 0)
                    .findFirst()
                    .orElse(-1);
            return winner < 0 ? third : MarketOutcome.sale(3, winner, (third.payment(winner) + messages[winner]) / 2);
        }
    }

    /** Four bidders; the highest bid wins and pays the mean of all. */
    private record MeanOfAll() implements Mechanism {

        @Override
        public int agents() {
            return 4;
        }

        @Override
        public Side side(int agent) {
            return Side.BIDDER;
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            MarketOutcome third = ThirdPriceAuction.of(4).outcome(messages, ties);
            int winner = IntStream.range(0, 4)
                    .filter(i -> third.units(i) > 0)
                    .findFirst()
                    .orElse(-1);
            return winner < 0
                    ? third
                    : MarketOutcome.sale(
                            4,
                            winner,
                            Arrays.stream(messages)
                                    .filter(bid -> !Double.isNaN(bid))
                                    .average()
                                    .orElse(0));
        }
    }
}
