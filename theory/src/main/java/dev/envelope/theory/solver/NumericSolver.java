package dev.envelope.theory.solver;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.bayes.NumericEquilibrium.Average;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any sealed-bid game that {@link NumericEquilibrium} can play, answered where the gain from deviating is bounded, or where no
 * close bound covers the game found, below {@value #SMALL} of the range of types. Where there are several equilibria it is the
 * smoothest that was found. Checked by {@code NumericSolverTest}.
 */
final class NumericSolver implements Solver {

    /** The gain, in units of the range of types, up to which a profile is given. */
    static final double SMALL = 1e-4;

    private static final String UNSOLVED = "the general solver found no profile from which deviating gains little";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return NumericEquilibrium.obstacle(game).isPresent() ? Optional.empty() : Optional.of(solution(game));
    }

    private static Solution solution(BayesianGame game) {
        Optional<NumericEquilibrium> found = NumericEquilibrium.of(game);
        if (found.isEmpty()) {
            Optional<String> why = NumericEquilibrium.unsolved(game);
            if (why.isPresent()) {
                return new NoEquilibrium(UNSOLVED + ": " + why.get());
            }
            return new NoEquilibrium(
                    UNSOLVED + ": first-order conditions have no solution in which bids rise with types"
                            + " and leave no gap; the values are " + game.types());
        }
        NumericEquilibrium profile = found.get();
        double worst = GainBound.isClose(game) ? profile.bound().orElse(profile.gain()) : profile.gain();
        if (!(worst <= SMALL * range(game.types()))) {
            return new NoEquilibrium(UNSOLVED + ": the best one leaves a gain of " + profile.gain());
        }
        return new Equilibrium(
                name(profile),
                profile.strategies(),
                certificate(game, profile),
                predictions(game, profile.strategies(), profile.averages()));
    }

    private static String name(NumericEquilibrium profile) {
        return switch (profile.method()) {
            case LEAST_SQUARES -> "numeric, the smoothest found";
            case SHOOTING, ASCENT ->
                "numeric, " + (profile.strategies().stream().distinct().count() == 1 ? "symmetric" : "asymmetric");
        };
    }

    private static Certificate certificate(BayesianGame game, NumericEquilibrium profile) {
        String source = switch (profile.method()) {
            case LEAST_SQUARES -> "envelope conditions by least squares, from scratch";
            case SHOOTING -> "first-order conditions from the highest bid down, from scratch";
            case ASCENT -> "first-order conditions from the lowest type up, from scratch";
        };
        return Certificate.numeric(source, profile.gain(), () -> Bounds.of(game, profile.strategies()));
    }

    private static Predictions predictions(BayesianGame game, List<BidFunction> strategies, List<Average> averages) {
        double revenue = averages.stream().mapToDouble(Average::payment).sum();
        double gains = averages.stream().mapToDouble(Average::gains).sum();
        double traded = averages.stream()
                .mapToDouble(each -> Math.max(0, each.allocation()))
                .sum();
        double chance = chanceOfTrade(game, strategies, traded);
        List<Double> surplus =
                averages.stream().map(each -> each.gains() - each.payment()).toList();
        return new Predictions(
                revenue,
                gains - game.mechanism().sellerValue() * traded,
                firstBest(game),
                chance,
                surplus,
                averages.stream().map(Average::payment).toList());
    }

    /**
     * P(trade): between traders what is received on average, which is at most 1 but for rounding; among bidders for one object the chance
     * that anybody bids, who then gets it.
     */
    private static double chanceOfTrade(BayesianGame game, List<BidFunction> strategies, double traded) {
        if (game.mechanism().side(0) != Side.BIDDER) {
            return Math.min(1, traded);
        }
        double nobody = 1;
        for (int i = 0; i < strategies.size(); i++) {
            ValueDistribution type = game.types().get(i);
            BidFunction strategy = strategies.get(i);
            double entrant = Bisection.first(type.lower(), type.upper(), x -> !Double.isNaN(strategy.message(x)));
            nobody *= Double.isNaN(strategy.message(entrant)) ? 1 : type.cdf(entrant);
        }
        return 1 - nobody;
    }

    private static double firstBest(BayesianGame game) {
        int seller = game.mechanism().side(0) == Side.SELLER ? 0 : 1;
        if (game.mechanism().side(seller) != Side.SELLER) {
            return EfficientAuctionPredictions.firstBest(
                    game.types(), game.mechanism().sellerValue());
        }
        ValueDistribution cost = game.types().get(seller);
        ValueDistribution value = game.types().get(1 - seller);
        List<Double> ends = Stream.of(cost, value)
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
        return value.upper() <= cost.lower()
                ? 0
                : Quadrature.integrate(
                        x -> cost.cdf(x) * (1 - value.cdf(x)), Kinks.between(cost.lower(), value.upper(), ends));
    }

    private static double range(List<ValueDistribution> types) {
        return types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow()
                - types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
    }
}
