package dev.envelope.theory.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoleConstraintTest {

    @Test
    void paymentsAreThoseOfTheQuadraticProgram() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            int winners = 1 + random.nextInt(5);
            double[] lowest = new double[winners];
            double[] highest = new double[winners];
            double[] reference = new double[winners];
            long payers = 1L + random.nextInt((1 << winners) - 1);
            double least = 0;
            double others = 0;
            for (int k = 0; k < winners; k++) {
                lowest[k] = random.nextDouble();
                highest[k] = lowest[k] + random.nextDouble();
                reference[k] = 2 * random.nextDouble();
                boolean pays = (payers >>> k & 1) == 1;
                least += pays ? lowest[k] + random.nextDouble() * (highest[k] - lowest[k]) : 0;
                others += pays ? 0 : lowest[k];
            }
            CoreConstraint constraint = new CoreConstraint(payers, least);
            double[] nearest = new SoleConstraint(lowest, highest, constraint).nearest(reference);

            // A second, weaker constraint of the same group changes nothing, but is not the sole one.
            List<CoreConstraint> two = List.of(constraint, new CoreConstraint(payers, least - 1));
            double[] program = new CoreProgram(lowest, highest, two).nearest(reference, least + others);
            assertThat(nearest).containsExactly(program, within(1e-9));
            assertThat(constraint.paid(nearest)).isEqualTo(least, within(1e-12));
        }
    }

    @Test
    void aConstraintThatHoldsAnywayAsksForNothing() {
        SoleConstraint met = new SoleConstraint(new double[] {1, 2}, new double[] {3, 3}, new CoreConstraint(3, 2));
        assertThat(met.nearest(new double[] {2, 2})).containsExactly(1, 2);
    }
}
