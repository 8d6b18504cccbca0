package dev.envelope.theory.units;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is known of the equilibria of bidders that want several units: under Vickrey's payments truth is weakly dominant; under a
 * uniform price of the highest rejected bid demand is reduced, which is an equilibrium that is known where each of n bidders wants
 * two of n units. A strategy is the bid for a unit as a function of what it is worth. Checked by {@code SeveralWantedTest}.
 *
 * @param draws the bidders' marginal values
 * @param pricing what winners pay
 */
public record SeveralWanted(IndependentDraws draws, UnitPricing pricing) {

    /** The equilibrium, or why none is given. */
    public Solution solution() {
        return switch (pricing) {
            case VICKREY -> truthful();
            case HIGHEST_REJECTED -> reduced();
            case LOWEST_ACCEPTED, DISCRIMINATORY ->
                new NoEquilibrium("no equilibrium is known of bids for several units where winners pay " + price() + ";"
                        + " truthful bids, which are none, would bring " + draws.truthfulRevenue(pricing));
        };
    }

    /** The bids that the solution prescribes to a bidder of marginal values {@code values}. */
    public List<Double> schedule(List<Double> values) {
        if (pricing == UnitPricing.VICKREY) {
            return values;
        }
        List<Double> first = new ArrayList<>(Collections.nCopies(values.size(), 0.0));
        first.set(0, values.get(0));
        return first;
    }

    private String price() {
        return pricing == UnitPricing.DISCRIMINATORY ? "what they bid" : "the lowest accepted bid";
    }

    private Equilibrium truthful() {
        double welfare = draws.welfare();
        double revenue = draws.truthfulRevenue(pricing);
        int n = draws.bidders();
        return new Equilibrium(
                "truthful (weakly dominant)",
                bids(value -> value),
                Certificate.closedForm("Vickrey (1961); Krishna, Auction Theory, ch. 12"),
                new Predictions(revenue, welfare, welfare, 1, Collections.nCopies(n, (welfare - revenue) / n))
                        .withEqualPayments());
    }

    private Solution reduced() {
        if (draws.draws() == 2 && draws.bidders() == draws.units()) {
            SplitAward split = draws.split();
            ValueDistribution first = draws.marginal(1);
            int n = draws.bidders();
            var certificate = split.certificate();
            if (certificate.isPresent()) {
                return new Equilibrium(
                        "demand reduction: the value for the first unit, 0 for the second",
                        bids(value -> value),
                        certificate.get(),
                        new Predictions(
                                        0,
                                        n * first.mean(),
                                        draws.welfare(),
                                        1,
                                        Collections.nCopies(n, split.surplus()))
                                .withEqualPayments());
            }
        }
        return new NoEquilibrium(
                "a bid for a later unit can set the price of the earlier ones, so that it pays to bid less"
                        + " than its value (demand reduction), and no equilibrium is known of " + draws.bidders()
                        + " bidders that want " + draws.draws() + " of " + draws.units()
                        + " units; truthful bids, which are"
                        + " none, would bring " + draws.truthfulRevenue(pricing) + ", and bids for first units alone "
                        + draws.firstUnitRevenue(pricing));
    }

    private List<BidFunction> bids(BidFunction bid) {
        return Collections.nCopies(draws.bidders(), bid);
    }
}
