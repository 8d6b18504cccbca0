package dev.envelope.theory.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AsymmetricFirstPriceTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void twoUniformsBeginAndEndWhereKaplanAndZamirSay() {
        AsymmetricFirstPrice auction = solved(NONE, UniformDistribution.of(0, 1), UniformDistribution.of(0.5, 1.5));
        assertThat(auction.lowestBid()).isEqualTo(0.25, within(1e-12));
        assertThat(auction.maximumBid()).isEqualTo((1.5 - 0.0625) / 2, within(1e-10));
        assertThat(DeviationSearch.largestGain(auction)).isLessThan(1e-9);
    }

    @Test
    void aBidderStrongerThanAnyRivalBidsTheRivalsHighestValue() {
        AsymmetricFirstPrice auction = solved(NONE, UniformDistribution.of(0, 1), UniformDistribution.of(6, 7));
        assertThat(auction.bid(1, 6.5)).isEqualTo(1);
        assertThat(auction.bid(0, 0.5)).isEqualTo(0.5);
        assertThat(auction.revenue()).isEqualTo(1, within(1e-12));
        assertThat(auction.surplus(1)).isEqualTo(5.5, within(1e-12));
        assertThat(auction.winProbability(1)).isEqualTo(1, within(1e-12));
    }

    @Test
    void twoPowersEndWhereTheFormulaSays() {
        AsymmetricFirstPrice auction = solved(NONE, PowerDistribution.of(1, 0, 1), PowerDistribution.of(3, 0, 1));
        double top = 1 - Math.exp((h(3) - h(1)) / (1.0 / 3 - 1));
        assertThat(auction.maximumBid()).isEqualTo(top, within(1e-10));
    }

    private static double h(double a) {
        return -(1 + 1 / a) * Math.log(1 + 1 / a) - Math.log(a) / a;
    }

    @Test
    void aReserveKeepsTypesBelowItOut() {
        AsymmetricFirstPrice auction =
                solved(OptionalDouble.of(0.5), UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));
        assertThat(auction.bid(0, 0.49)).isNaN();
        assertThat(auction.bid(0, 0.5)).isEqualTo(0.5, within(1e-9));
        assertThat(auction.saleProbability()).isEqualTo(1 - 0.125, within(1e-14));
        assertThat(auction.winProbability(0) + auction.winProbability(1))
                .isEqualTo(auction.saleProbability(), within(1e-9));
    }

    @Test
    void aWeakThirdBidderEndsBelowTheTopBid() {
        ValueDistribution strong = UniformDistribution.of(0, 1);
        AsymmetricFirstPrice auction = solved(NONE, strong, strong, UniformDistribution.of(0, 0.6));
        assertThat(auction.bid(2, 0.6)).isLessThan(auction.maximumBid() - 1e-3);
        assertThat(DeviationSearch.largestGain(auction)).isLessThan(1e-9);
    }

    @Test
    void twentyBiddersAreSolvedAsWellAsTwo() {
        List<ValueDistribution> types = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            types.add(UniformDistribution.of(0, 1));
            types.add(PowerDistribution.of(2, 0, 1));
        }
        assertThat(DeviationSearch.largestGain(AsymmetricFirstPrice.of(types, NONE)))
                .isLessThan(1e-8);
    }

    @Test
    void twoUniformsFromZeroBidAsGriesmerLevitanAndShubikSay() {
        for (double top : new double[] {2, 100}) {
            AsymmetricFirstPrice auction = solved(NONE, UniformDistribution.of(0, 1), UniformDistribution.of(0, top));
            double k = 1 - 1 / (top * top);
            for (double v : new double[] {0.001, 0.1, 0.5, 0.9, 1}) {
                assertThat(auction.bid(0, v)).isEqualTo((1 - Math.sqrt(1 - k * v * v)) / (k * v), within(1e-11 * top));
                double strong = v * top;
                assertThat(auction.bid(1, strong))
                        .isEqualTo((Math.sqrt(1 + k * strong * strong) - 1) / (k * strong), within(1e-11 * top));
            }
        }
    }

    @Test
    void fiftyBiddersThatAreAlikeButForTheNameBidAsIfTheyWere() {
        AsymmetricFirstPrice auction =
                AsymmetricFirstPrice.of(many(25, UniformDistribution.of(0, 1), PowerDistribution.of(1, 0, 1)), NONE);
        for (double v : new double[] {0.001, 0.3, 0.7, 0.999, 1}) {
            assertThat(auction.bid(0, v)).isEqualTo(0.98 * v, within(1e-11));
            assertThat(auction.bid(25, v)).isEqualTo(0.98 * v, within(1e-11));
        }
        assertThat(auction.revenue()).isEqualTo(49 / 51.0, within(1e-11));
        assertThat(auction.misallocationProbability()).isEqualTo(0, within(1e-9));
    }

    @Test
    void fiftyBiddersWithTheReserveOfFiveClassesHaveNothingToGain() {
        ValueDistribution[] classes = {
            UniformDistribution.of(0, 1),
            UniformDistribution.of(0.1, 1.2),
            UniformDistribution.of(0.2, 1.4),
            UniformDistribution.of(0.3, 1.6),
            UniformDistribution.of(0.5, 2)
        };
        for (OptionalDouble reserve : List.of(NONE, OptionalDouble.of(0.7))) {
            AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(many(10, classes), reserve);
            assertThat(DeviationSearch.largestGain(auction)).isLessThan(1e-12);
            double wins = 0;
            for (int i = 0; i < 50; i += 10) {
                wins += 10 * auction.winProbability(i);
                assertThat(auction.bid(i, classes[i / 10].upper())).isLessThanOrEqualTo(auction.maximumBid());
            }
            assertThat(wins).isEqualTo(auction.saleProbability(), within(1e-9));
        }
    }

    @Test
    void densitiesThatVanishAtTheTopAndHazardsFarApartAtTheReserveAreSolved() {
        ValueDistribution thin = new BetaDistribution(2, 4, 0, 1);
        List<List<ValueDistribution>> games = List.of(
                List.of(new BetaDistribution(2, 2, 0, 1), thin),
                List.of(PowerDistribution.of(1, 0, 1), PowerDistribution.of(3, 0, 1)),
                List.of(UniformDistribution.of(0, 1), PowerDistribution.of(5, 0, 1), thin));
        for (List<ValueDistribution> types : games) {
            AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(types, OptionalDouble.of(0.3));
            assertThat(DeviationSearch.largestGain(auction)).isLessThan(1e-11);
            assertThat(auction.unsolvedShare()).isLessThan(1e-10);
            double wins = 0;
            for (int i = 0; i < types.size(); i++) {
                wins += auction.winProbability(i);
            }
            assertThat(wins).isEqualTo(auction.saleProbability(), within(1e-9));
        }
    }

    private static List<ValueDistribution> many(int each, ValueDistribution... classes) {
        List<ValueDistribution> types = new ArrayList<>();
        for (ValueDistribution type : classes) {
            types.addAll(Collections.nCopies(each, type));
        }
        return types;
    }

    /**
     * The strongest's lowest type bids where its payoff against values is highest, so that the others' margins vanish there faster than
     * any power of its chances.
     */
    @Test
    void threeBiddersThatBeginAtDifferentValuesAreSolved() {
        for (double[][] ends : new double[][][] {
            {{0.2, 1.4}, {0.42, 1.56}, {0.55, 1.95}},
            {{0, 1}, {0.3, 2}, {0.2, 1.5}},
            {{0, 1}, {0.1, 1.2}, {0.3, 1.5}, {0.5, 1.7}}
        }) {
            List<ValueDistribution> types = new ArrayList<>();
            for (double[] end : ends) {
                types.add(UniformDistribution.of(end[0], end[1]));
            }
            AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(types, OptionalDouble.empty());
            assertThat(auction.unsolvedShare()).isLessThan(1e-9);
            assertThat(DeviationSearch.largestGain(auction)).isBetween(0.0, 1e-9);
        }
    }

    /** With 0.4, above the best bid 0.3 of the lowest type of the second, margins at the reserve are as small as its chances' squares. */
    @Test
    void aReserveBelowTheStrongersLowestValueIsSolved() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0.1, 1.1), UniformDistribution.of(0.5, 1.2));
        for (double reserve : new double[] {0.3, 0.35, 0.4, 0.45, 0.5}) {
            AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(types, OptionalDouble.of(reserve));
            assertThat(auction.lowestBid()).isEqualTo(reserve, within(1e-12));
            assertThat(DeviationSearch.largestGain(auction)).isBetween(0.0, 1e-9);
            assertThat(auction.unsolvedShare()).isLessThan(1e-9);
        }
    }

    @Test
    void nobodyAndASoleBidderWithoutReserveAreRefused() {
        assertThatThrownBy(() -> AsymmetricFirstPrice.of(List.of(), NONE)).hasMessageContaining("two bidders");
        assertThatThrownBy(() -> solved(NONE, UniformDistribution.of(0, 1))).hasMessageContaining("reserve");
    }

    private static AsymmetricFirstPrice solved(OptionalDouble reserve, ValueDistribution... types) {
        return AsymmetricFirstPrice.of(List.of(types), reserve);
    }
}
