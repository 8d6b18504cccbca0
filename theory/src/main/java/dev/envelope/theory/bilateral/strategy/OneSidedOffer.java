package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.TradeBoundary;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The double auction in which one side names the price, for any distributions: at k = 1 the buyer's bid is the price, at k = 0
 * the seller's ask.
 *
 * <p>The other side has no influence on the price and is truthful, which is weakly dominant. The side that names it is a
 * monopsonist or monopolist: the buyer bids the p that maximises (v − p)·F(p), so p + F(p)/f(p) = v where that is
 * increasing, and the ironed equation elsewhere; the seller asks the p that maximises (p − c)·(1 − G(p)), p − (1−G(p))/g(p) =
 * c (Chatterjee &amp; Samuelson 1983; Satterthwaite &amp; Williams 1989). A buyer with v ≤ c_lo bids v and a seller with c ≥
 * v_hi asks c. Checked by {@code OneSidedOfferTest}.
 */
public final class OneSidedOffer implements TradingStrategies {

    private final Traders traders;
    private final boolean isBuyers;
    private final IronedVirtualValue offer;

    private OneSidedOffer(Traders traders, boolean isBuyers) {
        this.traders = traders;
        this.isBuyers = isBuyers;
        this.offer = IronedVirtualValue.of(isBuyers ? new MirroredDistribution(traders.costs()) : traders.values());
    }

    /** The buyer names the price: k = 1. */
    public static OneSidedOffer buyers(Traders traders) {
        return new OneSidedOffer(traders, true);
    }

    /** The seller names the price: k = 0. */
    public static OneSidedOffer sellers(Traders traders) {
        return new OneSidedOffer(traders, false);
    }

    @Override
    public Traders traders() {
        return traders;
    }

    @Override
    public double k() {
        return isBuyers ? 1 : 0;
    }

    @Override
    public double bid(double value) {
        return !isBuyers || value <= traders.costs().lower() ? value : -offer.inverse(-value);
    }

    @Override
    public double ask(double cost) {
        return isBuyers || cost >= traders.values().upper() ? cost : offer.inverse(cost);
    }

    @Override
    public List<Double> bidKinks() {
        return isBuyers ? jumps(-1) : List.of();
    }

    @Override
    public List<Double> askKinks() {
        return isBuyers ? List.of() : jumps(1);
    }

    @Override
    public TradeFigures figures() {
        if (isBuyers) {
            TradeBoundary boundary = new TradeBoundary(traders, this::bid, bidKinks());
            double low = traders.values().lower();
            return boundary.figures(boundary.sellers(low) * (low - bid(low)), 0);
        }
        List<Double> kinks = new ArrayList<>(offer.corners());
        kinks.add(ask(traders.costs().lower()));
        traders.costs().kinks().forEach(cost -> kinks.add(ask(cost)));
        kinks.add(ask(traders.costs().upper()));
        TradeBoundary boundary = new TradeBoundary(traders, offer::at, kinks);
        double high = traders.costs().upper();
        double price = ask(high);
        return boundary.figures(0, price > high ? (1 - traders.values().cdf(price)) * (price - high) : 0);
    }

    /** The types at which the offer is not smooth: where its virtual value meets a corner. */
    private List<Double> jumps(int sign) {
        List<Double> types = new ArrayList<>();
        offer.corners().forEach(corner -> types.add(sign * offer.at(corner)));
        return types;
    }
}
