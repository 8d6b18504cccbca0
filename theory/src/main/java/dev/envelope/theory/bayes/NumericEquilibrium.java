package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.ascent.Ascent;
import dev.envelope.theory.bayes.shooting.BidderKind;
import dev.envelope.theory.bayes.shooting.Shooting;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * A monotone pure-strategy profile that is nearly an equilibrium, found from scratch: the mechanism is played, and nothing is
 * known of the form of its equilibrium.
 *
 * <p>Where what a bidder pays depends on its own bid alone, the first-order conditions are solved down from the highest bid
 * ({@link Shooting}); where unlike bidders pay the third bid, up from the lowest type ({@link Ascent}); otherwise the envelope conditions by least squares, where the mechanism is played against the strongest rival,
 * or against the two strongest where the first decides who wins and the second what is paid. Bounded work, no chance: the same game gives the same
 * strategies. Checked by {@code NumericEquilibriumTest} against closed forms.
 *
 * @param strategies one per agent, piecewise linear or cubic
 * @param gain the largest gain from deviating that was found, in the unit of the types: in money for certain where {@link
 *     GainBound} covers risk-averse agents, otherwise in utility
 * @param bound what no gain exceeds, where {@link GainBound} covers the game
 * @param relativeGain {@code gain} in units of the range of types
 * @param averages what each agent can expect before it knows its type
 * @param method how it was found
 */
public record NumericEquilibrium(
        List<BidFunction> strategies,
        double gain,
        OptionalDouble bound,
        double relativeGain,
        List<Average> averages,
        Method method) {

    /** How close the bound is to the gain found, in units of the range of types: as close as takes little time. */
    private static final Effort EFFORT = new Effort(1e-6, 1 << 17);

    /** The same with risk aversion. */
    private static final Effort QUICK = new Effort(5e-5, 1 << 17);

    private static final int TYPES = 9;

    /** Copies the lists. */
    public NumericEquilibrium {
        strategies = List.copyOf(strategies);
        averages = List.copyOf(averages);
    }

    /**
     * What an agent can expect before it knows its type.
     *
     * @param allocation E[q]
     * @param payment E[m]
     * @param gains E[x·q]
     */
    public record Average(double allocation, double payment, double gains) {}

    /** A way to find a profile. */
    public enum Method {
        /** First-order conditions as differential equations from the highest bid down. */
        SHOOTING,
        /** The same from the lowest type up. Averages are to 1e-5 or so of the range of types. */
        ASCENT,
        /** Envelope conditions at a few types; of several solutions the smoothest. Averages are as good as the gain is small. */
        LEAST_SQUARES
    }

    /** What keeps {@code game} from being solved this way; empty where nothing does. */
    public static Optional<String> obstacle(BayesianGame game) {
        return new Roles(game).obstacle();
    }

    /**
     * The profile found for {@code game}, whether its gain is small or not; empty where there is none.
     *
     * @throws IllegalArgumentException where {@link #obstacle} has something to say
     */
    public static Optional<NumericEquilibrium> of(BayesianGame game) {
        Roles roles = new Roles(game);
        roles.obstacle().ifPresent(obstacle -> {
            throw new IllegalArgumentException("game: " + game + " (expected: " + obstacle + ")");
        });
        if (roles.count() > 1 && roles.isAscentPossible()) {
            Ascent ascent = Ascent.of(kinds(roles));
            return ascent.obstacle().isPresent() ? Optional.empty() : Optional.of(measured(game, roles, ascent));
        }
        Optional<NumericEquilibrium> shot = roles.isShootingPossible()
                ? Shooting.of(game, kinds(roles)).map(shooting -> measured(game, roles, shooting))
                : Optional.empty();
        return shot.isPresent() || !game.isRiskNeutral() ? shot : Optional.of(new LeastSquares(game, roles).found());
    }

    /** Why {@link #of} finds none, where more is known than that; looked for again. */
    public static Optional<String> unsolved(BayesianGame game) {
        Roles roles = new Roles(game);
        return roles.obstacle().isEmpty() && roles.count() > 1 && roles.isAscentPossible()
                ? Ascent.of(kinds(roles)).obstacle()
                : Optional.empty();
    }

    private static NumericEquilibrium measured(BayesianGame game, Roles roles, Ascent ascent) {
        List<PiecewiseLinearBid> strategies =
                IntStream.range(0, roles.count()).mapToObj(ascent::strategy).toList();
        List<BidFunction> each = roles.each(List.copyOf(strategies));
        return measured(
                game,
                each,
                roles.each(Averages.of(game, roles, strategies)),
                Method.ASCENT,
                () -> BestResponse.largestGain(game, each, TYPES));
    }

    private static List<BidderKind> kinds(Roles roles) {
        return IntStream.range(0, roles.count())
                .mapToObj(role -> new BidderKind(roles.type(role), roles.size(role)))
                .toList();
    }

    private static NumericEquilibrium measured(BayesianGame game, Roles roles, Shooting shooting) {
        List<BidFunction> strategies =
                IntStream.range(0, roles.count()).mapToObj(shooting::strategy).toList();
        List<Average> averages = IntStream.range(0, roles.count())
                .mapToObj(shooting::expected)
                .map(each -> new Average(each.allocation(), each.payment(), each.gains()))
                .toList();
        List<BidFunction> each = roles.each(strategies);
        return measured(
                game, each, roles.each(averages), Method.SHOOTING, () -> BestResponse.largestGain(game, each, TYPES));
    }

    /** The profile with its gain: the one beside its bound where that covers the game, or else what {@code search} finds. */
    static NumericEquilibrium measured(
            BayesianGame game,
            List<BidFunction> strategies,
            List<Average> averages,
            Method method,
            DoubleSupplier search) {
        double range = game.types().stream()
                        .mapToDouble(ValueDistribution::upper)
                        .max()
                        .orElseThrow()
                - game.types().stream()
                        .mapToDouble(ValueDistribution::lower)
                        .min()
                        .orElseThrow();
        if (GainBound.obstacle(game).isPresent()) {
            double gain = search.getAsDouble();
            return new NumericEquilibrium(strategies, gain, OptionalDouble.empty(), gain / range, averages, method);
        }
        GainBound bound = GainBound.of(game, strategies, effort(game));
        return new NumericEquilibrium(
                strategies, bound.found(), OptionalDouble.of(bound.bound()), bound.found() / range, averages, method);
    }

    private static Effort effort(BayesianGame game) {
        if (game.isRiskNeutral()) {
            return EFFORT;
        }
        return GainBound.mayStayFar(game) ? Effort.SHORT : QUICK;
    }
}
