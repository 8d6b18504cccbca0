package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Audits by quadrature where more than one rival matters. */
class SeveralRivalsAuditTest {

    private static final double EXACT = 1e-9;

    /** Four values U[0, 1], two units: revenue is twice the third highest, 2/5, and the two highest are 4/5 and 3/5. */
    @ParameterizedTest
    @EnumSource(UnitPricing.class)
    void unitsEarnTheSameAtAnyPrice(UnitPricing pricing) {
        BayesianGame game = game(UnitDemandAuction.of(4, 2, pricing));
        AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), QUICK);
        assertThat(report.method()).isEqualTo("quadrature");
        assertThat(report.revenue()).isCloseTo(0.8, within(EXACT));
        assertThat(report.gains()).isCloseTo(1.4, within(EXACT));
        assertThat(report.firstBestGains()).isCloseTo(1.4, within(EXACT));
        holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.EFFICIENCY);
        assertThat(report.agents().get(0).envelopeResidual()).isLessThan(EXACT);
    }

    /** The truth earns nothing; b earns type 1 most, (1 − b)·W, where at most one of three rivals may be above it: W = b³ + 3b²(1 − b). */
    @Test
    void theTruthPaidAsBidGainsNothingAndTheBestBidIsFound() {
        AuditReport report = Audit.ofTruth(game(UnitDemandAuction.of(4, 2, UnitPricing.DISCRIMINATORY)), QUICK);
        fails(report, Property.TRUTHFUL);
        double best = IntStream.rangeClosed(0, 1_000_000)
                .mapToDouble(i -> i / 1e6)
                .map(b -> (1 - b) * (3 * b * b * (1 - b) + b * b * b))
                .max()
                .orElseThrow();
        assertThat(report.verdict(Property.TRUTHFUL).amount()).isCloseTo(best, within(EXACT));
    }

    /** Three buyers and three sellers U[0, 1] gain 9/14 at most; sellers at k = 1 say the truth and buyers bid three quarters. */
    @Test
    void aBuyersBidDoubleAuctionIsIntegrated() {
        BayesianGame game = game(KDoubleAuction.buyersBid(3, 3));
        List<BidFunction> offers = IntStream.range(0, 6)
                .<BidFunction>mapToObj(i -> i < 3 ? x -> 0.75 * x : BidFunction.TRUTH)
                .toList();
        AuditReport report = Audit.of(game, offers, QUICK);
        assertThat(report.method()).isEqualTo("quadrature");
        assertThat(report.firstBestGains()).isCloseTo(9 / 14.0, within(EXACT));
        assertThat(report.revenue()).isCloseTo(0, within(EXACT));
        assertThat(report.gains())
                .isCloseTo(((Equilibrium) Equilibria.of(game)).predictions().gains(), within(EXACT));
        holds(report, Property.BAYESIAN_INCENTIVES, Property.BUDGET_BALANCE, Property.INTERIM_RATIONALITY);
        fails(report, Property.TRUTHFUL, Property.EFFICIENCY);
        assertThat(report.agents().get(4).regret().value()).isLessThan(EXACT);
    }

    /** Among many the truth costs little: less than any of a few messages shows, 1.4e-4 by the search for a bound. */
    @Test
    void aSmallGainBetweenMessagesIsFound() {
        BayesianGame game = game(KDoubleAuction.of(40, 40, 0.5));
        AuditReport report = Audit.ofTruth(game, QUICK);
        fails(report, Property.TRUTHFUL);
        GainBound bound = GainBound.of(game, Truth.of(game));
        assertThat(report.verdict(Property.TRUTHFUL).amount()).isBetween(0.9 * bound.found(), bound.bound());
    }

    private static BayesianGame game(Mechanism mechanism) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), UniformDistribution.of(0, 1)));
    }
}
