package dev.envelope.theory.audit.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.InterimPoint;
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
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> TWO = List.of(UNIT, UNIT);
    private static final AuditSettings QUICK =
            new AuditSettings(17, 33, 289, 1e-8, List.of(), AuditSettings.USUAL.uniforms(), 2_000);

    /** AGV: M_buyer = E[V; V > c] − (−E[C; C < v]) = (1 − c² + v²)/2, all of it to the seller. */
    private static final Mechanism AGV_TRADE =
            new Trade((v, c) -> (1 - c * c + v * v) / 2, (v, c) -> -(1 - c * c + v * v) / 2);

    private static final Mechanism VCG_TRADE = new Trade((v, c) -> v > c ? c : 0, (v, c) -> v > c ? -v : 0);

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
    void expectedExternalityTradeBreaksRationalityOfLowValues() {
        AuditReport report = Audit.ofTruth(game(AGV_TRADE), QUICK);
        holds(report, Property.TRUTHFUL, Property.BUDGET_BALANCE, Property.NO_DEFICIT, Property.EFFICIENCY);
        fails(report, Property.INTERIM_RATIONALITY, Property.EX_POST_RATIONALITY, Property.DOMINANT_STRATEGIES);
        Verdict verdict = report.verdict(Property.INTERIM_RATIONALITY);
        assertThat(verdict.amount()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(verdict.witness().toString()).isEqualTo("agent 1 of type 0.00000");
        for (InterimPoint point : report.agents().get(0).curve()) {
            assertThat(point.payoff()).isEqualTo(point.type() * point.type() / 2 - 1 / 3.0, within(1e-9));
            assertThat(point.payoff() < 0).isEqualTo(point.type() < Math.sqrt(2 / 3.0));
        }
    }

    @Test
    void anOutsideOptionThatIsBadEnoughMakesItWorthWhile() {
        AuditReport report =
                Audit.ofTruth(game(AGV_TRADE), QUICK.withOutsideOptions(Collections.nCopies(2, type -> -1 / 3.0)));
        holds(report, Property.INTERIM_RATIONALITY);
    }

    @Test
    void vickreyTradeIsDominantAndRunsADeficit() {
        AuditReport report = Audit.ofTruth(game(VCG_TRADE), QUICK);
        holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        holds(report, Property.EFFICIENCY, Property.INTERIM_RATIONALITY, Property.BAYESIAN_INCENTIVES);
        fails(report, Property.NO_DEFICIT, Property.BUDGET_BALANCE);
        Verdict verdict = report.verdict(Property.NO_DEFICIT);
        assertThat(verdict.amount()).isEqualTo(1);
        assertThat(verdict.witness().profile()).containsExactly(1.0, 0.0);
        assertThat(report.revenue()).isEqualTo(-1 / 6.0, within(1e-8));
        assertThat(report.firstBestGains()).isEqualTo(1 / 6.0, within(1e-12));
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

    @Test
    void nothingHoldsThatAnIntegratedFigureDisproves() {
        // Types between two neighbours of the grid, 11/16 and 12/16, stay away: no cut-off tells, the average does.
        BidFunction gap = x -> x > 0.69 && x < 0.745 ? Mechanism.ABSTAIN : x;
        AuditReport report =
                Audit.of(game(SecondPriceAuction.of(2, OptionalDouble.empty())), Collections.nCopies(2, gap), QUICK);
        assertThat(report.efficiency()).isLessThan(1 - 1e-6);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(report.verdict(Property.EFFICIENCY).evidence()).contains("fall short");
    }

    @Test
    void theDoubleAuctionsEquilibriumLosesTrades() {
        BayesianGame game = game(BilateralDoubleAuction.of(0.5));
        AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), QUICK);
        fails(report, Property.EFFICIENCY, Property.TRUTHFUL);
        holds(report, Property.BUDGET_BALANCE, Property.EX_POST_RATIONALITY);
        assertThat(report.gains()).isEqualTo(9 / 64.0, within(1e-6));
    }

    @Test
    void aThirdPriceIsSimulatedAndItsEquilibriumNotFlagged() {
        BayesianGame game = game(ThirdPriceAuction.of(4));
        AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        // Revenue 3/5; a standard deviation of about 0.3 over 2,000 draws gives an error of 0.007.
        assertThat(report.revenue()).isEqualTo(0.6, within(0.035));
        fails(report, Property.TRUTHFUL);
    }

    @Test
    void whatIsSimulatedAndDominantHolds() {
        Mechanism vickrey = new Relabelled(SecondPriceAuction.of(3, OptionalDouble.empty()));
        AuditReport report = Audit.ofTruth(game(vickrey), sampled());
        assertThat(report.method()).isEqualTo("2000 draws");
        holds(report, Property.TRUTHFUL, Property.BAYESIAN_INCENTIVES, Property.DOMINANT_STRATEGIES);
    }

    @Test
    void withoutAStreamNothingIsSimulated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Audit.ofTruth(game(ThirdPriceAuction.of(3)), QUICK))
                .withMessageContaining("uniforms: none");
    }

    private static AuditSettings sampled() {
        return QUICK.withUniforms(new SplittableRandom(7)::nextDouble);
    }

    private static void holds(AuditReport report, Property... properties) {
        for (Property property : properties) {
            assertThat(report.verdict(property).ruling())
                    .as(report.verdict(property).toString())
                    .isEqualTo(Ruling.HOLDS);
        }
    }

    private static void fails(AuditReport report, Property... properties) {
        for (Property property : properties) {
            assertThat(report.verdict(property).ruling())
                    .as(report.verdict(property).toString())
                    .isEqualTo(Ruling.FAILS);
        }
    }

    private static BayesianGame game(Mechanism mechanism) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), UNIT));
    }

    /** A direct mechanism of a buyer and a seller that trades iff v > c. */
    private record Trade(DoubleBinaryOperator buyerPays, DoubleBinaryOperator sellerPays) implements Mechanism {

        @Override
        public int agents() {
            return 2;
        }

        @Override
        public Side side(int agent) {
            return agent == 0 ? Side.BUYER : Side.SELLER;
        }

        @Override
        public boolean isDirect() {
            return true;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            double v = messages[0];
            double c = messages[1];
            if (Double.isNaN(v) || Double.isNaN(c)) {
                return MarketOutcome.nothing(2);
            }
            int units = v > c ? 1 : 0;
            double[] payments = {buyerPays.applyAsDouble(v, c), sellerPays.applyAsDouble(v, c)};
            return MarketOutcome.of(new int[] {units, -units}, payments, OptionalDouble.empty());
        }
    }

    /** The same rules with an entry refund of nothing, but only where all take part: no pair shows what happens. */
    private record Relabelled(Mechanism auction) implements Mechanism {

        @Override
        public int agents() {
            return auction.agents();
        }

        @Override
        public Side side(int agent) {
            return auction.side(agent);
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            for (double message : messages) {
                if (Double.isNaN(message)) {
                    return MarketOutcome.nothing(messages.length);
                }
            }
            return auction.outcome(messages, ties);
        }
    }
}
