package dev.envelope.theory.certificate;

import dev.envelope.theory.bayes.shooting.BidderKind;
import dev.envelope.theory.bayes.shooting.Shooting;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/** Games whose gains are searched for by climbing, and their equilibria, each solved once. */
final class Climbs {

    static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    static final Effort EFFORT = new Effort(1.8e-5, 1 << 17);
    static final Utility CARA = new ConstantAbsoluteRiskAversion(2);
    static final Utility CRRA = new ConstantRelativeRiskAversion(0.5);

    /** The bound exceeds the gain found by 2 % at most. */
    static final double CLOSE = 1.021;

    static final Map<BayesianGame, List<BidFunction>> SOLVED = new ConcurrentHashMap<>();

    private Climbs() {}

    /** The bids of alike bidders; solved for without the bound that comes with an equilibrium where that takes longest. */
    static List<BidFunction> solved(BayesianGame game) {
        return SOLVED.computeIfAbsent(
                game,
                unsolved -> unsolved.mechanism() instanceof AllPayAuction
                        ? shot(unsolved)
                        : ((Equilibrium) Equilibria.of(unsolved)).strategies());
    }

    static List<BidFunction> shot(BayesianGame game) {
        int count = game.types().size();
        Shooting solution = Shooting.of(
                        game, List.of(new BidderKind(game.types().get(0), count)))
                .orElseThrow();
        return Collections.nCopies(count, solution.strategy(0));
    }

    static PiecewiseLinearBid line(double slope) {
        return PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, slope});
    }

    static PiecewiseCubicBid cubic(DoubleUnaryOperator bid) {
        return PiecewiseCubicBid.through(bid, 1e-8, 0, 1);
    }

    static BayesianGame game(Mechanism mechanism, Utility utility, ValueDistribution type) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), type), utility);
    }
}
