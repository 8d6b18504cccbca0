package dev.envelope.theory.callmarket.offer;

import java.util.ArrayList;
import java.util.List;

/**
 * The bids along a path.
 *
 * <p>Values below the path bid themselves. Values above it bid as {@code above} says, or all what the last one on it does.
 *
 * @param prices what is bid, piece by piece
 * @param values by whom, on the same pieces
 * @param isFirstLowest whether the path begins at the lowest value
 * @param above bids over values beyond the path, which may be none
 * @param highest the highest value
 */
record PathBids(
        List<GaussPanel> prices, List<GaussPanel> values, boolean isFirstLowest, List<GaussPanel> above, double highest)
        implements OfferFunction {

    /** By how much slopes differ at a corner, per unit of the sum of types. */
    private static final double CORNER = 1e-3;

    @Override
    public double offer(double value) {
        if (value <= values.get(0).start()) {
            return isFirstLowest ? prices.get(0).start() : value;
        }
        if (value < last(values)) {
            return along(values, prices, value);
        }
        return above.isEmpty() ? last(prices) : above.get(piece(above, value)).at(value);
    }

    @Override
    public double typeOf(double offer) {
        return offer >= last(prices) && above.isEmpty() ? highest : lowestTypeOf(offer);
    }

    @Override
    public double lowestTypeOf(double offer) {
        double first = prices.get(0).start();
        if (offer <= first) {
            return isFirstLowest ? values.get(0).start() - (offer < first ? 1 : 0) : offer;
        }
        if (offer <= last(prices)) {
            return along(prices, values, offer);
        }
        if (above.isEmpty() || offer > above.get(above.size() - 1).end()) {
            return highest + 1;
        }
        int low = 0;
        while (above.get(low).end() < offer) {
            low++;
        }
        return above.get(low).find(offer);
    }

    /** Where the path has corners. */
    @Override
    public List<Double> bends() {
        List<Double> bends = new ArrayList<>();
        for (int i = 1; i < prices.size(); i++) {
            if (isCorner(prices, i) || isCorner(values, i)) {
                bends.add(prices.get(i).start());
            }
        }
        return bends;
    }

    private static boolean isCorner(List<GaussPanel> curve, int piece) {
        double before = curve.get(piece - 1).steepness();
        double after = curve.get(piece).slope(curve.get(piece).from());
        return Math.abs(after - before) > CORNER;
    }

    /** What {@code wanted} is where {@code given} is {@code x}. */
    private static double along(List<GaussPanel> given, List<GaussPanel> wanted, double x) {
        int low = 0;
        while (low < given.size() - 1 && given.get(low).end() < x) {
            low++;
        }
        double found = wanted.get(low).at(given.get(low).find(x));
        // Rounding must not put the last offer of one side beyond what all of the other offer.
        return Math.max(wanted.get(0).start(), Math.min(last(wanted), found));
    }

    private static int piece(List<GaussPanel> panels, double at) {
        int piece = 0;
        while (piece < panels.size() - 1 && panels.get(piece).to() < at) {
            piece++;
        }
        return piece;
    }

    private static double last(List<GaussPanel> panels) {
        return panels.get(panels.size() - 1).end();
    }
}
