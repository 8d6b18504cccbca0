package dev.envelope.theory.callmarket.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Averages over draws of a population that plays a mechanism truthfully. */
final class Simulated {

    private static final int DRAWS = 40_000;

    private final Population population;
    private final CallMechanism mechanism;

    Simulated(Population population, CallMechanism mechanism) {
        this.population = population;
        this.mechanism = mechanism;
    }

    /** Whether an expectation lies within five standard errors of the average of what {@code measure} reads off a market. */
    void agreesWith(double expectation, ToDoubleFunction<Clearing> measure) {
        SplittableRandom random = new SplittableRandom(17);
        Clearing clearing = Clearing.of(population.buyers(), population.sellers());
        TieOrder ties = TieOrder.byIndex(mechanism.agents());
        double[] types = new double[mechanism.agents()];
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < types.length; i++) {
                types[i] = (i < population.buyers() ? population.values() : population.costs())
                        .quantile(random.nextDouble());
            }
            mechanism.clear(types, ties, clearing);
            double x = measure.applyAsDouble(clearing);
            sum += x;
            squares += x * x;
        }
        double mean = sum / DRAWS;
        double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
        assertThat(expectation).isEqualTo(mean, within(5 * error));
    }

    /** What the buyers who trade gain. */
    static double buyerGains(Clearing clearing) {
        double gains = 0;
        for (int l = 1; l <= clearing.trades(); l++) {
            gains += clearing.bid(l) - clearing.buyerPrice();
        }
        return gains;
    }

    /** The gains of the first {@code trades} efficient trades. */
    static double gains(Clearing clearing, int trades) {
        double gains = 0;
        for (int l = 1; l <= trades; l++) {
            gains += clearing.bid(l) - clearing.ask(l);
        }
        return gains;
    }
}
