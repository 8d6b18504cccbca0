package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The buyers' symmetric bid function in the buyer's-bid double auction, sellers being truthful (Williams 1991): for U[0,1] it is
 * m·v/(m+1), whatever the number of sellers. Checked by {@code BuyersBidTest}.
 *
 * @param market the traders
 * @param panels the inverse V(b), piece by piece; between two pieces that do not join, bids leap, or there are no values
 * @param lowestThatTrades the lowest value that may trade; lower ones bid themselves
 * @param top what all values above the last piece bid
 */
record BuyersBid(Population market, List<GaussPanel> panels, double lowestThatTrades, double top)
        implements OfferFunction {

    BuyersBid {
        panels = List.copyOf(panels);
    }

    /** The bid function among {@code market}'s traders; empty where the condition could not be solved. */
    static Optional<OfferFunction> of(Population market) {
        if (market.values().upper() <= market.costs().lower()) {
            return Optional.of(OfferFunction.truthful());
        }
        if (market.buyers() == 1) {
            return Optional.of(SoleBuyerBid.of(market));
        }
        return LinearBid.fits(market)
                ? Optional.of(LinearBid.of(market))
                : new BuyersBidPath(market).solve().map(bid -> bid);
    }

    @Override
    public double offer(double type) {
        if (panels.isEmpty() || type < lowestThatTrades) {
            return Math.min(type, top);
        }
        int piece = last(GaussPanel::start, type);
        GaussPanel panel = panels.get(piece);
        if (type > panel.end()) {
            return piece == panels.size() - 1 ? top : panel.to();
        }
        return Math.min(top, panel.find(type));
    }

    @Override
    public double typeOf(double offer) {
        if (offer >= top) {
            return market.values().upper();
        }
        if (panels.isEmpty() || offer < panels.get(0).from()) {
            return Math.min(offer, Math.nextDown(lowestThatTrades));
        }
        GaussPanel panel = panels.get(last(GaussPanel::from, offer));
        return Math.min(
                offer < panel.to() ? panel.at(offer) : panel.end(),
                market.values().upper());
    }

    @Override
    public List<Double> bends() {
        List<Double> bends = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            double next = i + 1 < panels.size() ? panels.get(i + 1).from() : top;
            if (next > panels.get(i).to()) {
                bends.add(panels.get(i).to());
                bends.add(next);
            }
        }
        return bends;
    }

    /** The last piece at which {@code start} is at most {@code x}, or the first. */
    private int last(ToDoubleFunction<GaussPanel> start, double x) {
        int low = 0;
        int high = panels.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start.applyAsDouble(panels.get(middle)) <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
