package dev.envelope.theory.certificate;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * What deviating from a strategy profile can gain: the best deviation found, and a bound that no deviation of any type
 * exceeds, over the whole continuum of both.
 *
 * <p>The idea is the verifier of Bosshard, Bünz, Lubin and Seuken (2020): the best reply's payoff is convex in the type, the
 * upper envelope of one line per message, so that between types it lies below its chords; what the prescribed message earns
 * is bounded from below on each cell of types; and monotonicity of the chance to win bounds messages between those of a
 * grid. Here the density of the rivals' messages, where it is bounded, makes all of these errors of second order. Cells are cut
 * until the bound exceeds what is found by at most 2 % or a tolerance, whichever is larger, or until there are too many of
 * them. Chances to win are products of distribution functions, not samples. {@value #ROUNDING} of the largest type is added for rounding. Nothing enters of how the profile was found.
 *
 * <p>Piecewise-linear and piecewise-cubic strategies ({@link dev.envelope.theory.equilibrium.PiecewiseLinearBid}, {@link
 * dev.envelope.theory.equilibrium.PiecewiseCubicBid}), of which the slopes are known on every interval, get the bounds of second
 * order; any other must not decrease, which is taken for granted, and gets those of first order. Densities are bounded where a
 * distribution bounds its own ({@link dev.envelope.theory.distribution.ValueDistribution#mostDensity}); elsewhere the bound is of
 * first order.
 *
 * <p>With risk aversion gains are in money for certain. A first-price bid is worth W^(1/α)·(v − b) with constant relative risk
 * aversion; else, and with a third price, where earnings are no line in the type, what changes along spans of bids is bounded for boxes of bids and
 * types and added up, from the prescribed bids up and down. Arithmetic is not by intervals: the allowance for rounding is what covers it. Checked by {@code GainBoundTest}.
 *
 * @param found the largest gain found, of type {@code type} of agent {@code agent}, in the unit of the types
 * @param bound what no gain of any agent, type and message exceeds
 * @param averageBound what no agent can gain on average over its types
 * @param agent the agent with the gain found
 * @param type its type
 * @param message the message that earns it, or one just above; NaN to abstain
 * @param cells how many cells of messages and types the bound took
 */
public record GainBound(
        double found, double bound, double averageBound, int agent, double type, double message, int cells) {

    static final double ROUNDING = 1e-13;

    /** A bound that could not be computed is none: it becomes +∞. */
    public GainBound {
        bound = Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
        averageBound = Double.isNaN(averageBound) ? Double.POSITIVE_INFINITY : averageBound;
    }

    /**
     * How far to go.
     *
     * @param tolerance what the bound may exceed the gain found by, in units of the range of types
     * @param cells the number of cells, of messages or of types, not to go beyond by much
     */
    public record Effort(double tolerance, int cells) {

        /** A tolerance of 1e-7, at most 2^17 cells. */
        public static final Effort USUAL = new Effort(1e-7, 1 << 17);

        /** The same tolerance, at most 2^10 cells: where a bound {@linkplain #mayStayFar may stay far}. */
        public static final Effort SHORT = new Effort(1e-7, 1 << 10);

        /** Checks both numbers. */
        public Effort {
            if (!(tolerance > 0) || cells < 1) {
                throw new IllegalArgumentException(
                        "effort: tolerance " + tolerance + ", " + cells + " cells (expected: both above 0)");
            }
        }
    }

    /** The bound for {@code strategies}, with the usual effort. */
    public static GainBound of(BayesianGame game, List<? extends BidFunction> strategies) {
        return of(game, strategies, Effort.USUAL);
    }

    /**
     * The bound for {@code strategies}; agents that are alike are looked at once.
     *
     * @throws IllegalArgumentException where {@link #obstacle} has something to say, and where strategies are not one per agent
     */
    public static GainBound of(BayesianGame game, List<? extends BidFunction> strategies, Effort effort) {
        return worst(game, strategies, agent -> ofAgent(game, strategies, agent, effort));
    }

    private static GainBound worst(
            BayesianGame game, List<? extends BidFunction> strategies, IntFunction<GainBound> ofAgent) {
        GainBound worst = ofAgent.apply(0);
        List<List<Object>> seen = new ArrayList<>(List.of(kind(game, strategies, 0)));
        for (int i = 1; i < strategies.size(); i++) {
            if (!seen.contains(kind(game, strategies, i))) {
                seen.add(kind(game, strategies, i));
                worst = worst.and(ofAgent.apply(i));
            }
        }
        return worst;
    }

    /** The same for the gains of agent {@code agent} alone. */
    public static GainBound ofAgent(
            BayesianGame game, List<? extends BidFunction> strategies, int agent, Effort effort) {
        return GainSearch.of(game, strategies).ofAgent(agent, effort);
    }

    /**
     * The gain where every message, prescribed or not, is a whole number of ticks: what rounding costs is in it. It is exact
     * but for the rounding of a price between two messages to a tick, which the bound adds, and for strategies that are not in
     * pieces, which are taken to within 1e-9 of a tick. In all-pay auctions with constant relative risk aversion, where earnings are no lines,
     * it exceeds that by 2 %, or more with thousands of ticks; so it does with constant absolute risk aversion where money for certain is no line.
     *
     * @param tick the size of a tick, above 0
     */
    public static GainBound onTicks(BayesianGame game, List<? extends BidFunction> strategies, double tick) {
        return worst(game, strategies, agent -> onTicksOfAgent(game, strategies, agent, tick));
    }

    /** The same for the gains of agent {@code agent} alone. */
    public static GainBound onTicksOfAgent(
            BayesianGame game, List<? extends BidFunction> strategies, int agent, double tick) {
        if (!(tick > 0) || Double.isInfinite(tick)) {
            throw new IllegalArgumentException("tick: " + tick + " (expected: a finite number above 0)");
        }
        check(game, strategies);
        obstacleOnTicks(game, strategies).ifPresent(obstacle -> {
            throw new IllegalArgumentException("game: " + game + " (expected: " + obstacle + ")");
        });
        if (Stakes.areOf(game)) {
            Stakes stakes = Stakes.of(game, strategies);
            return stakes.inValues(onTicksOfAgent(stakes.game(), stakes.strategies(), agent, tick));
        }
        boolean isPriceRounded =
                game.mechanism() instanceof BilateralDoubleAuction trade && trade.k() > 0 && trade.k() < 1;
        double doubt = (isPriceRounded ? tick : 0) + ROUNDING * largestType(game);
        return TickSearch.of(game, strategies, agent, tick).bound(doubt);
    }

    static void check(BayesianGame game, List<? extends BidFunction> strategies) {
        Optional<String> obstacle = obstacle(game);
        if (obstacle.isPresent()) {
            throw new IllegalArgumentException("game: " + game + " (expected: " + obstacle.get() + ")");
        }
        if (strategies.size() != game.types().size()) {
            throw new IllegalArgumentException("strategies: " + strategies.size() + " (expected: one per agent, "
                    + game.types().size() + ")");
        }
    }

    static List<Object> kind(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        return List.of(
                game.types().get(agent), strategies.get(agent), game.mechanism().side(agent));
    }

    /** Why there is no such bound for {@code game}; empty where there is. */
    public static Optional<String> obstacle(BayesianGame game) {
        return Obstacles.of(game);
    }

    /** Whether there is such a bound and it comes near in little time: not with risk aversion that makes no lines. */
    public static boolean isClose(BayesianGame game) {
        return obstacle(game).isEmpty() && (game.isRiskNeutral() || !ClimbSearch.isFor(game));
    }

    /**
     * Whether such a bound may stay far above the gain whatever the effort: with risk aversion that makes no lines, among three or more
     * agents that are not all alike.
     */
    public static boolean mayStayFar(BayesianGame game) {
        List<ValueDistribution> types = game.types();
        return types.size() > 2 && !isClose(game) && !types.stream().allMatch(types.get(0)::equals);
    }

    /** Why there is no such bound for {@code game} on ticks; empty where there is. */
    public static Optional<String> obstacleOnTicks(BayesianGame game) {
        return Obstacles.onTicks(game);
    }

    /** Why there is none for {@code strategies}, one per agent: without a reserve no bid that may be alone is the best. */
    public static Optional<String> obstacleOnTicks(BayesianGame game, List<? extends BidFunction> strategies) {
        return Obstacles.onTicks(game, strategies);
    }

    static double largestType(BayesianGame game) {
        return game.types().stream()
                .mapToDouble(type -> Math.max(Math.abs(type.lower()), Math.abs(type.upper())))
                .max()
                .orElseThrow();
    }

    /** The certificate that these numbers are. */
    public Certificate certificate(String source) {
        return new Certificate(
                Certificate.Kind.NUMERIC, source, OptionalDouble.of(Math.max(0, found)), OptionalDouble.of(bound));
    }

    /** The larger gain found, and the smaller of two bounds, of the same agent. */
    GainBound orCloser(GainBound other) {
        GainBound larger = other.found > found ? other : this;
        return new GainBound(
                larger.found,
                Math.min(bound, other.bound),
                Math.min(averageBound, other.averageBound),
                agent,
                larger.type,
                larger.message,
                cells + other.cells);
    }

    private GainBound and(GainBound other) {
        GainBound larger = other.found > found ? other : this;
        return new GainBound(
                larger.found,
                Math.max(bound, other.bound),
                Math.max(averageBound, other.averageBound),
                larger.agent,
                larger.type,
                larger.message,
                cells + other.cells);
    }

    /** Whether messages and types of agent {@code agent} are seen negated: of who sells, or is paid its bid where it is the lower. */
    static boolean isNegated(BayesianGame game, int agent) {
        return game.mechanism().side(agent) == Side.SELLER
                || (game.mechanism() instanceof PartnershipAuction partners && !partners.isWinnersBidPaid());
    }

    /** The number by which messages are multiplied before they are looked at: n among n partners, who bid for the n-th part; else 1. */
    static double units(BayesianGame game) {
        return game.mechanism() instanceof PartnershipAuction partners ? partners.agents() : 1;
    }
}
