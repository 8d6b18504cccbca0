package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.payments;
import static dev.envelope.game.asked.AskedGames.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import org.junit.jupiter.api.Test;

/** Partnerships and licences of finitely many values that are paid for by vcg, agv or balanced. */
class FiniteAllotmentTest {

    private static final String EVEN = ", bidders: 2, values: {type: discrete, values: [1, 2]}}";

    private static String partnership(String payments) {
        return "{mechanism: {type: partnership, payments: " + payments + "}" + EVEN;
    }

    private static String licence(String words) {
        return "{mechanism: {type: licence_with_externality, " + words + "}" + EVEN;
    }

    private static Predictions predictions(String text) {
        return ((Equilibrium) game(text).solution()).predictions();
    }

    private static AuditReport audit(String text) {
        AskedGame game = game(text);
        return FiniteAudit.ofTruth(game.finite().orElseThrow(), game.withOutsideOptions(AuditSettings.USUAL));
    }

    /** A partner of 1 or 2 that has half; somebody has 2 three quarters of the time. */
    @Test
    void partnersSayWhatTheFirmIsWorthToThem() {
        for (String payments : new String[] {"vcg", "agv", "balanced"}) {
            Predictions predictions = predictions(partnership(payments));
            assertThat(predictions.gains()).isEqualTo(1.75, within(ROUNDING));
            assertThat(predictions.tradeProbability()).isEqualTo(1, within(ROUNDING));
            AuditReport report = audit(partnership(payments));
            assertThat(report.revenue()).isEqualTo(predictions.revenue(), within(ROUNDING));
            assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        }
        assertThat(predictions(partnership("vcg")).revenue()).isEqualTo(0.25, within(ROUNDING));
        assertThat(predictions(partnership("balanced")).revenue()).isEqualTo(0, within(ROUNDING));
        assertThat(audit(partnership("balanced"))
                        .verdict(Property.INTERIM_RATIONALITY)
                        .ruling())
                .isEqualTo(Ruling.HOLDS);
        assertThat(payments(clear(partnership("vcg"), "[2, 1]"))).containsExactly(0.5, -0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(partnership("agv"), "[2, 1.5]"))
                .withMessage("message 2 (bidder): 1.5 (expected: one of [1.0, 2.0])");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(partnership("agv"), "[2, abstain]"))
                .withMessageContaining("all must take part");
    }

    /** One who owns all of a firm that another may buy is a seller: values 1 or 4, the owner's 0 or 3.5. */
    @Test
    void anOwnerAndABuyerMayNotBeAbleToTrade() {
        String owner = "{mechanism: {type: partnership, payments: balanced, share: 1}, bidders: [{name: owner, values:"
                + " {type: discrete, values: [0, 3.5]}}, {name: buyer, values: {type: discrete, values: [1, 4]}}]}";
        assertThat(reason(owner)).contains("expected deficit of 0.25");
    }

    /** The loser of 1 or 2 loses a half of it, or 0.5. */
    @Test
    void firmsSayWhatALicenceIsWorthToThem() {
        for (String payments : new String[] {"vcg", "agv", "balanced"}) {
            assertThat(predictions(licence("alpha: 0.5, payments: " + payments)).gains())
                    .isEqualTo((0.5 + 2 * 1.5 + 1) / 4, within(ROUNDING));
            String constant = licence("alpha: 0.5, loss: constant, payments: " + payments);
            assertThat(predictions(constant).gains()).isEqualTo(1.75 - 0.5, within(ROUNDING));
            assertThat(audit(constant).verdict(Property.BAYESIAN_INCENTIVES).ruling())
                    .isEqualTo(Ruling.HOLDS);
        }
        String interdependent = licence("alpha: 0.5, loss: winners_value, payments: agv");
        assertThat(reason(interdependent)).startsWith("loss: winners_value (expected: own_value or constant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(interdependent, "[1, 2]"))
                .withMessageStartingWith("loss: winners_value (expected: own_value or constant");
    }

    /** Values of 1 or 2 and of 1 or 3: the highest is 3 half of the time and otherwise as often 1 as 2. */
    @Test
    void firmsThatAreNotAlikeSayItToo() {
        String unlike =
                "{mechanism: {type: licence_with_externality, alpha: 0.5, payments: %s, loss: %s}, bidders: [{name: a,"
                        + " values: {type: discrete, values: [1, 2]}}, {name: b, values: {type: discrete, values: [1, 3]}}]}";
        for (String payments : new String[] {"vcg", "agv", "balanced"}) {
            String own = String.format(unlike, payments, "own_value");
            // What is lost is half of both values but the highest.
            assertThat(predictions(own).gains()).isEqualTo(2.25 - (1.5 + 2 - 2.25) / 2, within(ROUNDING));
            assertThat(predictions(String.format(unlike, payments, "constant")).gains())
                    .isEqualTo(2.25 - 0.5, within(ROUNDING));
            AuditReport report = audit(own);
            assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.revenue()).isEqualTo(predictions(own).revenue(), within(ROUNDING));
        }
        // Outside the first loses half of 2 on average and the second half of 1.5; a 1 that pays its value when it wins
        // has −0.875 or −0.625.
        AuditReport truth = audit(String.format(unlike, "second_price", "winners_value"));
        for (AgentReport firm : truth.agents()) {
            assertThat(firm.lowestMargin().value()).isEqualTo(0.125, within(ROUNDING));
        }
    }

    /** The highest bids 1.5 times 1 or 2, or that and 0.5, and pays the other's: 3/4 of the time that of 1. */
    @Test
    void firmsBidWhatWinningIsWorthAtASecondPrice() {
        String own = licence("alpha: 0.5, payments: second_price");
        assertThat(predictions(own).revenue()).isEqualTo(1.5 * 1.25, within(ROUNDING));
        assertThat(predictions(own).gains()).isEqualTo((0.5 + 2 * 1.5 + 1) / 4, within(ROUNDING));
        String constant = licence("alpha: 0.5, loss: constant, payments: second_price");
        assertThat(predictions(constant).revenue()).isEqualTo(1.25 + 0.5, within(ROUNDING));
        String winners = licence("alpha: 0.5, loss: winners_value, payments: second_price");
        assertThat(predictions(winners).revenue()).isEqualTo(1.5 * 1.25, within(ROUNDING));
        assertThat(predictions(winners).gains()).isEqualTo(1.75 / 2, within(ROUNDING));
        for (String text : new String[] {own, constant, winners}) {
            AskedGame game = game(text);
            Equilibrium equilibrium = (Equilibrium) game.solution();
            AuditReport report = FiniteAudit.of(
                    game.finite().orElseThrow(),
                    equilibrium.strategies(),
                    game.withOutsideOptions(AuditSettings.USUAL),
                    MessageBounds.of(game.treatment()).bids());
            assertThat(report.revenue()).isEqualTo(equilibrium.predictions().revenue(), within(ROUNDING));
            assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling())
                    .isEqualTo(text.equals(winners) ? Ruling.UNDECIDED : Ruling.HOLDS);
        }
        assertThat(reason(own.replace("}, bidders", "}, messages: {maximum: 2}, bidders")))
                .contains("messages.maximum 2", "sends 3");
    }

    @Test
    void whatNeedsRiskNeutralityOrIsTooLargeIsRefused() {
        String averse = partnership("agv").replace("}, bidders", "}, utility: {type: crra, alpha: 0.5}, bidders");
        assertThat(reason(averse)).contains("risk-neutral");
        assertThat(reason(partnership("agv").replace("bidders: 2", "bidders: 22")))
                .contains("types: 4194304 profiles");
        assertThat(reason(partnership("losers_bid"))).contains("positive probability");
    }
}
