package dev.envelope.theory.audit.interim;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.units.UnitDemandAuction;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The numbers at which a game may change and that an even grid misses: the reserve or least bid, and the types at which a
 * strategy begins or stops to take part or bends. Beside each are the points {@value #NUDGE} of the range of types away.
 */
public final class Landmarks {

    private static final double NUDGE = 1e-9;
    private static final int MOST_KINKS = 8;

    private Landmarks() {}

    /** What to add to the even {@code grid} of types of agent {@code agent}, without repetition. */
    public static double[] types(BayesianGame game, List<BidFunction> strategies, int agent, double[] grid) {
        ValueDistribution own = game.types().get(agent);
        Support support = Support.of(own);
        BidFunction strategy = strategies.get(agent);
        DoubleStream points = Stream.of(
                        reserve(game.mechanism(), agent).stream(), turns(strategy, grid), kinks(strategy))
                .flatMapToDouble(each -> each)
                .filter(x -> x > own.lower() && x < own.upper());
        return around(points, game)
                .filter(x -> x > own.lower() && x < own.upper() && support.contains(x))
                .toArray();
    }

    /** Messages that may be worth trying, in whatever range. */
    public static DoubleStream messages(BayesianGame game, int agent) {
        return around(reserve(game.mechanism(), agent).stream(), game);
    }

    /** The least bid that counts, or the least report that can win. */
    public static OptionalDouble reserve(Mechanism mechanism, int agent) {
        if (mechanism instanceof AmendedMechanism amended) {
            return reserve(amended.auction(), agent);
        }
        if (mechanism instanceof UnitDemandAuction units) {
            return OptionalDouble.of(units.auction().reserve());
        }
        if (mechanism instanceof FirstPriceAuction first) {
            return first.reserve();
        }
        if (mechanism instanceof SecondPriceAuction second) {
            return second.reserve();
        }
        if (mechanism instanceof AllPayAuction allPay) {
            return OptionalDouble.of(allPay.minimumBid());
        }
        return mechanism instanceof OptimalAuction optimal
                ? OptionalDouble.of(optimal.reserve(agent))
                : OptionalDouble.empty();
    }

    /** Where {@code strategy} changes between abstaining and a message, between neighbours of the grid that differ in it. */
    private static DoubleStream turns(BidFunction strategy, double[] grid) {
        DoubleStream.Builder turns = DoubleStream.builder();
        for (int k = 1; k < grid.length; k++) {
            boolean isSilent = Double.isNaN(strategy.message(grid[k]));
            if (Double.isNaN(strategy.message(grid[k - 1])) != isSilent) {
                turns.add(Bisection.first(grid[k - 1], grid[k], x -> Double.isNaN(strategy.message(x)) == isSilent));
            }
        }
        return turns.build();
    }

    /** Where a strategy in a few lines bends; one in many is looked at closely enough by an even grid. */
    private static DoubleStream kinks(BidFunction strategy) {
        return strategy instanceof PiecewiseLinearBid lines && lines.types().length <= MOST_KINKS
                ? Arrays.stream(lines.types())
                : DoubleStream.empty();
    }

    private static DoubleStream around(DoubleStream points, BayesianGame game) {
        double low = game.types().stream()
                .mapToDouble(ValueDistribution::lower)
                .min()
                .orElseThrow();
        double high = game.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .max()
                .orElseThrow();
        double nudge = NUDGE * (high - low);
        return Arrays.stream(points.filter(Double::isFinite).toArray())
                .flatMap(x -> DoubleStream.of(x - nudge, x, x + nudge))
                .distinct();
    }
}
