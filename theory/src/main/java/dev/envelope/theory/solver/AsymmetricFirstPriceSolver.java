package dev.envelope.theory.solver;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.asymmetric.DeviationSearch;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The equilibrium of the first-price auction among bidders whose values have different distributions, solved by
 * {@link AsymmetricFirstPrice}, or, where a deviation gains more than {@value #NEGLIGIBLE} of the range of values, by {@link NumericSolver} with
 * its own, wider limit; its certificate says how much is gained.
 */
final class AsymmetricFirstPriceSolver implements Solver {

    private static final double NEGLIGIBLE = 1e-8;
    private static final double UNSOLVED = 1e-9;
    private static final Solver FROM_SCRATCH = new NumericSolver();
    private static final double ACCURACY = 1e-11;
    private static final String SOURCE =
            "first-order conditions (Krishna, ch. 4.3; Lebrun 2006) as a boundary-value problem";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        List<ValueDistribution> types = game.types();
        return game.isRiskNeutral()
                        && game.mechanism() instanceof FirstPriceAuction auction
                        && !types.stream().allMatch(types.get(0)::equals)
                ? Optional.of(solution(game, AsymmetricFirstPrice.of(types, auction.reserve())))
                        .map(solution -> solution instanceof NoEquilibrium none ? fromScratch(game, none) : solution)
                : Optional.empty();
    }

    /** What the general solver finds, or else {@code none}. */
    private static Solution fromScratch(BayesianGame game, NoEquilibrium none) {
        return FROM_SCRATCH.solve(game).filter(Equilibrium.class::isInstance).orElse(none);
    }

    private static Solution solution(BayesianGame game, AsymmetricFirstPrice auction) {
        if (!(auction.unsolvedShare() <= UNSOLVED)) {
            return new NoEquilibrium("the first-order conditions of the first-price auction could not be solved for the"
                    + " values " + auction.types());
        }
        double gain = DeviationSearch.largestGain(auction);
        if (!(gain <= NEGLIGIBLE * auction.range())) {
            return new NoEquilibrium(
                    "the first-order conditions of the first-price auction could not be solved well enough"
                            + " for these values: a deviation gains " + gain + "; the values are " + auction.types());
        }
        List<BidFunction> strategies = strategies(auction);
        Certificate certificate = Certificate.numeric(SOURCE, gain, () -> Bounds.of(game, strategies));
        return new Equilibrium("asymmetric", strategies, certificate, predictions(auction));
    }

    /** One bid function per bidder, the same object for bidders that are alike. */
    private static List<BidFunction> strategies(AsymmetricFirstPrice auction) {
        List<BidFunction> strategies = new ArrayList<>();
        for (int i = 0; i < auction.types().size(); i++) {
            int first = auction.types().indexOf(auction.types().get(i));
            strategies.add(first < i ? strategies.get(first) : strategy(auction, first));
        }
        return strategies;
    }

    /** The bid function to within {@value #ACCURACY} of the range, in a form whose losses can be bounded. */
    private static BidFunction strategy(AsymmetricFirstPrice auction, int bidder) {
        double[] knots = auction.knots(bidder);
        return knots.length < 2
                ? value -> auction.bid(bidder, value)
                : PiecewiseCubicBid.through(value -> auction.bid(bidder, value), ACCURACY * auction.range(), knots);
    }

    private static Predictions predictions(AsymmetricFirstPrice auction) {
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        double gains = auction.revenue();
        double revenue = gains;
        for (int i = 0; i < auction.types().size(); i++) {
            int first = auction.types().indexOf(auction.types().get(i));
            surplus.add(first < i ? surplus.get(first) : auction.surplus(i));
            payments.add(first < i ? payments.get(first) : auction.payment(i));
            gains += surplus.get(i);
        }
        double firstBest = EfficientAuctionPredictions.firstBest(auction.types());
        return new Predictions(revenue, gains, firstBest, auction.saleProbability(), surplus, payments);
    }
}
