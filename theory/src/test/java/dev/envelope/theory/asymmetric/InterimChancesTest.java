package dev.envelope.theory.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InterimChancesTest {

    /** The averages over types are those that the solution sums over bids: other integrals of the same functions. */
    @Test
    void averagesOverTypesAreTheSolutions() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 1), PowerDistribution.of(2, 0, 1.5));
        AsymmetricFirstPrice auction = AsymmetricFirstPrice.of(types, OptionalDouble.of(0.25));
        InterimChances chances = new InterimChances(auction);

        assertThat(chances.payment(0) + chances.payment(1)).isEqualTo(auction.revenue(), within(1e-9));
        for (int i = 0; i < 2; i++) {
            int bidder = i;
            ValueDistribution own = types.get(i);
            double surplus = Quadrature.integrateWithin(
                    1e-11, x -> chances.utility(bidder, x) * own.density(x), 0.25, own.upper());
            double wins = Quadrature.integrateWithin(
                    1e-11, x -> chances.winProbability(bidder, x) * own.density(x), 0.25, own.upper());
            assertThat(surplus).isEqualTo(auction.surplus(i), within(1e-9));
            assertThat(wins).isEqualTo(auction.winProbability(i), within(1e-9));
        }
    }

    @Test
    void belowTheReserveNobodyWins() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 2));
        InterimChances chances = new InterimChances(AsymmetricFirstPrice.of(types, OptionalDouble.of(0.5)));

        assertThat(chances.winProbability(0, 0.4)).isZero();
        assertThat(chances.payment(0, 0.4)).isZero();
        assertThat(chances.winProbability(1, 2)).isEqualTo(1, within(1e-12));
    }
}
