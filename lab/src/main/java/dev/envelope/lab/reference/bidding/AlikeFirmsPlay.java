package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;

/** Firms with values of one distribution: in closed form. */
final class AlikeFirmsPlay extends LicencePlay {

    private final LicenceAuction auction;

    AlikeFirmsPlay(LicenceAuction auction, LicenceBidding bidding, boolean isRivalLicensed) {
        super(bidding, isRivalLicensed);
        this.auction = auction;
    }

    @Override
    public double bid(int agent, double value) {
        return auction.bid(bidding().pricing(), value);
    }

    @Override
    public double winProbability(int agent, double value) {
        return ObjectAllocation.always(types()).winProbability(agent, value);
    }

    @Override
    public double winProbability(int agent) {
        return 1.0 / auction.firms();
    }

    @Override
    public double payment(int agent, double value) {
        return auction.interimPayment(value);
    }

    @Override
    public double utility(int agent, double value) {
        return auction.interimUtility(value);
    }

    @Override
    public double surplus(int agent) {
        return mean(agent, auction::interimUtility);
    }

    @Override
    public double payment(int agent) {
        return auction.revenue() / auction.firms();
    }

    @Override
    public double revenue() {
        return auction.revenue();
    }
}
