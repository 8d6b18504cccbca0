package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One object for whoever values it most, of bidders who have finitely many values each and pay the highest of the others' values and
 * a price of their own: the second-price auction and VCG. Truth is weakly dominant whatever the distributions (Vickrey 1961), ties being broken at
 * random.
 *
 * <p>A bidder that ties pays its value, so that how ties are broken moves no surplus: i of value x earns E[(x − max(p_i, M))^+], M the highest
 * of the others' values, and revenue is what is left of the gains. All sums are over finitely many values and exact but for rounding. Checked by
 * {@code HighestValueWinsTest} by playing the auction at every profile.
 *
 * @param types each bidder's values, at least one bidder
 * @param threshold the least value that is served; −∞ where any is
 * @param lowestPrices what each pays that wins against nobody
 */
public record HighestValueWins(List<DiscreteDistribution> types, double threshold, List<Double> lowestPrices) {

    /** Copies the lists and checks that there is a price for each bidder. */
    public HighestValueWins {
        types = List.copyOf(types);
        lowestPrices = List.copyOf(lowestPrices);
        if (types.isEmpty() || types.size() != lowestPrices.size()) {
            throw new IllegalArgumentException("lowestPrices: " + lowestPrices.size() + ", types: " + types.size()
                    + " (expected: one of each per bidder, at least one)");
        }
    }

    /** The second-price auction with a reserve of {@code reserve}; −∞ for none, of at least two bidders then. */
    public static HighestValueWins secondPrice(List<DiscreteDistribution> types, double reserve) {
        if (types.size() == 1 && reserve == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("reserve: none (expected: one, for a sole bidder)");
        }
        return new HighestValueWins(types, reserve, Collections.nCopies(types.size(), reserve));
    }

    /** Plain VCG: values below 0 are not served, and whoever wins against nobody pays its lowest value, at least 0. */
    public static HighestValueWins vcg(List<DiscreteDistribution> types) {
        return new HighestValueWins(
                types, 0, types.stream().map(type -> Math.max(0, type.lower())).toList());
    }

    /** Truth, or abstaining below the threshold, with what follows. */
    public Equilibrium equilibrium() {
        BidFunction truth = x -> x >= threshold ? x : Mechanism.ABSTAIN;
        return new Equilibrium(
                "truthful (weakly dominant)",
                Collections.nCopies(types.size(), truth),
                Certificate.closedForm("Vickrey (1961); Krishna, Auction Theory, Proposition 2.1"),
                predictions());
    }

    private Predictions predictions() {
        List<Double> surplus = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            surplus.add(surplus(i));
        }
        double gains = highest(threshold);
        double revenue =
                gains - surplus.stream().mapToDouble(Double::doubleValue).sum();
        Predictions predictions = new Predictions(revenue, gains, highest(0), served(), surplus);
        boolean areAlike = types.stream().allMatch(types.get(0)::equals)
                && lowestPrices.stream().allMatch(lowestPrices.get(0)::equals);
        return areAlike ? predictions.withEqualPayments() : predictions.withPayments(payments(surplus));
    }

    /** What each pays on average: E[X_i; i wins] less what i earns. */
    private List<Double> payments(List<Double> surplus) {
        WinChances chances = new WinChances(types);
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            double payment = -surplus.get(i);
            for (double x : types.get(i).points()) {
                payment += x >= threshold ? x * types.get(i).mass(x) * chances.of(i, x) : 0;
            }
            payments.add(payment);
        }
        return payments;
    }

    /** E[max X; max X ≥ least]. */
    double highest(double least) {
        double total = 0;
        double before = 0;
        for (double x : values(-1)) {
            double upTo = othersUpTo(-1, x);
            total += x >= least ? x * (upTo - before) : 0;
            before = upTo;
        }
        return total;
    }

    /** E[max(0, max X − v0)]: the most that can be gained where keeping the object is worth v0. */
    double largestGains(double sellerValue) {
        double total = 0;
        double before = 0;
        for (double x : values(-1)) {
            double upTo = othersUpTo(-1, x);
            total += Math.max(0, x - sellerValue) * (upTo - before);
            before = upTo;
        }
        return total;
    }

    /** P(max X ≥ the threshold). */
    private double served() {
        double unserved = 0;
        for (double x : values(-1)) {
            unserved = x < threshold ? othersUpTo(-1, x) : unserved;
        }
        return 1 - unserved;
    }

    /** E[(X_i − max(p_i, M))^+]. */
    private double surplus(int agent) {
        DiscreteDistribution own = types.get(agent);
        double total = 0;
        for (int k = 0; k < own.size(); k++) {
            double x = own.points().get(k);
            total += x >= threshold ? own.probabilities().get(k) * earned(agent, x) : 0;
        }
        return total;
    }

    private double earned(int agent, double x) {
        double price = lowestPrices.get(agent);
        if (types.size() == 1) {
            return Math.max(0, x - price);
        }
        double total = 0;
        double before = 0;
        for (double other : values(agent)) {
            double upTo = othersUpTo(agent, other);
            total += (upTo - before) * Math.max(0, x - Math.max(price, other));
            before = upTo;
        }
        return total;
    }

    /** All values of all bidders but one, increasing. */
    private double[] values(int without) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < types.size(); j++) {
            values.addAll(j == without ? List.of() : types.get(j).points());
        }
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
    }

    private double othersUpTo(int without, double x) {
        double product = 1;
        for (int j = 0; j < types.size(); j++) {
            product *= j == without ? 1 : types.get(j).cdf(x);
        }
        return product;
    }
}
