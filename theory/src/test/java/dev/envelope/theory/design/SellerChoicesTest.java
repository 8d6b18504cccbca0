package dev.envelope.theory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SellerChoicesTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution BIMODAL =
            MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 3), UniformDistribution.of(3, 8)));

    /** Keeping it is worth 0.2: 2p − 1 = 0.2 last, then R = 0.6·0.4 + 0.6·0.2 = 0.36; buyers pay 0.68·0.32 + 0.68·0.6·0.4. */
    @Test
    void offersLeaveRoomForWhatKeepingIsWorth() {
        PostedPrices.Offers offers = PostedPrices.sequential(List.of(UNIT, UNIT), 0.2);

        assertThat(offers.prices().get(0)).isEqualTo(0.68, within(1e-14));
        assertThat(offers.prices().get(1)).isEqualTo(0.6, within(1e-14));
        assertThat(offers.revenue()).isEqualTo(0.3808, within(1e-14));
        assertThat(PostedPrices.given(List.of(UNIT, UNIT), offers.prices())).isEqualTo(offers);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostedPrices.given(List.of(UNIT), List.of(0.5, 0.5)))
                .withMessageContaining("prices: [0.5, 0.5]");
    }

    @Test
    void offersFallAsBuyersLeave() {
        PostedPrices.Offers offers = PostedPrices.sequential(List.of(UNIT, UNIT));
        assertThat(offers.prices()).containsExactly(0.625, 0.5);
        assertThat(offers.revenue()).isEqualTo(25 / 64.0, within(1e-15));
    }

    @Test
    void noOtherPairOfOffersEarnsMore() {
        List<ValueDistribution> types = List.of(BIMODAL, PowerDistribution.of(2, 0, 5));
        double best = PostedPrices.sequential(types).revenue();
        for (double first = 0; first <= 8; first += 0.05) {
            for (double second = 0; second <= 5; second += 0.05) {
                double refused = types.get(0).cdf(first);
                double revenue = first * (1 - refused)
                        + refused * second * (1 - types.get(1).cdf(second));
                assertThat(revenue).isLessThanOrEqualTo(best + 1e-12);
            }
        }
    }

    @Test
    void noOtherAnonymousPriceEarnsMore() {
        List<ValueDistribution> types = List.of(BIMODAL, BIMODAL, UNIT);
        PostedPrices.Choice best = PostedPrices.anonymous(types);
        for (double p = 0; p <= 8; p += 0.01) {
            double sold = 1 - BIMODAL.cdf(p) * BIMODAL.cdf(p) * UNIT.cdf(p);
            assertThat(p * sold).isLessThanOrEqualTo(best.revenue() + 1e-12);
        }
    }

    @Test
    void theBestCommonReserveJumpsWhereItGivesUpTheWeakBidder() {
        // THEORY: 1/2 up to k = 0.41316…, (1+k)/2 above.
        assertThat(commonReserve(0.41)).isEqualTo(0.5, within(1e-12));
        assertThat(commonReserve(0.42)).isEqualTo(0.71, within(1e-12));
    }

    private static double commonReserve(double k) {
        return Comparisons.commonReserve(List.of(UniformDistribution.of(0, 1 + k), UniformDistribution.of(0, 1 - k)))
                .price();
    }

    @Test
    void standardFormatsEarnTheSame() {
        List<Double> revenues = Comparisons.revenues(
                List.of(
                        FirstPriceAuction.of(3, OptionalDouble.empty()),
                        SecondPriceAuction.of(3, OptionalDouble.empty()),
                        AllPayAuction.of(3),
                        ThirdPriceAuction.of(3)),
                Collections.nCopies(3, UNIT));
        for (double revenue : revenues) {
            assertThat(revenue).isEqualTo(0.5, within(1e-12));
        }
    }

    @Test
    void aMechanismWithoutAKnownEquilibriumIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparisons.revenues(
                        List.of(new EntryFeeAuction(FirstPriceAuction.of(3, OptionalDouble.empty()), 0.1)),
                        Collections.nCopies(3, UNIT)))
                .withMessageContaining("mechanism: first_price")
                .withMessageContaining("entry fee");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostedPrices.sequential(List.of()))
                .withMessage("types: [] (expected: at least one)");
    }
}
