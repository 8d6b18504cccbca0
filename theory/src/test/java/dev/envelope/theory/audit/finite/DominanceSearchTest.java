package dev.envelope.theory.audit.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DominanceSearchTest {

    private static final AdmittedBids CENTS = new AdmittedBids(0, 4, OptionalDouble.of(0.01));
    private static final DiscreteDistribution TWO = new DiscreteDistribution(List.of(2.0), List.of(1.0));
    private static final DiscreteDistribution X =
            new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.5, 0.3, 0.2));

    private static AuditReport truth(Mechanism mechanism, DiscreteDistribution types, AdmittedBids bids) {
        return FiniteAudit.ofTruth(
                new FiniteGame(mechanism, Collections.nCopies(mechanism.agents(), types)), AuditSettings.USUAL, bids);
    }

    private static Verdict dominant(AuditReport report) {
        return report.verdict(Property.DOMINANT_STRATEGIES);
    }

    /** All have 2 and bid it: nobody gains against that, but a bid of 0 gains 2 where nobody else bids. */
    @Test
    void equilibriumBidsOnKnownValuesAreNotDominant() {
        AuditReport report = truth(FirstPriceAuction.of(2, OptionalDouble.empty()), TWO, CENTS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        Verdict dominant = dominant(report);
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant.amount()).isEqualTo(2, within(1e-12));
        assertThat(dominant.witness())
                .hasToString("agent 1 of type 2.00000 that sends 0.00000 where the others send [nothing]");
        assertThat(dominant(truth(ThirdPriceAuction.of(3), TWO, CENTS)).ruling())
                .isEqualTo(Ruling.FAILS);
    }

    @Test
    void truthIsDominantWhereItIs() {
        AdmittedBids any = new AdmittedBids(0, Double.POSITIVE_INFINITY, OptionalDouble.empty());
        for (AdmittedBids bids : List.of(CENTS, any)) {
            for (int n : new int[] {2, 3, 4, 20}) {
                OptionalDouble reserve = n % 2 == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
                Verdict dominant = dominant(truth(SecondPriceAuction.of(n, reserve), X, bids));
                assertThat(dominant.ruling()).isEqualTo(Ruling.HOLDS);
                assertThat(dominant.evidence())
                        .endsWith(
                                n < 20
                                        ? "; and all bids of the others that rank otherwise"
                                        : "; what a bidder pays is set by bids of the others, whatever these are");
            }
            for (UnitPricing pricing : List.of(UnitPricing.HIGHEST_REJECTED, UnitPricing.VICKREY)) {
                assertThat(dominant(truth(UnitDemandAuction.of(20, 2, pricing), X, bids))
                                .ruling())
                        .isEqualTo(Ruling.HOLDS);
            }
            assertThat(dominant(truth(UnitDemandAuction.of(3, 2, UnitPricing.HIGHEST_REJECTED), X, bids))
                            .ruling())
                    .isEqualTo(Ruling.HOLDS);
        }
    }

    /** A sole bid of -2 is paid 2, and there is no reserve: what the rules prove is of bids from 0. */
    @Test
    void bidsBelowNothingAreBetterThanTruthWhereNobodyElseBids() {
        for (int n : new int[] {2, 30}) {
            Verdict dominant = dominant(truth(SecondPriceAuction.of(n, OptionalDouble.empty()), TWO, AdmittedBids.ALL));
            assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
            assertThat(dominant.witness().others())
                    .hasSize(n - 1)
                    .allSatisfy(other -> assertThat(other).containsExactly(Double.NaN));
            assertThat(dominant(truth(SecondPriceAuction.of(n, OptionalDouble.of(0)), TWO, AdmittedBids.ALL))
                            .ruling())
                    .isEqualTo(Ruling.HOLDS);
        }
    }

    /**
     * Three bidders of 2 that bid from 2 to 4 at the third price: nobody gains by another bid where all bid, but against 3 and nobody else a
     * bid of 4 wins and pays nothing.
     */
    @Test
    void othersMayAbstain() {
        AdmittedBids bids = new AdmittedBids(2, 4, OptionalDouble.of(1));
        Verdict dominant = dominant(truth(ThirdPriceAuction.of(3), TWO, bids));
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant.amount()).isEqualTo(2, within(1e-12));
        assertThat(dominant.witness().others()).contains(List.of(Double.NaN));
    }

    /** Where a bidder of 30 bids 30 against nine of 30, ten of 20, ten of 10 and ten of 5, it wins as surely with 0 where they bid nothing. */
    @Test
    void truthAgainstTooManyOthersIsNotDominantForThat() {
        List<DiscreteDistribution> types = new ArrayList<>();
        for (double value : new double[] {30, 20, 10, 5}) {
            types.addAll(Collections.nCopies(10, DiscreteDistribution.point(value)));
        }
        Verdict dominant = dominant(FiniteAudit.ofTruth(
                new FiniteGame(FirstPriceAuction.of(40, OptionalDouble.empty()), types),
                AuditSettings.USUAL,
                new AdmittedBids(0, 40, OptionalDouble.of(0.01))));
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant.amount()).isEqualTo(30, within(1e-12));
    }

    /** The value up to the highest bid, and nothing where no price is below the value, are dominant with a second price. */
    @Test
    void theHighestBidIsDominantForWhoHasMore() {
        for (OptionalDouble reserve : List.of(OptionalDouble.empty(), OptionalDouble.of(1.5))) {
            Verdict dominant = FiniteAudit.of(
                            new FiniteGame(SecondPriceAuction.of(25, reserve), Collections.nCopies(25, X)),
                            Collections.nCopies(
                                    25, value -> value < reserve.orElse(0) ? Mechanism.ABSTAIN : Math.min(value, 2)),
                            AuditSettings.USUAL,
                            new AdmittedBids(0, 2, OptionalDouble.of(0.01)))
                    .verdict(Property.DOMINANT_STRATEGIES);
            assertThat(dominant.ruling()).isEqualTo(Ruling.HOLDS);
        }
    }

    /** Bids of half the value in a second-price auction of one type each are best against each other, and not against 1.5. */
    @Test
    void bestRepliesToEachOtherMayNotBeDominant() {
        BidFunction half = value -> value / 2;
        BidFunction twice = value -> 2 * value;
        AuditReport report = FiniteAudit.of(
                new FiniteGame(SecondPriceAuction.of(2, OptionalDouble.empty()), List.of(TWO, TWO)),
                List.of(half, twice),
                AuditSettings.USUAL,
                CENTS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(dominant(report).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant(report).witness().others()).hasSize(1);
    }

    /** Twenty bidders of a first-price auction that all bid 2. */
    @Test
    void whatIsNotGoneThroughIsOpenUnlessItIsFoundToFail() {
        BidFunction two = value -> 2;
        AuditReport first = FiniteAudit.of(
                new FiniteGame(FirstPriceAuction.of(20, OptionalDouble.empty()), Collections.nCopies(20, TWO)),
                Collections.nCopies(20, two),
                AuditSettings.USUAL,
                CENTS);
        assertThat(dominant(first).ruling()).isEqualTo(Ruling.FAILS);
        AuditReport second = FiniteAudit.of(
                new FiniteGame(ThirdPriceAuction.of(40), Collections.nCopies(40, TWO)),
                Collections.nCopies(40, value -> 2),
                AuditSettings.USUAL,
                new AdmittedBids(0, 2, OptionalDouble.of(0.01)));
        assertThat(dominant(second).ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(dominant(second).evidence()).endsWith("; there are too many bids of the others to go through");
    }

    /** Bids go to 1.5 and types to 4; where they go to 4 by halves, 1 is one and the types are. */
    @Test
    void truthThatIsNotAdmittedIsOpen() {
        List<BidFunction> least = Collections.nCopies(1, value -> value >= 1 ? 1 : Mechanism.ABSTAIN);
        FiniteGame sole = new FiniteGame(FirstPriceAuction.of(1, OptionalDouble.of(1)), List.of(X));
        Verdict truthful = FiniteAudit.of(
                        sole, least, AuditSettings.USUAL, new AdmittedBids(0, 1.5, OptionalDouble.of(0.5)))
                .verdict(Property.TRUTHFUL);
        assertThat(truthful.ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(truthful.evidence())
                .isEqualTo("as if 2, a type of agent 1, could be bid; there are bids from 0 to 1.5 on ticks of 0.5");
        assertThat(FiniteAudit.of(sole, least, AuditSettings.USUAL, new AdmittedBids(0, 4, OptionalDouble.of(0.5)))
                        .verdict(Property.TRUTHFUL)
                        .ruling())
                .isEqualTo(Ruling.FAILS);
        assertThat(truth(
                                SecondPriceAuction.of(2, OptionalDouble.empty()),
                                X,
                                new AdmittedBids(0, 4, OptionalDouble.of(0.3)))
                        .verdict(Property.TRUTHFUL)
                        .evidence())
                .endsWith("; as if types between ticks could be bid");
    }

    /** Of 1 and 2 on ticks of 0.7 the bids are 0.7 and 2.1: who has 1 would win at 0.7 half of the time, at 1.4 against 0.7 always. */
    @Test
    void whatRoundingCostsIsInTheGainOnTicks() {
        DiscreteDistribution even = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));
        FiniteGame game = new FiniteGame(SecondPriceAuction.of(2, OptionalDouble.empty()), List.of(even, even));
        AdmittedBids bids = new AdmittedBids(0, 2.8, OptionalDouble.of(0.7));
        List<BidFunction> truth = Collections.nCopies(2, BidFunction.TRUTH);
        // 1 at 0.7 ties with 1 for 0.3/2, at 1.4 wins 0.3; 2 at 2.1 ties with 2 and loses 0.1/2, at 1.4 it loses
        // nothing.
        assertThat(FiniteAudit.gainsOnTicks(game, truth, AuditSettings.USUAL, bids))
                .allSatisfy(gain -> assertThat(gain).isEqualTo(0.5 * 0.15, within(1e-12)));
        assertThat(FiniteAudit.gainsOnTicks(
                        game, truth, AuditSettings.USUAL, new AdmittedBids(0, 2, OptionalDouble.of(0.5))))
                .containsExactly(0.0, 0.0);
        assertThat(FiniteAudit.gainsOnTicks(game, truth, AuditSettings.USUAL, AdmittedBids.ALL))
                .isEmpty();
    }
}
