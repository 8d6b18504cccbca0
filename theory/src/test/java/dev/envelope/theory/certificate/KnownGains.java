package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Games and bids of which is known what deviating gains, and how close bounds have to come to that. */
final class KnownGains {

    static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    static final Mechanism FIRST_PRICE = FirstPriceAuction.of(2, OptionalDouble.empty());
    static final int POINTS = 1025;

    /** How close a bound is asked to be: 2 % of the largest gain, which is more of the average. */
    static final double CLOSE = 1.05;

    private KnownGains() {}

    static double boundOf(BayesianGame game) {
        return ((Equilibrium) Equilibria.of(game)).certificate().gainBound().orElseThrow();
    }

    static PiecewiseCubicBid cubic(DoubleUnaryOperator bid) {
        return PiecewiseCubicBid.through(bid, 1e-10, 0, 1);
    }

    static void bracket(double found, double exact, double bound) {
        assertThat(exact).isBetween(found - 1e-9, bound + 1e-9);
        assertThat(bound).isLessThanOrEqualTo(exact * CLOSE);
        assertThat(found).isGreaterThanOrEqualTo(exact / CLOSE);
    }

    /** The chords of a curve are no equilibrium to the last bit; the tolerance and their error are below 1e-6. */
    static void nothing(GainBound bound) {
        assertThat(bound.bound()).isBetween(bound.found(), 1e-6);
    }

    static PiecewiseLinearBid line(double slope) {
        return through(0, slope);
    }

    static PiecewiseLinearBid through(double first, double last) {
        return PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {first, last});
    }

    static PiecewiseLinearBid curve(DoubleUnaryOperator bid) {
        return PiecewiseLinearBid.through(bid, 0, 1, POINTS);
    }

    static BayesianGame trade(double k) {
        return new BayesianGame(BilateralDoubleAuction.of(k), List.of(UNIT, UNIT));
    }

    static BayesianGame game(Mechanism mechanism, ValueDistribution type) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), type));
    }

    static GainBound symmetric(Mechanism mechanism, BidFunction strategy) {
        return GainBound.of(game(mechanism, UNIT), Collections.nCopies(mechanism.agents(), strategy));
    }
}
