package dev.envelope.theory.finite.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandPlayTest {

    private static final double ROUNDING = 1e-12;
    private static final DiscreteDistribution X =
            new DiscreteDistribution(List.of(1.0, 2.0, 3.0), List.of(0.2, 0.5, 0.3));
    private static final DiscreteDistribution Y = new DiscreteDistribution(List.of(0.0, 2.5), List.of(0.4, 0.6));

    private static Solution truth(DemandGame game) {
        return DemandPlay.truth(game, BidFunction.TRUTH, "truthful (weakly dominant)", "Vickrey (1961)");
    }

    private static Predictions predictions(DemandGame game) {
        return ((Equilibrium) truth(game)).predictions();
    }

    /** Against all draws in whatever order: who has what the others lose by it keeps W − W(−i), the seller keeping units that are worth the reserve. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0", "2, 2, 0", "3, 2, 0", "2, 3, 0", "2, 2, 1.5", "3, 2, 2"})
    void whatVickreysPaymentsComeToIsTheSameDrawByDraw(int units, int wanted, double reserve) {
        List<DiscreteDistribution> draws = List.of(X, Y, X);
        double gains = 0;
        double firstBest = 0;
        double sold = 0;
        double[] surplus = new double[3];
        int[] sizes = new int[3 * wanted];
        int profiles = 1;
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = draws.get(d / wanted).size();
            profiles *= sizes[d];
        }
        for (int p = 0; p < profiles; p++) {
            double chance = 1;
            double[] values = new double[sizes.length];
            int rest = p;
            for (int d = 0; d < sizes.length; d++) {
                DiscreteDistribution draw = draws.get(d / wanted);
                values[d] = draw.points().get(rest % sizes[d]);
                chance *= draw.probabilities().get(rest % sizes[d]);
                rest /= sizes[d];
            }
            double all = welfare(values, wanted, -1, units, reserve);
            double sales = welfare(values, wanted, -1, units, Double.NaN);
            double served = 0;
            List<Double> best = sorted(values, wanted, -1);
            for (int l = 0; l < units; l++) {
                served += best.get(l) >= reserve ? best.get(l) : 0;
            }
            gains += chance * served;
            firstBest += chance * sales;
            sold += best.get(0) >= reserve ? chance : 0;
            for (int i = 0; i < 3; i++) {
                surplus[i] += chance * (all - welfare(values, wanted, i, units, reserve));
            }
        }
        Predictions predictions =
                predictions(SeveralUnits.of(new MultiUnitAuction(units, UnitPricing.VICKREY, reserve), wanted, draws));
        assertThat(predictions.gains()).isEqualTo(gains, within(ROUNDING));
        assertThat(predictions.firstBestGains()).isEqualTo(firstBest, within(ROUNDING));
        assertThat(predictions.tradeProbability()).isEqualTo(sold, within(ROUNDING));
        for (int i = 0; i < 3; i++) {
            assertThat(predictions.surplus().get(i)).isEqualTo(surplus[i], within(ROUNDING));
        }
        assertThat(predictions.revenue()).isEqualTo(gains - surplus[0] - surplus[1] - surplus[2], within(1e-11));
    }

    private static List<Double> sorted(double[] values, int wanted, int without) {
        List<Double> sorted = new ArrayList<>();
        for (int d = 0; d < values.length; d++) {
            if (d / wanted != without) {
                sorted.add(values[d]);
            }
        }
        sorted.sort(Comparator.reverseOrder());
        return sorted;
    }

    /** The L highest values; with as many as there are units of the reserve where that is a number. */
    private static double welfare(double[] values, int wanted, int without, int units, double reserve) {
        List<Double> all = sorted(values, wanted, without);
        if (!Double.isNaN(reserve)) {
            all.addAll(Collections.nCopies(units, reserve));
            all.sort(Comparator.reverseOrder());
        }
        return all.stream().limit(units).mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Two locals of 1 or 2 and a global bidder of 1 or 3: against 1 the locals pay nothing; against 3 what comes in is 2 where they have 2 or 4
     * together, and 3 where they have 3, whoever wins.
     */
    @Test
    void localsAndAGlobalBidderPayWhatTheOthersLose() {
        DiscreteDistribution local = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));
        DiscreteDistribution global = new DiscreteDistribution(List.of(1.0, 3.0), List.of(0.5, 0.5));
        WantedPackages game = new WantedPackages(
                new PackageAuction(PackagePricing.VCG),
                2,
                List.of(Bundle.of(0), Bundle.of(1), Bundle.of(0, 1)),
                List.of(local, local, global));
        Predictions predictions = predictions(game);
        assertThat(predictions.revenue()).isEqualTo(0.5 * (0.25 * 2 + 0.5 * 3 + 0.25 * 2), within(ROUNDING));
        assertThat(predictions.gains()).isEqualTo(0.5 * 3 + 0.5 * (0.25 * 3 + 0.5 * 3 + 0.25 * 4), within(ROUNDING));
        assertThat(predictions.firstBestGains()).isEqualTo(predictions.gains(), within(ROUNDING));
        // The global bidder goes first in a third of the orders.
        List<DemandOutcome> tied = game.outcomes(List.of(List.of(1.0), List.of(2.0), List.of(3.0)));
        assertThat(tied).hasSize(2);
        assertThat(tied.stream()
                        .mapToDouble(outcome -> outcome.chance() * outcome.won().get(2))
                        .sum())
                .isEqualTo(1 / 3.0, within(ROUNDING));
    }

    /** 6 bidders at 4^5 profiles of the others, five times for the search of winners, a hundred times for payments in the core. */
    @Test
    void paymentsInTheCoreAreSlowerThanVickreys() {
        List<DiscreteDistribution> values = new ArrayList<>();
        List<Bundle> wants = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            values.add(new DiscreteDistribution(List.of(0.0, 1.0, 2.0, 3.0), Collections.nCopies(4, 0.25)));
            wants.add(Bundle.of(i));
        }
        PackageAuction core = new PackageAuction(PackagePricing.NEAREST_VCG);
        assertThat(new WantedPackages(core, 6, wants, values).obstacle(1))
                .contains("types: 614400 outcomes to go through (expected: at most 500000)");
        PackageAuction vickrey = new PackageAuction(PackagePricing.VCG);
        assertThat(new WantedPackages(vickrey, 6, wants, values).obstacle(16)).isEmpty();
        assertThat(new WantedPackages(vickrey, 6, wants, values).obstacle(17))
                .contains("types: 522240 outcomes to go through (expected: at most 500000)");
    }

    @Test
    void tooManyProfilesAreRefused() {
        SeveralUnits many = SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.VICKREY), 2, Collections.nCopies(8, X));
        assertThat(((NoEquilibrium) truth(many)).reason()).isEqualTo("bidders: 8 that may tie (expected: at most 7)");
        List<Double> points = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            points.add((double) k);
        }
        DiscreteDistribution fine = new DiscreteDistribution(points, Collections.nCopies(100, 0.01));
        SeveralUnits large =
                SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.VICKREY), 2, Collections.nCopies(3, fine));
        assertThat(((NoEquilibrium) truth(large)).reason()).contains("outcomes to go through (expected: at most ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralUnits.of(
                        MultiUnitAuction.of(2, UnitPricing.VICKREY), 2, List.of(DiscreteDistribution.point(-1))))
                .withMessage("values: -1.0 (expected: at least 0, for units)");
        // C(100 + 9, 10) lists of ten draws.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.VICKREY), 10, List.of(X, fine)))
                .withMessage("types: 42634215112710 of one bidder (expected: at most 20000)");
    }
}
