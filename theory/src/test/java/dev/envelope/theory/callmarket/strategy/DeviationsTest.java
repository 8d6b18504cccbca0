package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bid earns by order statistics against what it earns in markets that are played. */
class DeviationsTest {

    private static final int DRAWS = 100_000;
    private static final Population MARKET =
            new Population(3, UniformDistribution.of(0.2, 1.2), 2, PowerDistribution.of(2, 0, 1));

    @ParameterizedTest
    @CsvSource({"1, 0.9, 0.7", "1, 0.9, 0.5", "0.4, 1.1, 0.8", "0, 0.8, 0.8", "0.7, 0.5, 0.6"})
    void aBidEarnsWhatTheRulesPayOnAverage(double k, double value, double bid) {
        OfferFunction bids = scaled(0.9);
        OfferFunction asks = scaled(1.1);
        double[] mean = played(k, 0, value, bid);
        assertThat(new Deviations(MARKET, k, bids, asks).payoff(value, bid)).isEqualTo(mean[0], within(5 * mean[1]));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3, 0.3", "0.4, 0.3, 0.5", "0, 0.2, 0.6"})
    void anAskEarnsWhatTheRulesPayOnAverage(double k, double cost, double ask) {
        double[] mean = played(k, 3, cost, ask);
        Deviations mirrored = new Deviations(
                MARKET.mirrored(), 1 - k, scaled(1.1).mirrored(), scaled(0.9).mirrored());
        assertThat(mirrored.payoff(-cost, -ask)).isEqualTo(mean[0], within(5 * mean[1]));
    }

    /** The mean payoff of {@code agent} and its standard error, the others offering 0.9 of values and 1.1 of costs. */
    private static double[] played(double k, int agent, double type, double offer) {
        KDoubleAuction auction = KDoubleAuction.of(3, 2, k);
        Clearing clearing = Clearing.of(3, 2);
        TieOrder ties = TieOrder.byIndex(5);
        SplittableRandom random = new SplittableRandom(23);
        double sum = 0;
        double squares = 0;
        double[] messages = new double[5];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < 5; i++) {
                double rank = random.nextDouble();
                messages[i] = i < 3
                        ? 0.9 * MARKET.values().quantile(rank)
                        : 1.1 * MARKET.costs().quantile(rank);
            }
            messages[agent] = offer;
            auction.clear(messages, ties, clearing);
            double payoff = clearing.units(agent) * type - clearing.payment(agent);
            sum += payoff;
            squares += payoff * payoff;
        }
        double mean = sum / DRAWS;
        return new double[] {mean, Math.sqrt((squares / DRAWS - mean * mean) / DRAWS)};
    }

    private static OfferFunction scaled(double share) {
        return new OfferFunction() {
            @Override
            public double offer(double type) {
                return share * type;
            }

            @Override
            public double typeOf(double offer) {
                return offer / share;
            }
        };
    }
}
