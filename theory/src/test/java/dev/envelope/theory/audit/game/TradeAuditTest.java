package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.game;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Audits of a buyer and a seller. */
class TradeAuditTest {

    /** AGV: M_buyer = E[V; V > c] − (−E[C; C < v]) = (1 − c² + v²)/2, all of it to the seller. */
    private static final Mechanism AGV_TRADE =
            new Trade((v, c) -> (1 - c * c + v * v) / 2, (v, c) -> -(1 - c * c + v * v) / 2);

    private static final Mechanism VCG_TRADE = new Trade((v, c) -> v > c ? c : 0, (v, c) -> v > c ? -v : 0);

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
}
