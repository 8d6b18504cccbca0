package dev.envelope.theory.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** First-price auctions in which classes bid less than the top bid, whatever their values. */
class LateBiddersTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** As bids fall, values of the third fall by a multiple of that, ln F by the third power of that. */
    @Test
    void densitiesThatAreZeroAtATopWhereNobodyBidsTheTopBid() {
        check(NONE, PowerDistribution.of(2.57, 0.21, 0.67), beta(0.43, 0.63), PowerDistribution.of(3.09, 0.25, 1.08));
        check(
                OptionalDouble.of(0.37),
                PowerDistribution.of(0.76, 0.24, 0.96),
                UniformDistribution.of(0.22, 1.11),
                beta(0.43, 0.84));
        check(
                OptionalDouble.of(0.2),
                new TruncatedNormal(0.49, 0.36, 0.05, 0.79),
                beta(0.09, 0.35),
                PowerDistribution.of(1.38, 0.38, 1.68));
    }

    @Test
    void severalThatBeginOneAfterTheOther() {
        check(
                NONE,
                UniformDistribution.of(0.09, 1.19),
                PowerDistribution.of(2.75, 0.28, 1.2),
                UniformDistribution.of(0.11, 0.46),
                PowerDistribution.of(1.9, 0.24, 1.7),
                beta(0.04, 1.38));
    }

    /** The second of these is nearly late: that it bids the top bid after all shows once the first guess is improved. */
    @Test
    void oneThatSeemsLateAndIsNot() {
        check(
                OptionalDouble.of(0.34),
                UniformDistribution.of(0.35, 1.67),
                beta(0.4, 1.25),
                new TruncatedNormal(0.95, 0.18, 0.55, 1.33),
                PowerDistribution.of(1.98, 0.49, 1.07));
        check(
                NONE,
                beta(0.42, 1.13),
                new TriangularDistribution(1.36, 0.35, 1.87),
                new TriangularDistribution(0.28, 0.12, 0.94));
    }

    /** At the top of the second there is no density, so that its value falls fast from there on, however slowly ln F does. */
    @Test
    void aReserveThatTwoAreRarelyAbove() {
        check(
                OptionalDouble.of(0.65),
                new TriangularDistribution(0.48, 0.35, 1.43),
                new BetaDistribution(1.99, 2.91, 0.4, 0.81));
    }

    /** Where F of the second is 1e-11, values differ from the lowest one by less than rounding. */
    @Test
    void aDensityThatIsInfiniteAtALowestValue() {
        check(
                OptionalDouble.of(0.12),
                new TruncatedNormal(0.84, 0.26, 0.27, 0.87),
                PowerDistribution.of(0.62, 0.46, 1.54),
                PowerDistribution.of(1.14, 0.25, 1.84),
                new TruncatedNormal(0.72, 0.51, 0.44, 1.39));
    }

    /** The third begins where its margin is 1/T, which is half the margin of the other two. */
    @Test
    void theHighestValueOfALateBidderIsIndifferentToBiddingMore() {
        AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(
                List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1), beta(0, 0.7)), NONE);
        double bid = auction.bid(2, 0.7);
        double others = Bisection.first(0, 1, value -> auction.bid(0, value) > bid);
        assertThat(bid).isLessThan(auction.maximumBid() - 1e-2);
        assertThat(0.7 - bid).isEqualTo((others - bid) / 2, within(1e-10));
    }

    private static ValueDistribution beta(double lower, double upper) {
        return new BetaDistribution(2, 3, lower, upper);
    }

    private static void check(OptionalDouble reserve, ValueDistribution... types) {
        AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(List.of(types), reserve);
        assertThat(auction.unsolvedShare()).isLessThan(1e-10);
        assertThat(DeviationSearch.largestGain(auction)).isBetween(0.0, 1e-10);
        double wins = 0;
        for (int i = 0; i < types.length; i++) {
            wins += auction.winProbability(i);
        }
        assertThat(wins).isEqualTo(auction.saleProbability(), within(1e-9));
    }
}
