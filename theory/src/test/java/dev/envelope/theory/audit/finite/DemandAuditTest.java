package dev.envelope.theory.audit.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.SeveralUnits;
import dev.envelope.theory.finite.demand.WantedPackages;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemandAuditTest {

    private static final double ROUNDING = 1e-12;
    private static final double TICK = 0.5;
    private static final DiscreteDistribution EVEN = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));

    private static AuditReport truth(DemandGame game, AdmittedBids bids) {
        return DemandAudit.ofTruth(game, Utility.riskNeutral(), AuditSettings.USUAL, bids);
    }

    private static DemandGame units(UnitPricing pricing, int bidders) {
        return SeveralUnits.of(MultiUnitAuction.of(2, pricing), 2, Collections.nCopies(bidders, EVEN));
    }

    /** Two bidders for two units, who want both: against all 15 pairs of bids from 0 to 2 in halves, written otherwise. */
    @ParameterizedTest
    @EnumSource(UnitPricing.class)
    void theLargestGainIsThatOfAllPairsOfBids(UnitPricing pricing) {
        double regret = 0;
        double[][] types = {{1, 1, 0.25}, {2, 1, 0.5}, {2, 2, 0.25}};
        for (double[] own : types) {
            double best = Double.NEGATIVE_INFINITY;
            for (double first = 0; first <= 2; first += TICK) {
                for (double second = 0; second <= first; second += TICK) {
                    best = Math.max(best, expected(pricing, own, first, second, types));
                }
            }
            regret = Math.max(regret, best - expected(pricing, own, own[0], own[1], types));
        }
        AuditReport report = truth(units(pricing, 2), new AdmittedBids(0, 2, OptionalDouble.of(TICK)));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).amount()).isEqualTo(regret, within(ROUNDING));
        assertThat(report.verdict(Property.TRUTHFUL).ruling())
                .isEqualTo(pricing == UnitPricing.VICKREY ? Ruling.HOLDS : Ruling.FAILS);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling())
                .isEqualTo(pricing == UnitPricing.VICKREY ? Ruling.HOLDS : Ruling.FAILS);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
    }

    private static double expected(UnitPricing pricing, double[] own, double first, double second, double[][] types) {
        double sum = 0;
        for (double[] other : types) {
            // Whoever goes first among equals: each of the two as often.
            sum += other[2]
                    * (payoff(pricing, own, first, second, other, true)
                            + payoff(pricing, own, first, second, other, false))
                    / 2;
        }
        return sum;
    }

    private static double payoff(
            UnitPricing pricing, double[] own, double first, double second, double[] other, boolean isFirst) {
        int won = beats(first, other[1], isFirst) ? 1 : 0;
        won += beats(second, other[0], isFirst) ? 1 : 0;
        double[] all = {first, second, other[0], other[1]};
        Arrays.sort(all);
        double paid = switch (pricing) {
            case HIGHEST_REJECTED -> won * all[1];
            case LOWEST_ACCEPTED -> won * all[2];
            case DISCRIMINATORY -> won == 2 ? first + second : won * first;
            case VICKREY -> won == 2 ? other[0] + other[1] : won * other[1];
        };
        return (won > 0 ? own[0] : 0) + (won > 1 ? own[1] : 0) - paid;
    }

    private static boolean beats(double bid, double other, boolean isFirst) {
        return bid > other || (bid == other && isFirst);
    }

    @Test
    void vickreysPaymentsAreDominantWhateverTheOthersBid() {
        AuditReport report = truth(units(UnitPricing.VICKREY, 3), new AdmittedBids(0, 2, OptionalDouble.of(0.01)));
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.EX_POST_RATIONALITY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.agents()).extracting(agent -> agent.agent()).containsExactly(0, 1, 2);
    }

    /**
     * One bidder of 2 for each of two units, at the lowest accepted bid: nobody gains against the other's 2, but who bids less gains where the
     * other bids 0.
     */
    @Test
    void whatIsBestAgainstValuesMayNotBeDominant() {
        DiscreteDistribution two = DiscreteDistribution.point(2);
        DemandGame game = SeveralUnits.of(MultiUnitAuction.of(1, UnitPricing.LOWEST_ACCEPTED), 2, List.of(two, two));
        AuditReport report = truth(game, new AdmittedBids(0, 2, OptionalDouble.of(0.5)));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).witness().others())
                .hasSize(1);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).amount()).isEqualTo(2, within(ROUNDING));
    }

    /** Bids go to 1.5 and values to 2; where they go to 2 on ticks of 0.3, 1 and 2 are near some. */
    @Test
    void truthThatIsNotAdmittedIsOpen() {
        DemandGame game = units(UnitPricing.VICKREY, 2);
        Verdict beyond =
                truth(game, new AdmittedBids(0, 1.5, OptionalDouble.of(0.5))).verdict(Property.TRUTHFUL);
        assertThat(beyond.ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(beyond.evidence())
                .isEqualTo("as if 2, a type of agent 1, could be bid; there are bids from 0 to 1.5 on ticks of 0.5");
        Verdict between =
                truth(game, new AdmittedBids(0, 2.1, OptionalDouble.of(0.3))).verdict(Property.TRUTHFUL);
        assertThat(between.ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(between.evidence()).endsWith("; as if types between ticks could be bid");
    }

    /** Who has 2 for each of two units wins both at 1.8 against a bid of that, and one for nothing by bidding less; a bid of 2 is none. */
    @Test
    void othersBidOnTicks() {
        DemandGame game = SeveralUnits.of(
                MultiUnitAuction.of(2, UnitPricing.HIGHEST_REJECTED),
                2,
                List.of(DiscreteDistribution.point(2), DiscreteDistribution.point(0)));
        Verdict dominant =
                truth(game, new AdmittedBids(0, 1.9, OptionalDouble.of(0.3))).verdict(Property.DOMINANT_STRATEGIES);
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant.amount()).isEqualTo(2 - 2 * (2 - 1.8), within(ROUNDING));
    }

    /** A sole bidder pays nothing for a package, whatever the payments; of those in the core that is not gone through. */
    @Test
    void whatIsPaidInTheCoreIsNotProvedBetweenTheBidsThatAreTried() {
        for (PackagePricing pricing : List.of(PackagePricing.VCG, PackagePricing.NEAREST_VCG)) {
            AuditReport report = truth(
                    new WantedPackages(new PackageAuction(pricing), 1, List.of(Bundle.of(0)), List.of(EVEN)),
                    new AdmittedBids(0, 3, OptionalDouble.of(0.5)));
            for (Property property :
                    List.of(Property.TRUTHFUL, Property.BAYESIAN_INCENTIVES, Property.DOMINANT_STRATEGIES)) {
                Verdict verdict = report.verdict(property);
                assertThat(verdict.ruling()).isEqualTo(pricing == PackagePricing.VCG ? Ruling.HOLDS : Ruling.UNDECIDED);
                assertThat(verdict.amount()).isEqualTo(0, within(ROUNDING));
            }
        }
    }

    /** Seven bidders of 2 for each of three units: nobody gains where all bid so, and who pays its bids gains 4 where nobody else bids. */
    @Test
    void truthAgainstTooManyOthersIsNotDominantForThat() {
        List<DiscreteDistribution> all = Collections.nCopies(7, DiscreteDistribution.point(2));
        AdmittedBids bids = new AdmittedBids(0, 5, OptionalDouble.of(0.01));
        Verdict paid = truth(SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.DISCRIMINATORY), 3, all), bids)
                .verdict(Property.DOMINANT_STRATEGIES);
        assertThat(paid.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(paid.amount()).isEqualTo(4, within(ROUNDING));
        assertThat(paid.witness().others()).hasSize(6);
        Verdict vickrey = truth(SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.VICKREY), 3, all), bids)
                .verdict(Property.DOMINANT_STRATEGIES);
        assertThat(vickrey.ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(vickrey.evidence()).endsWith("what a bidder pays is set by bids of the others, whatever these are");
    }

    /** A local of 2 that offers 0.5 beside a local of 1 or 2 and a global bidder of 1 wins as often, and pays its offer less. */
    @Test
    void offersForPackagesAreTruthfulByVickreysPaymentsOnly() {
        DiscreteDistribution global = new DiscreteDistribution(List.of(1.0, 3.0), List.of(0.5, 0.5));
        for (PackagePricing pricing :
                List.of(PackagePricing.VCG, PackagePricing.PAY_AS_BID, PackagePricing.NEAREST_VCG)) {
            AuditReport report = truth(
                    new WantedPackages(
                            new PackageAuction(pricing),
                            2,
                            List.of(Bundle.of(0), Bundle.of(1), Bundle.of(0, 1)),
                            List.of(EVEN, EVEN, global)),
                    new AdmittedBids(0, 3, OptionalDouble.of(0.5)));
            assertThat(report.verdict(Property.TRUTHFUL).ruling())
                    .isEqualTo(pricing == PackagePricing.VCG ? Ruling.HOLDS : Ruling.FAILS);
            assertThat(report.revenue())
                    .isEqualTo(
                            switch (pricing) {
                                case VCG -> 1.25;
                                case PAY_AS_BID -> 3.125;
                                // The locals pay 1 together against 1, and all pay 2 or 3 against 3.
                                default -> 0.5 * 1 + 0.5 * (0.25 * 2 + 0.5 * 3 + 0.25 * 3);
                            },
                            within(1e-9));
        }
    }

    /**
     * Locals of 1 and 2 against 2.3, where 2.3 − 2 is below 0.3 as computed: against every hundredth up to 3, of which 0.31 is the first local's
     * best; among all numbers it is what is just above 0.3.
     */
    @ParameterizedTest
    @EnumSource(
            value = PackagePricing.class,
            names = {"PAY_AS_BID", "NEAREST_ZERO"})
    void whatHasToBeOutbidIsNotOffByRounding(PackagePricing pricing) {
        List<List<Double>> values = List.of(List.of(1.0), List.of(2.0), List.of(2.3));
        DemandGame game = new WantedPackages(
                new PackageAuction(pricing),
                2,
                List.of(Bundle.of(0), Bundle.of(1), Bundle.of(0, 1)),
                values.stream()
                        .map(value -> DiscreteDistribution.point(value.get(0)))
                        .toList());
        double regret = 0;
        for (int i = 0; i < 3; i++) {
            double truthful = payoff(game, i, values, values);
            for (int cents = 0; cents <= 300; cents++) {
                List<List<Double>> sent = new ArrayList<>(values);
                sent.set(i, List.of(cents / 100.0));
                regret = Math.max(regret, payoff(game, i, values, sent) - truthful);
            }
        }
        assertThat(regret).isEqualTo(0.69, within(1e-8));
        assertThat(truth(game, new AdmittedBids(0, 3, OptionalDouble.of(0.01)))
                        .verdict(Property.TRUTHFUL)
                        .amount())
                .isEqualTo(regret, within(1e-8));
        assertThat(truth(game, AdmittedBids.ALL).verdict(Property.TRUTHFUL).amount())
                .isEqualTo(0.7, within(1e-8));
    }

    private static double payoff(DemandGame game, int bidder, List<List<Double>> values, List<List<Double>> sent) {
        return game.outcomes(sent).stream()
                .mapToDouble(outcome -> outcome.chance()
                        * (outcome.worth(bidder, values.get(bidder))
                                - outcome.payments().get(bidder)))
                .sum();
    }

    @Test
    void tooManyMessagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> truth(
                        SeveralUnits.of(MultiUnitAuction.of(2, UnitPricing.VICKREY), 8, Collections.nCopies(4, EVEN)),
                        AdmittedBids.ALL))
                .withMessageContaining("outcomes to go through");
        // 40 values come to 11,480 types, which are listed, and some 300,000 lists of three bids.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> truth(
                        SeveralUnits.of(
                                MultiUnitAuction.of(3, UnitPricing.VICKREY), 3, Collections.nCopies(2, upTo(40))),
                        AdmittedBids.ALL))
                .withMessageContaining("outcomes to go through");
    }

    private static DiscreteDistribution upTo(int highest) {
        return new DiscreteDistribution(
                IntStream.rangeClosed(1, highest).mapToObj(k -> (double) k).toList(),
                Collections.nCopies(highest, 1.0 / highest));
    }

    /** What others offer is not gone through before that is refused: 12 bidders have 10^11 profiles of the others. */
    @Test
    void tooManyBiddersAreRefusedBeforeAnythingIsTried() {
        DemandGame game = new WantedPackages(
                new PackageAuction(PackagePricing.PAY_AS_BID),
                12,
                IntStream.range(0, 12).mapToObj(Bundle::of).toList(),
                Collections.nCopies(12, upTo(10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> truth(game, AdmittedBids.ALL))
                .withMessage("bidders: 12 that may tie (expected: at most 7)");
    }
}
