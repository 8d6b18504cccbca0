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

    /** All have 2 and bid it: nobody gains against that, but a bid of 0.01 gains 1.99 where the other bids 0. */
    @Test
    void equilibriumBidsOnKnownValuesAreNotDominant() {
        AuditReport report = truth(FirstPriceAuction.of(2, OptionalDouble.empty()), TWO, CENTS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        Verdict dominant = dominant(report);
        assertThat(dominant.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(dominant.amount()).isEqualTo(1.99, within(1e-12));
        assertThat(dominant.witness())
                .hasToString("agent 1 of type 2.00000 that sends 0.0100000 where the others send [0.00000]");
        assertThat(dominant(truth(ThirdPriceAuction.of(3), TWO, CENTS)).ruling())
                .isEqualTo(Ruling.FAILS);
    }

    @Test
    void truthIsDominantWhereItIs() {
        for (AdmittedBids bids : List.of(CENTS, AdmittedBids.ALL)) {
            for (int n : new int[] {2, 3, 5, 30}) {
                OptionalDouble reserve = n % 2 == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
                Verdict dominant = dominant(truth(SecondPriceAuction.of(n, reserve), X, bids));
                assertThat(dominant.ruling()).isEqualTo(Ruling.HOLDS);
                assertThat(dominant.evidence())
                        .endsWith(n < 30 ? "; and all bids of the others that rank otherwise" : "to go through all");
            }
            assertThat(dominant(truth(UnitDemandAuction.of(4, 2, UnitPricing.HIGHEST_REJECTED), X, bids))
                            .ruling())
                    .isEqualTo(Ruling.HOLDS);
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
                new FiniteGame(SecondPriceAuction.of(60, OptionalDouble.empty()), Collections.nCopies(60, X)),
                Collections.nCopies(60, value -> Math.min(value, 2)),
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
