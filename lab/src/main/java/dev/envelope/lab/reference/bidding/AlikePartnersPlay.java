package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.partnership.EqualPartners;
import dev.envelope.theory.partnership.PartnershipAuction;
import java.util.List;

/** Partners of equal shares with values of one distribution: in closed form. */
final class AlikePartnersPlay implements PlayedChoice {

    private final PartnershipAuction auction;
    private final EqualPartners partners;

    AlikePartnersPlay(PartnershipAuction auction) {
        this.auction = auction;
        this.partners = new EqualPartners(auction.types().get(0), auction.agents());
    }

    @Override
    public List<ValueDistribution> types() {
        return auction.types();
    }

    @Override
    public double bid(int agent, double value) {
        return auction.isWinnersBidPaid()
                ? partners.bidWhereWinnersBidIsPaid(value)
                : partners.bidWhereLosersBidIsPaid(value);
    }

    @Override
    public double winProbability(int agent, double value) {
        return auction.choice().winProbability(agent, value);
    }

    @Override
    public double winProbability(int agent) {
        return 1.0 / partners.partners();
    }

    @Override
    public double payment(int agent, double value) {
        return value * winProbability(agent, value) - utility(agent, value);
    }

    @Override
    public double utility(int agent, double value) {
        return partners.interimUtility(value);
    }

    @Override
    public double slope(int agent, double value) {
        return winProbability(agent, value);
    }

    @Override
    public OutsideOption outside(int agent) {
        return auction.outsideOption(agent);
    }

    @Override
    public double surplus(int agent) {
        return ObjectAllocation.always(types()).expectedWelfare() / partners.partners();
    }

    @Override
    public double payment(int agent) {
        return 0;
    }

    /** E[the bid of the highest value], or of the second highest, of which the density is n(n−1)·F^(n−2)·(1−F)·f. */
    @Override
    public double price() {
        int n = partners.partners();
        ValueDistribution type = partners.type();
        return mean(0, x -> {
            double others = auction.isWinnersBidPaid()
                    ? StrictMath.pow(type.cdf(x), n - 1)
                    : (n - 1) * StrictMath.pow(type.cdf(x), n - 2) * type.survival(x);
            return n * others * bid(0, x);
        });
    }

    @Override
    public int sharesPaid() {
        return partners.partners() - 1;
    }

    @Override
    public double[] payments(double[] bids, TieOrder ties) {
        return auction.outcome(bids, ties).payments();
    }
}
