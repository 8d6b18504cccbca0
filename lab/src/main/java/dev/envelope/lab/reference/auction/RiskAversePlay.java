package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.symmetric.RiskAverseFirstPrice;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.List;

/**
 * The first-price auction among alike bidders with a utility of gains: the allocation of the risk-neutral one at other
 * prices. Utilities are expected ones, E[u(x − β(x)); win].
 *
 * @param formula the bid function
 * @param neutral the risk-neutral auction with the same allocation
 */
record RiskAversePlay(RiskAverseFirstPrice formula, SymmetricPlay neutral) implements PlayedAuction {

    static RiskAversePlay of(SymmetricAuction auction, Utility utility) {
        RiskAverseFirstPrice formula = new RiskAverseFirstPrice(auction, utility);
        return new RiskAversePlay(formula, new SymmetricPlay(auction, formula::bid));
    }

    @Override
    public List<ValueDistribution> types() {
        return neutral.types();
    }

    @Override
    public double bid(int bidder, double value) {
        return neutral.bid(bidder, value);
    }

    @Override
    public double cutOff(int bidder) {
        return neutral.cutOff(bidder);
    }

    @Override
    public double winProbability(int bidder, double value) {
        return neutral.winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * bid(bidder, value);
    }

    @Override
    public double utility(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * formula.utility().of(value - bid(bidder, value));
    }

    @Override
    public double winProbability(int bidder) {
        return neutral.winProbability(bidder);
    }

    @Override
    public double payment(int bidder) {
        return revenue() / types().size();
    }

    @Override
    public double surplus(int bidder) {
        ValueDistribution type = types().get(bidder);
        double accuracy = 1e-13 * (type.upper() - type.lower());
        return Expectation.of(type, cutOff(bidder), type.upper(), accuracy, List.of(), x -> utility(bidder, x));
    }

    @Override
    public double revenue() {
        return formula.revenue();
    }

    @Override
    public double gains() {
        return neutral.gains();
    }

    @Override
    public double saleProbability() {
        return neutral.saleProbability();
    }

    @Override
    public double misallocation() {
        return 0;
    }
}
