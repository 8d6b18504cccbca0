package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.unlike.UnlikeAllPay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The equilibrium of the all-pay auction without a minimum bid between two risk-neutral bidders whose values have different
 * distributions. Where one's low values bid 0 all of them, the other's lowest bids what is just above. Checked by {@code
 * UnlikeAllPaySolverTest}.
 */
final class UnlikeAllPaySolver implements Solver {

    /** In units of the highest value. */
    private static final double ACCURACY = 1e-11;

    /** What beats a bid of 0, in units of the highest value. */
    private static final double LEAST = 1e-13;

    /** How far bids and chances may be off for the general solver not to be asked instead. */
    private static final double TOLERANCE = 1e-9;

    private static final String SOURCE = "Amann and Leininger (1996)";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        List<ValueDistribution> types = game.types();
        boolean isOwn = game.isRiskNeutral()
                && game.mechanism() instanceof AllPayAuction auction
                && auction.minimumBid() == 0
                && types.size() == 2
                && !types.get(0).equals(types.get(1))
                && types.stream().allMatch(type -> type.lower() >= 0);
        return isOwn
                ? Optional.of(UnlikeAllPay.of(types))
                        .filter(UnlikeAllPaySolver::isSolved)
                        .map(UnlikeAllPaySolver::equilibrium)
                : Optional.empty();
    }

    /** Whether both bid up to the same and one of them wins, as they do but for errors of quadrature. */
    private static boolean isSolved(UnlikeAllPay auction) {
        double one = auction.bid(0, auction.types().get(0).upper());
        double other = auction.bid(1, auction.types().get(1).upper());
        return Math.abs(one - other) <= TOLERANCE * Math.max(one, other)
                && Math.abs(auction.winProbability(0) + auction.winProbability(1) - 1) <= TOLERANCE;
    }

    private static Equilibrium equilibrium(UnlikeAllPay auction) {
        return new Equilibrium(
                "asymmetric",
                List.of(strategy(auction, 0), strategy(auction, 1)),
                Certificate.closedForm(SOURCE),
                predictions(auction));
    }

    private static BidFunction strategy(UnlikeAllPay auction, int bidder) {
        ValueDistribution own = auction.types().get(bidder);
        ValueDistribution rival = auction.types().get(1 - bidder);
        double highest = Math.max(own.upper(), rival.upper());
        double least = auction.silentUpTo(1 - bidder) > rival.lower() ? LEAST * highest : 0;
        List<Double> kinks = new ArrayList<>(auction.kinks(bidder));
        kinks.add(auction.silentUpTo(bidder));
        return PiecewiseCubicBid.through(
                value -> Math.max(least, auction.bid(bidder, value)),
                ACCURACY * highest,
                Kinks.between(own.lower(), own.upper(), kinks));
    }

    private static Predictions predictions(UnlikeAllPay auction) {
        List<Double> payments = List.of(auction.payment(0), auction.payment(1));
        List<Double> gains = List.of(auction.gains(0), auction.gains(1));
        return new Predictions(
                payments.get(0) + payments.get(1),
                gains.get(0) + gains.get(1),
                EfficientAuctionPredictions.firstBest(auction.types()),
                1,
                List.of(gains.get(0) - payments.get(0), gains.get(1) - payments.get(1)),
                payments);
    }
}
