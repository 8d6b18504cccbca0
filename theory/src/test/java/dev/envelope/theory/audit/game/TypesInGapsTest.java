package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.deviation.BidLoss;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What nobody's type would gain: half of the values are from 0 to 1, half from 2 to 3, against a truthful rival from 0 to 3. */
class TypesInGapsTest {

    private static final double TICK = 1 / 64.0;

    private static final ValueDistribution ALL = new UniformDistribution(0, 3);
    private static final ValueDistribution GAPPED =
            MixtureDistribution.ofEqual(List.of(new UniformDistribution(0, 1), new UniformDistribution(2, 3)));
    private static final PiecewiseLinearBid TRUTH = PiecewiseLinearBid.of(new double[] {0, 3}, new double[] {0, 3});

    /** Truth but from 1 up to {@code end}, where 1 is bid: just below it that loses ∫ (end − y)/3 dy from 1 on, (end − 1)²/6. */
    private static List<PiecewiseLinearBid> low(double end) {
        PiecewiseLinearBid own =
                PiecewiseLinearBid.of(new double[] {0, 1, Math.nextDown(end), end, 3}, new double[] {0, 1, 1, end, 3});
        return List.of(own, TRUTH);
    }

    private static BayesianGame game(ValueDistribution own) {
        return new BayesianGame(SecondPriceAuction.of(2, OptionalDouble.of(0)), List.of(own, ALL));
    }

    @Test
    void theBoundLeavesThemOut() {
        assertThat(GainBound.of(game(ALL), low(2)).found()).isEqualTo(1 / 6.0, within(1e-3));
        GainBound bound = GainBound.of(game(GAPPED), low(2));
        assertThat(bound.found()).isLessThan(1e-9);
        assertThat(bound.bound()).isLessThan(1e-6);
    }

    @Test
    void theBoundCountsTheEndsOfGaps() {
        GainBound bound = GainBound.of(game(GAPPED), low(2.2));
        assertThat(bound.found()).isEqualTo(0.24, within(1e-4));
        assertThat(bound.type()).isEqualTo(2.2, within(1e-4));
        List<PiecewiseLinearBid> justAtTheEnd = low(2 + 1e-6);
        assertThat(GainBound.of(game(GAPPED), justAtTheEnd).bound()).isGreaterThan(1 / 6.0);
    }

    @Test
    void theBoundOnTicksLeavesThemOut() {
        assertThat(GainBound.onTicks(game(ALL), low(2), TICK).found()).isEqualTo(1 / 6.0, within(TICK));
        // A bid that is rounded loses at most half a tick, with the chance that the rival is as near.
        assertThat(GainBound.onTicks(game(GAPPED), low(2), TICK).bound()).isLessThan(TICK * TICK);
        assertThat(GainBound.onTicks(game(GAPPED), low(2.2), TICK).found()).isEqualTo(0.24, within(TICK));
    }

    @Test
    void searchesLeaveThemOut() {
        List<BidFunction> alone = List.copyOf(low(2));
        assertThat(BestResponse.largestGain(game(ALL), alone, 301)).isEqualTo(1 / 6.0, within(0.01));
        assertThat(BestResponse.largestGain(game(GAPPED), alone, 301)).isLessThan(1e-9);
        assertThat(BidLoss.of(game(ALL), alone, 0).largestGain()).isEqualTo(1 / 6.0, within(0.01));
        assertThat(BidLoss.of(game(GAPPED), alone, 0).largestGain()).isLessThan(1e-9);
        assertThat(BidLoss.of(game(GAPPED), List.copyOf(low(2.2)), 0).largestGain())
                .isEqualTo(0.24, within(1e-3));
    }

    @Test
    void theAuditLeavesThemOut() {
        AuditReport all = Audit.of(game(ALL), low(2), QUICK);
        assertThat(all.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.FAILS);
        AuditReport gapped = Audit.of(game(GAPPED), low(2), QUICK);
        assertThat(gapped.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(gapped.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(gapped.agents().get(0).envelopeResidual()).isLessThan(1e-8);
        assertThat(gapped.agents().get(0).curve())
                .noneMatch(point -> point.type() > 1 && point.type() < 2)
                .anyMatch(point -> point.type() == 2);
        AuditReport open = Audit.of(game(GAPPED), low(2.2), QUICK);
        assertThat(open.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.FAILS);
    }

    @Test
    void aMarketInWhichBidsLeapOverAGapPassesItsAudit() {
        BayesianGame game = new BayesianGame(KDoubleAuction.of(2, 2, 1), List.of(GAPPED, GAPPED, ALL, ALL));
        Equilibrium found = (Equilibrium) Equilibria.of(game);
        assertThat(found.certificate().gainBound().orElseThrow()).isLessThan(1e-6);
        SplittableRandom random = new SplittableRandom(7);
        AuditReport report = Audit.of(game, found.strategies(), QUICK.withUniforms(random::nextDouble));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
    }
}
