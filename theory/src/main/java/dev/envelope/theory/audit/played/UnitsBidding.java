package dev.envelope.theory.audit.played;

import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.IndependentDraws;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitsOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * Bidders for several units each, whose marginal values are independent draws in decreasing order.
 *
 * @param draws the values; the units are the auction's
 * @param auction the rules
 * @param schedule the bids for the units that are worth these values
 * @param isTruthful whether these are the values
 */
public record UnitsBidding(
        IndependentDraws draws, MultiUnitAuction auction, UnaryOperator<List<Double>> schedule, boolean isTruthful)
        implements PlayedGame {

    private static final double[] SHADES = {0.95, 0.85, 0.7, 0.5, 0.25};

    /** Everybody bids its values. */
    public static UnitsBidding ofTruth(IndependentDraws draws, MultiUnitAuction auction) {
        return new UnitsBidding(draws, auction, values -> values, true);
    }

    @Override
    public int agents() {
        return draws.bidders();
    }

    @Override
    public Draw draw(DoubleSupplier uniforms) {
        List<List<Double>> types = new ArrayList<>();
        for (int i = 0; i < agents(); i++) {
            List<Double> values = new ArrayList<>();
            for (int k = 0; k < draws.draws(); k++) {
                values.add(draws.draw().quantile(uniforms.getAsDouble()));
            }
            values.sort(Comparator.reverseOrder());
            types.add(values);
        }
        return new Draw(types, 0);
    }

    @Override
    public List<Double> message(int agent, List<Double> type) {
        return schedule.apply(type);
    }

    /** The truth, the truth about fewer units, and all or all but the first shaded. */
    @Override
    public List<List<Double>> tried(int agent, List<Double> type) {
        List<List<Double>> tried = new ArrayList<>(List.of(type));
        for (int length = 1; length < type.size(); length++) {
            List<Double> cut = new ArrayList<>(type.subList(0, length));
            cut.addAll(Collections.nCopies(type.size() - length, 0.0));
            tried.add(cut);
        }
        for (double shade : SHADES) {
            List<Double> all = type.stream().map(value -> shade * value).toList();
            List<Double> later = new ArrayList<>(all);
            later.set(0, type.get(0));
            tried.add(all);
            tried.add(later);
        }
        return tried;
    }

    @Override
    public int firstLike(int agent) {
        return 0;
    }

    @Override
    public Settlement settle(Draw draw, List<List<Double>> messages) {
        UnitsOutcome outcome = auction.outcome(new DemandBids(messages), TieOrder.byIndex(agents()));
        List<Double> worth = new ArrayList<>();
        for (int i = 0; i < agents(); i++) {
            worth.add(
                    outcome.payoff(i, draw.types().get(i)) + outcome.payments().get(i));
        }
        return new Settlement(worth, outcome.payments());
    }

    @Override
    public double firstBest(Draw draw) {
        return draw.profile().stream()
                .sorted(Comparator.reverseOrder())
                .limit(auction.units())
                .mapToDouble(value -> Math.max(0, value))
                .sum();
    }

    @Override
    public PlayedGame truthful() {
        return ofTruth(draws, auction);
    }
}
