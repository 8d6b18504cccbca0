package dev.envelope.theory.audit.game;

import static dev.envelope.theory.audit.game.Audited.QUICK;
import static dev.envelope.theory.audit.game.Audited.UNIT;
import static dev.envelope.theory.audit.game.Audited.fails;
import static dev.envelope.theory.audit.game.Audited.game;
import static dev.envelope.theory.audit.game.Audited.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Audits of so many bidders that not each of them tries everything everywhere. */
class ManyBiddersTest {

    private static final int MANY = 100;

    @Test
    void aHundredBidFirstPricesInEquilibriumAndNotByDominance() {
        BayesianGame game = game(FirstPriceAuction.of(MANY, OptionalDouble.empty()));
        AuditReport report = Audit.of(game, ((Equilibrium) Equilibria.of(game)).strategies(), QUICK);
        holds(report, Property.BAYESIAN_INCENTIVES, Property.EX_POST_RATIONALITY, Property.EFFICIENCY);
        fails(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.BUDGET_BALANCE);
        // Order statistics of U[0,1]: (n − 1)/(n + 1) is paid of n/(n + 1).
        assertThat(report.revenue()).isEqualTo(99 / 101.0, within(1e-8));
        assertThat(report.gains()).isEqualTo(100 / 101.0, within(1e-8));
        assertGains(game, report.verdict(Property.DOMINANT_STRATEGIES), 99 / 100.0);
    }

    /** Plays the witness: the winner of a first-price auction gains by bidding less, as long as it still wins. */
    private static void assertGains(BayesianGame game, Verdict verdict, double share) {
        int agent = verdict.witness().agent().getAsInt();
        double[] bids =
                verdict.witness().profile().stream().mapToDouble(x -> share * x).toArray();
        double type = verdict.witness().profile().get(agent);
        double before = payoff(game.mechanism().outcome(bids, TieOrder.byIndex(MANY)), agent, type);
        bids[agent] = verdict.witness().message().getAsDouble();
        double after = payoff(game.mechanism().outcome(bids, TieOrder.byIndex(MANY)), agent, type);
        assertThat(verdict.amount()).isPositive().isEqualTo(after - before, within(1e-9));
    }

    private static double payoff(MarketOutcome outcome, int agent, double type) {
        return outcome.units(agent) * type - outcome.payment(agent);
    }

    @Test
    void whereOneOfManyPaysOtherwiseNothingIsSearchedInVain() {
        List<ValueDistribution> types = Collections.nCopies(MANY, UNIT);
        AuditReport report = Audit.ofTruth(new BayesianGame(BalancedAuction.of(types), types), QUICK);
        holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.BUDGET_BALANCE);
        // All but the first have what a second price leaves them: the highest type pays the mean of the highest of 99
        // others.
        double other = report.agents()
                .get(1)
                .curve()
                .get(report.agents().get(1).curve().size() - 1)
                .payment();
        assertThat(other).isEqualTo(99 / 100.0, within(1e-8));
    }

    @Test
    void theReportSaysThatNotEverybodyDeviatesEverywhere() {
        List<ValueDistribution> types = Collections.nCopies(MANY, UNIT);
        AuditReport report = Audit.ofTruth(new BayesianGame(VcgAuction.of(types), types), QUICK);
        holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EFFICIENCY);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).evidence())
                .startsWith("289 profiles, in each of which ")
                .endsWith("of 100 agents deviate");
        assertThat(report.verdict(Property.EFFICIENCY).evidence()).isEqualTo("289 profiles");
    }

    @Test
    void aReserveOfManyIsSeenToWaste() {
        AuditReport report = Audit.ofTruth(game(SecondPriceAuction.of(MANY, OptionalDouble.of(0.02))), QUICK);
        fails(report, Property.EFFICIENCY);
        assertThat(report.verdict(Property.EFFICIENCY).amount()).isEqualTo(0.02, within(1e-7));
    }

    @Test
    void whoIsNotTreatedAlikeIsSearchedAlone() {
        AuditReport report = Audit.ofTruth(game(new Favourite(20)), QUICK);
        fails(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES);
        assertThat(report.agents().get(0).regret().value()).isLessThan(1e-8);
        assertThat(report.agents().get(19).regret().value()).isGreaterThan(0.01);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).witness().agent())
                .hasValue(19);
    }

    /** A second-price auction in which the last bidder pays its own bid. */
    private record Favourite(int agents) implements Mechanism {

        @Override
        public Side side(int agent) {
            return Side.BIDDER;
        }

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public boolean treatsAlike(int one, int other) {
            return one == other || Math.max(one, other) < agents - 1;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            MarketOutcome second =
                    SecondPriceAuction.of(agents, OptionalDouble.empty()).outcome(messages, ties);
            return second.units(agents - 1) == 1
                    ? MarketOutcome.sale(agents, agents - 1, messages[agents - 1])
                    : second;
        }
    }
}
