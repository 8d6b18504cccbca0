package dev.envelope.theory.solver;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.callmarket.expectation.LastTrade;
import dev.envelope.theory.callmarket.expectation.McAfeeTrade;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Optional;

/**
 * Truth-telling in the call markets in which it is weakly dominant: McAfee's, that of Vickrey, Clarke and Groves, and the one that
 * always gives up a trade. Checked by {@code CallMarketSolverTest}.
 */
final class TruthfulCallMarket {

    private static final String MCAFEE = "McAfee (1992)";

    private TruthfulCallMarket() {}

    /** The answer where the mechanism is one of them. */
    static Optional<Solution> solution(BayesianGame game) {
        if (!(game.mechanism() instanceof CallMechanism auction)) {
            return Optional.empty();
        }
        Optional<Population> traders = CallMarketSolver.population(auction, game.types());
        if (traders.isEmpty()) {
            return Optional.of(new NoEquilibrium("truth is weakly dominant, but what follows from it is known only for"
                    + " buyers whose values have one distribution and sellers whose costs have one; the types are "
                    + game.types()));
        }
        Population market = traders.get();
        if (auction instanceof TradeReductionAuction) {
            return Optional.of(equilibrium(MCAFEE, reduced(market), market));
        }
        if (auction instanceof McAfeeAuction mcAfee) {
            boolean fits = mcAfee.lowest() <= market.lowest() && mcAfee.highest() >= market.highest();
            return Optional.of(fits ? equilibrium(MCAFEE, mcAfee(mcAfee, market), market) : unfit(game));
        }
        if (auction instanceof VcgCallMarket vcg) {
            boolean fits = vcg.lowestValue() == market.values().lower()
                    && vcg.highestCost() == market.costs().upper();
            return Optional.of(fits ? equilibrium("Krishna and Perry (2000)", vcg(market), market) : unfit(game));
        }
        return Optional.empty();
    }

    private static Solution unfit(BayesianGame game) {
        return new NoEquilibrium("the mechanism was designed for other types: it is " + game.mechanism()
                + ", the types are " + game.types());
    }

    private static Solution equilibrium(String source, Predictions predictions, Population market) {
        return new Equilibrium(
                "truthful (weakly dominant)",
                Truth.forAll(market.buyers() + market.sellers()),
                Certificate.closedForm(source),
                predictions);
    }

    private static Predictions vcg(Population market) {
        TruthfulTrade trade = TruthfulTrade.of(market);
        double buyers = trade.vcgBuyerGains();
        Predictions predictions =
                predictions(market, trade.gains(), -trade.vcgDeficit(), trade.tradesAtLeast(1), buyers);
        return paid(predictions, trade.tradedValue() - buyers, market);
    }

    private static Predictions mcAfee(McAfeeAuction auction, Population market) {
        McAfeeTrade trade = McAfeeTrade.of(market, auction.lowest(), auction.highest());
        double buyers = trade.buyerGains();
        Predictions predictions = predictions(market, trade.gains(), trade.surplus(), trade.tradeProbability(), buyers);
        return paid(predictions, trade.tradedValue() - buyers, market);
    }

    private static Predictions reduced(Population market) {
        LastTrade last = LastTrade.of(market);
        double probability = TruthfulTrade.of(market).tradesAtLeast(2);
        return predictions(market, last.reducedGains(), last.reducedSurplus(), probability, last.reducedBuyerGains());
    }

    private static Predictions paid(Predictions predictions, double byBuyers, Population market) {
        return predictions.withPayments(CallMarketSolver.payments(byBuyers, predictions.revenue(), market));
    }

    /** The sellers have what buyers and house leave. */
    private static Predictions predictions(
            Population market, double gains, double revenue, double probability, double buyers) {
        double sellers = gains - revenue - buyers;
        return new Predictions(
                revenue,
                gains,
                TruthfulTrade.of(market).gains(),
                probability,
                CallMarketSolver.perRole(buyers / market.buyers(), sellers / market.sellers(), market));
    }
}
