package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * How the m buyers of the k-double auction bid above all n &lt; m asks: only the number of higher bids matters there, so that (v −
 * b)·(m−n)·F'/F = k·b' (the condition of {@link SmoothField} with all asks below), which with a = (m−n)/k is solved by (v −
 * b)·F(v)^a = const + ∫ F^a.
 */
final class Outbidding {

    private static final int PANELS = 24;

    private Outbidding() {}

    /** The bids of the values from {@code value}, which bids {@code bid}, up to the highest. */
    static List<GaussPanel> from(Population market, double k, double value, double bid) {
        ValueDistribution values = market.values();
        double power = (market.buyers() - market.sellers()) / k;
        double reach = values.upper() - value;
        List<GaussPanel> panels = new ArrayList<>();
        double start = bid;
        for (int i = 0; i < PANELS; i++) {
            double from = value + reach * i / PANELS;
            double width = value + reach * (i + 1) / PANELS - from;
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
            panels.add(new GaussPanel(from, width, start, slopes));
            start = panels.get(i).end();
        }
        return List.copyOf(panels);
    }
}
