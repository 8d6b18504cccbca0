package dev.envelope.lab.reference.callmarket;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.strategy.CallMarketPlay;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.solver.Equilibria;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A double auction and its traders.
 *
 * @param market who trades
 * @param k the weight of the upper end of the price interval
 */
record CallGame(Population market, double k) {

    boolean isBilateral() {
        return market.buyers() == 1 && market.sellers() == 1;
    }

    Solution solution() {
        List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(market.buyers(), market.values()));
        types.addAll(Collections.nCopies(market.sellers(), market.costs()));
        return Equilibria.of(new BayesianGame(KDoubleAuction.of(market.buyers(), market.sellers(), k), types));
    }

    /** Play of the equilibrium; for k between 0 and 1 of the one that the solver selects. */
    Optional<CallMarketPlay> play() {
        return k == 1
                ? CallMarketPlay.buyersBid(market)
                : k == 0 ? CallMarketPlay.sellersOffer(market) : CallMarketPlay.smooth(market, k);
    }
}
