package dev.envelope.theory.callmarket.offer;

import dev.envelope.theory.callmarket.expectation.Population;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A path of prices x and of the values V that bid and the costs C that ask them, from the lowest offer that can trade against both
 * sides to the highest. Over the sum of types all three rise.
 *
 * <p>Who cannot trade offers the own type. Where a path ends at the lowest value, lower costs ask the lowest bid if sellers are not
 * the more numerous; otherwise they undercut each other further ({@link Outbidding}). Above it is the same with buyers.
 *
 * @param market whose offers
 * @param k the weight of the upper end of the price interval
 * @param ends where the path ends
 * @param prices x, piece by piece
 * @param values V
 * @param costs C
 */
public record OfferPath(
        Population market,
        double k,
        PathEnds ends,
        List<GaussPanel> prices,
        List<GaussPanel> values,
        List<GaussPanel> costs) {

    /** Whether all three rise. */
    boolean isRising() {
        return Stream.of(prices, values, costs).flatMap(List::stream).allMatch(GaussPanel::isRising);
    }

    /** What buyers bid; empty where bids above all asks rise too steeply. */
    public Optional<OfferFunction> bids() {
        int last = prices.size() - 1;
        boolean outbid = !ends.cornerAbove() && market.buyers() > market.sellers();
        Optional<List<GaussPanel>> above = outbid
                ? Outbidding.from(
                        market, k, values.get(last).end(), prices.get(last).end())
                : Optional.of(List.of());
        return above.map(panels -> new PathBids(
                prices, values, !ends.cornerBelow(), panels, market.values().upper()));
    }

    /** What sellers ask; empty where asks below all bids fall too steeply. */
    public Optional<OfferFunction> asks() {
        return mirrored().bids().map(OfferFunction::mirrored);
    }

    private OfferPath mirrored() {
        Population other = market.mirrored();
        return new OfferPath(other, 1 - k, ends.mirrored(), mirrored(prices), mirrored(costs), mirrored(values));
    }

    private static List<GaussPanel> mirrored(List<GaussPanel> panels) {
        List<GaussPanel> mirrored = new ArrayList<>();
        panels.forEach(panel -> mirrored.add(panel.mirrored()));
        Collections.reverse(mirrored);
        return List.copyOf(mirrored);
    }
}
