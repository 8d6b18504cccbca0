package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.UNIT;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.game;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvAuction;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final List<ValueDistribution> TWO = List.of(UNIT, UNIT);

    @Test
    void theFirstPriceAuctionIsNotTruthful() {
        AuditReport report = Audit.ofTruth(game(FirstPriceAuction.of(2, OptionalDouble.empty())), QUICK);
        Verdict verdict = report.verdict(Property.TRUTHFUL);
        // Against a truthful rival type x does best with x/2, and gains x²/4.
        assertThat(verdict.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(verdict.amount()).isEqualTo(0.25, within(1e-9));
        assertThat(verdict.witness().type()).hasValue(1);
        assertThat(verdict.witness().message().getAsDouble()).isEqualTo(0.5, within(1e-4));
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.agents().get(0).gainBound().getAsDouble()).isBetween(0.25, 0.26);
    }

    @Test
    void whatRoundingCostsIsInTheBoundOfAGameOnTicks() {
        BayesianGame game = game(FirstPriceAuction.of(2, OptionalDouble.empty()));
        PiecewiseLinearBid half = PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.5});
        List<PiecewiseLinearBid> strategies = List.of(half, half);
        double real =
                Audit.of(game, strategies, QUICK).agents().get(0).gainBound().orElseThrow();
        double coarse = Audit.of(game, strategies, QUICK.withTick(0.05))
                .agents()
                .get(0)
                .gainBound()
                .orElseThrow();
        assertThat(real).isLessThan(1e-6);
        assertThat(coarse).isBetween(1e-3, 0.05);
        assertThatIllegalArgumentException().isThrownBy(() -> QUICK.withTick(0)).withMessageContaining("tick");
    }

    @Test
    void expectedExternalitiesAmongThreeAreIntegratedNotDrawn() {
        List<ValueDistribution> three = Collections.nCopies(3, UNIT);
        AuditReport report = Audit.ofTruth(new BayesianGame(AgvAuction.of(three), three), QUICK);
        assertThat(report.method()).isEqualTo("quadrature");
        assertThat(report.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.BUDGET_BALANCE).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.revenue()).isEqualTo(0, within(1e-9));
        assertThat(report.gains()).isEqualTo(0.75, within(1e-9));
    }

    @Test
    void itsEquilibriumIsOneAndEarnsWhatTheorySays() {
        AuditReport report = Audit.of(
                game(FirstPriceAuction.of(2, OptionalDouble.empty())),
                Collections.nCopies(2, PiecewiseLinearBid.of(new double[] {0, 1}, new double[] {0, 0.5})),
                QUICK);
        holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.EX_POST_RATIONALITY);
        holds(report, Property.EFFICIENCY, Property.NO_DEFICIT);
        fails(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.BUDGET_BALANCE);
        assertThat(report.revenue()).isEqualTo(1 / 3.0, within(1e-8));
        assertThat(report.gains()).isEqualTo(2 / 3.0, within(1e-8));
        assertThat(report.efficiency()).isEqualTo(1, within(1e-8));
        assertThat(report.rent()).isEqualTo(1 / 3.0, within(1e-8));
        AgentReport agent = report.agents().get(0);
        assertThat(agent.envelopeResidual()).isLessThan(1e-8);
        assertThat(agent.monotonicityViolation()).isZero();
        assertThat(agent.curve().get(8).allocation()).isEqualTo(0.5, within(1e-9));
        assertThat(agent.curve().get(8).payment()).isEqualTo(0.125, within(1e-9));
    }

    @Test
    void theOptimalAuctionIsInefficientAndNothingElse() {
        List<ValueDistribution> types = List.of(UNIT, UniformDistribution.of(0, 2));
        AuditReport report = Audit.ofTruth(new BayesianGame(OptimalAuction.of(types, 0), types), QUICK);
        holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        holds(report, Property.INTERIM_RATIONALITY, Property.NO_DEFICIT);
        fails(report, Property.EFFICIENCY);
        assertThat(report.efficiency()).isLessThan(0.95);
        List<Double> profile = report.verdict(Property.EFFICIENCY).witness().profile();
        assertThat(profile.get(0) < 0.5 || profile.get(1) < 1 || profile.get(1) > profile.get(0))
                .isTrue();
    }

    @Test
    void theOptimalAuctionOfASoleBidderIsAnOffer() {
        List<ValueDistribution> type = List.of(UniformDistribution.of(0, 1));
        BayesianGame game = new BayesianGame(OptimalAuction.of(type, 0), type);
        AuditReport report = Audit.ofTruth(game, QUICK);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        // A price of 1/2, which half of the types pay.
        assertThat(report.revenue()).isEqualTo(0.25, within(1e-9));
        Equilibrium solved = (Equilibrium) Equilibria.of(game);
        assertThat(solved.predictions().revenue()).isEqualTo(0.25, within(1e-9));
        assertThat(solved.predictions().surplus().get(0)).isEqualTo(0.125, within(1e-9));
    }

    @Test
    void whatIsDominantIsNotFlagged() {
        for (Mechanism mechanism : List.of(
                SecondPriceAuction.of(2, OptionalDouble.empty()),
                SecondPriceAuction.of(2, OptionalDouble.of(0.3)),
                VcgAuction.of(TWO))) {
            AuditReport report = Audit.ofTruth(game(mechanism), QUICK);
            holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        }
    }

    @Test
    void equilibriaAreNotFlagged() {
        for (Mechanism mechanism : List.of(
                FirstPriceAuction.of(2, OptionalDouble.of(0.2)), AllPayAuction.of(2), BilateralDoubleAuction.of(0.5))) {
            BayesianGame game = game(mechanism);
            AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), QUICK);
            holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY);
        }
    }

    @Test
    void whoJustReachesAHighMinimumBidPaysMoreThanItExpects() {
        AuditReport report = Audit.ofTruth(game(new AllPayAuction(2, 0.98)), QUICK);
        fails(report, Property.TRUTHFUL, Property.BAYESIAN_INCENTIVES, Property.DOMINANT_STRATEGIES);
        fails(report, Property.INTERIM_RATIONALITY, Property.EX_POST_RATIONALITY);
        // Type x ≥ 0.98 pays x and wins with probability x: x² − x is least at 0.98.
        Verdict margin = report.verdict(Property.INTERIM_RATIONALITY);
        assertThat(margin.amount()).isEqualTo(0.0196, within(1e-7));
        assertThat(margin.witness().type().getAsDouble()).isEqualTo(0.98, within(1e-8));
    }

    @Test
    void truthIsNoBestReplyToAHighReserveOfAFirstPrice() {
        AuditReport report = Audit.ofTruth(game(FirstPriceAuction.of(2, OptionalDouble.of(0.99))), QUICK);
        fails(report, Property.TRUTHFUL, Property.BAYESIAN_INCENTIVES, Property.DOMINANT_STRATEGIES);
        // Type 1 that sends the reserve wins against 99 of 100 and keeps 0.01.
        assertThat(report.verdict(Property.TRUTHFUL).amount()).isEqualTo(0.0099, within(1e-7));
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).amount()).isEqualTo(0.01, within(1e-7));
    }

    @Test
    void aLowReserveWastesWhatIsBelowIt() {
        for (int bidders = 2; bidders <= 3; bidders++) {
            AuditReport report = Audit.ofTruth(game(SecondPriceAuction.of(bidders, OptionalDouble.of(0.02))), QUICK);
            fails(report, Property.EFFICIENCY);
            assertThat(report.verdict(Property.EFFICIENCY).amount()).isEqualTo(0.02, within(1e-7));
            holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        }
    }

    @Test
    void typesAtTheCutOffOfAStrategyAreLookedAt() {
        // Types up to 0.003 stay away, and the grid has 0 alone of them.
        BidFunction late = x -> x > 0.003 ? x : Mechanism.ABSTAIN;
        AuditReport report =
                Audit.of(game(SecondPriceAuction.of(2, OptionalDouble.empty())), Collections.nCopies(2, late), QUICK);
        fails(report, Property.EFFICIENCY);
        assertThat(report.verdict(Property.EFFICIENCY).amount()).isEqualTo(0.003, within(1e-8));
    }
}
