package dev.envelope.theory.solver;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.path.SmoothOffers;
import dev.envelope.theory.callmarket.strategy.CallMarketPlay;
import dev.envelope.theory.callmarket.strategy.SmoothSearch;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Equilibria of k-double auctions among several buyers and sellers that are alike within their side: where buyers set the price
 * alone, sellers being truthful, and the other way round; in between one of a continuum of smooth ones. Each is searched for
 * deviations, called approximate where one gains more than rounding, and refused where it gains much ({@link
 * CallMarketPlay#isEquilibrium}). One buyer and one seller play the
 * bilateral double auction.
 */
final class CallMarketSolver implements Solver {

    private static final double ACCURACY = 1e-11;

    /** What is said where the conditions of the side that sets the price are not solved. */
    private static final String UNSOLVED = "its equation could not be solved step by step";

    /** What is said of offers that solve them. */
    private static final String SOLVED = "the solution of the first-order conditions of the double auction";

    /** The most traders for whom a bound is computed: with more, chances are not exact enough for the rounding that it allows for. */
    private static final int MOST_BOUNDED = 200;

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof KDoubleAuction auction
                ? Optional.of(solution(auction, game))
                : TruthfulCallMarket.solution(game);
    }

    private static Solution solution(KDoubleAuction auction, BayesianGame game) {
        if (auction.agents() == 2) {
            return Equilibria.of(
                    new BayesianGame(BilateralDoubleAuction.of(auction.k()), game.types(), game.utility()));
        }
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium(
                    "an equilibrium of the double auction is known for risk-neutral agents; the utility is "
                            + game.utility());
        }
        Optional<Population> market = population(auction, game.types());
        if (market.isEmpty()) {
            return new NoEquilibrium("an equilibrium of the double auction is known for buyers whose values have one"
                    + " distribution and sellers whose costs have one; the types are " + game.types());
        }
        if (0 < auction.k() && auction.k() < 1 && !market.get().isTradeUncertain()) {
            return new NoEquilibrium(
                    "a smooth equilibrium of the double auction is known where the highest value is above the"
                            + " lowest cost and the lowest value below the highest cost; the values are "
                            + market.get().values() + " and the costs "
                            + market.get().costs());
        }
        if (auction.k() == 1) {
            String name = "buyer's bid, sellers truthful";
            return verified(game, name, CallMarketPlay.buyersBid(market.get()), SOLVED, UNSOLVED, market.get());
        }
        if (auction.k() == 0) {
            String name = "seller's offer, buyers truthful";
            return verified(game, name, CallMarketPlay.sellersOffer(market.get()), SOLVED, UNSOLVED, market.get());
        }
        SmoothSearch search = SmoothSearch.of(market.get(), auction.k());
        String found =
                "what comes nearest to a solution of the first-order conditions of the double auction, missing them by "
                        + SmoothOffers.inWords(search.miss()) + ",";
        return verified(game, "smooth, of least curvature", search.play(), found, search.obstacle(), market.get());
    }

    /** The traders where they are alike within their side. */
    static Optional<Population> population(CallMechanism auction, List<ValueDistribution> types) {
        List<ValueDistribution> values = types.subList(0, auction.buyers());
        List<ValueDistribution> costs = types.subList(auction.buyers(), types.size());
        return values.stream().allMatch(values.get(0)::equals)
                        && costs.stream().allMatch(costs.get(0)::equals)
                        && Math.max(values.size(), costs.size()) <= Population.MOST
                ? Optional.of(new Population(values.size(), values.get(0), costs.size(), costs.get(0)))
                : Optional.empty();
    }

    private static Solution verified(
            BayesianGame game,
            String name,
            Optional<CallMarketPlay> found,
            String whatIsFound,
            String obstacle,
            Population market) {
        if (found.isEmpty()) {
            return new NoEquilibrium(
                    "no solution of the first-order conditions of the double auction that rises with the"
                            + " type was found (" + name + "): " + obstacle + "; the values are " + market.values()
                            + " and the costs " + market.costs());
        }
        CallMarketPlay play = found.get();
        double gain = play.largestGain();
        if (!play.isEquilibrium()) {
            return new NoEquilibrium(whatIsFound + " is no equilibrium (" + name + "): a deviation gains " + gain
                    + "; the values are "
                    + market.values() + " and the costs " + market.costs());
        }
        List<BidFunction> strategies = strategies(((KDoubleAuction) game.mechanism()).k(), play, market);
        Certificate certificate = Certificate.numeric(
                "first-order conditions (Satterthwaite and Williams 1989; Williams 1991), verified by best-response"
                        + " search",
                gain,
                () -> strategies.size() > MOST_BOUNDED ? OptionalDouble.empty() : Bounds.of(game, strategies));
        return play.isExact()
                ? new Equilibrium(name, strategies, certificate, predictions(play, market))
                : new Equilibrium(
                        name + ", approximate", strategies, certificate.approximately(), predictions(play, market));
    }

    /** The strategies to within {@value #ACCURACY} of the range, in a form whose losses can be bounded; truth as it is. */
    private static List<BidFunction> strategies(double k, CallMarketPlay play, Population market) {
        double accuracy = ACCURACY * (market.highest() - market.lowest());
        BidFunction bid = k == 0
                ? truth(market.values())
                : PiecewiseCubicBid.through(play::bid, accuracy, pieces(market.values(), play.bidBends()));
        BidFunction ask = k == 1
                ? truth(market.costs())
                : PiecewiseCubicBid.through(play::ask, accuracy, pieces(market.costs(), play.askBends()));
        return perRole(bid, ask, market);
    }

    /** The ends of {@code types} and the {@code bends} between, each with the number before, after which offers may leap. */
    private static double[] pieces(ValueDistribution types, List<Double> bends) {
        List<Double> inside = new ArrayList<>(bends);
        bends.forEach(bend -> inside.add(Math.nextDown(bend)));
        return Kinks.between(types.lower(), types.upper(), inside);
    }

    private static BidFunction truth(ValueDistribution type) {
        double[] ends = {type.lower(), type.upper()};
        return PiecewiseLinearBid.of(ends, ends);
    }

    private static Predictions predictions(CallMarketPlay play, Population market) {
        double buyers = play.buyerGains();
        double paid = play.tradedValue() - market.buyers() * buyers;
        return new Predictions(
                0,
                play.gains(),
                play.firstBestGains(),
                play.tradeProbability(),
                perRole(buyers, play.sellerGains(), market),
                payments(paid, 0, market));
    }

    /** What each pays where all buyers pay {@code paid} and the house keeps {@code revenue} of it. */
    static List<Double> payments(double paid, double revenue, Population market) {
        return perRole(paid / market.buyers(), (revenue - paid) / market.sellers(), market);
    }

    static <T> List<T> perRole(T buyer, T seller, Population market) {
        List<T> all = new ArrayList<>(Collections.nCopies(market.buyers(), buyer));
        all.addAll(Collections.nCopies(market.sellers(), seller));
        return all;
    }
}
