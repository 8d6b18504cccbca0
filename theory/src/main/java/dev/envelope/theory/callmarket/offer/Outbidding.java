package dev.envelope.theory.callmarket.offer;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the m buyers of the k-double auction bid above all n &lt; m asks: only the number of higher bids matters there, so that (v −
 * b)·(m−n)·F'/F = k·b' (the first-order condition with all asks below), which with a = (m−n)/k is solved by (v −
 * b)·F(v)^a = const + ∫ F^a.
 */
final class Outbidding {

    /** The longest piece, as a share of all. */
    private static final double LONGEST = 1 / 24.0;

    /** No piece is shorter, as a share of all, but between kinks that are: a density may be infinite where a piece begins. */
    private static final double SHORTEST = 1e-9;

    /** More pieces are not tried: there are about (m−n)/k·ln(1/F), which small weights of bids make many. */
    private static final int MOST_PIECES = 2000;

    private Outbidding() {}

    /**
     * The bids of the values from {@code value}, which bids {@code bid}, up to the highest: pieces on which F^a grows little. Empty
     * where these are too many.
     */
    static Optional<List<GaussPanel>> from(Population market, double k, double value, double bid) {
        ValueDistribution values = market.values();
        double power = (market.buyers() - market.sellers()) / k;
        double reach = values.upper() - value;
        double[] edges = Kinks.between(value, values.upper(), values.kinks());
        List<GaussPanel> panels = new ArrayList<>();
        double start = bid;
        double from = value;
        int next = 1;
        while (next < edges.length) {
            if (panels.size() == MOST_PIECES) {
                return Optional.empty();
            }
            double to = from + Math.max(SHORTEST * reach, length(values, power, from, edges, next));
            if (!(to < edges[next] - SHORTEST * reach)) {
                to = edges[next];
                next++;
            }
            GaussPanel panel = piece(values, power, from, to, start);
            panels.add(panel);
            start = panel.end();
            from = to;
        }
        return Optional.of(List.copyOf(panels));
    }

    /** How long a piece from {@code from} on, before edge {@code next}, may be; 0 where the density is infinite. */
    private static double length(ValueDistribution values, double power, double from, double[] edges, int next) {
        double growth = power * values.density(from) / values.cdf(from);
        double length = Math.min(LONGEST * (edges[edges.length - 1] - edges[0]), 1 / growth);
        // Next to an infinite density F is a broken power of the distance.
        List<Double> singularities = values.singularities();
        double most = singularities.contains(edges[next]) ? (edges[next] - from) / 2 : length;
        double past = singularities.contains(edges[next - 1]) ? from - edges[next - 1] : length;
        return Math.min(length, Math.min(most, past));
    }

    private static GaussPanel piece(ValueDistribution values, double power, double from, double to, double start) {
        double width = to - from;
        double share = values.cdf(from);
        double[] risen = new double[GaussPanel.STAGES];
        for (int j = 0; j < risen.length; j++) {
            risen[j] = StrictMath.pow(values.cdf(from + width * GaussPanel.POINTS[j]) / share, power);
        }
        GaussPanel margins = new GaussPanel(from, width, from - start, risen);
        double[] slopes = new double[GaussPanel.STAGES];
        for (int j = 0; j < slopes.length; j++) {
            double at = from + width * GaussPanel.POINTS[j];
            double margin = margins.at(at) / risen[j];
            slopes[j] = power * margin * values.density(at) / values.cdf(at);
        }
        return new GaussPanel(from, width, start, slopes);
    }
}
