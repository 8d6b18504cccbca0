package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.payments;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.treatment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.equilibrium.Equilibrium;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of messages and who may abstain, among agents of finitely many values. */
class FiniteBoundsTest {

    private static final double[] VALUES = {1, 2, 3};
    private static final double[] CHANCES = {0.2, 0.5, 0.3};
    private static final String DISCRETE = "{type: discrete, values: [1, 2, 3], probabilities: [0.2, 0.5, 0.3]}";

    private static Equilibrium solved(String text) {
        return (Equilibrium) game(text).solution();
    }

    private static AuditReport audit(String text) {
        return FiniteAudit.of(
                game(text).finite().orElseThrow(),
                solved(text).strategies(),
                AuditSettings.USUAL,
                MessageBounds.of(treatment(text)).bids());
    }

    /** Against all 27 profiles: the price is the third of three bids or the second, and who bids as much is as likely to win. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            second_price                                 | 1 | 1.5
            second_price                                 | 1 | 2.5
            {type: second_price, reserve: 2}             | 1 | 2.5
            {type: second_price, reserve: 2}             | 1 | 2
            {type: uniform_price, units: 2}              | 2 | 1.5
            {type: multi_unit_vickrey, units: 2}         | 2 | 2.5
            {type: uniform_price, units: 2, reserve: 2}  | 2 | 2.5
            """)
    void whoeverValuesItMoreBidsTheMaximum(String mechanism, int units, double maximum) {
        String text = "{mechanism: " + mechanism + ", bidders: 3, values: " + DISCRETE + ", messages: {maximum: "
                + maximum + "}}";
        double reserve = mechanism.contains("reserve") ? 2 : 0;
        double revenue = 0;
        double gains = 0;
        for (int p = 0; p < 27; p++) {
            int[] who = {p % 3, p / 3 % 3, p / 9};
            double chance = CHANCES[who[0]] * CHANCES[who[1]] * CHANCES[who[2]];
            double[] bids = new double[3];
            for (int i = 0; i < 3; i++) {
                double value = VALUES[who[i]];
                bids[i] = value >= reserve ? Math.min(value, maximum) : -1;
            }
            double[] sorted = bids.clone();
            Arrays.sort(sorted);
            double price = Math.max(reserve, sorted[2 - units]);
            double margin = sorted[3 - units];
            int above = 0;
            int at = 0;
            for (double bid : bids) {
                above += bid > margin ? 1 : 0;
                at += bid == margin ? 1 : 0;
            }
            for (int i = 0; i < 3; i++) {
                double wins =
                        bids[i] < 0 ? 0 : bids[i] > margin ? 1 : bids[i] < margin ? 0 : (units - above) / (double) at;
                revenue += chance * wins * price;
                gains += chance * wins * VALUES[who[i]];
            }
        }
        Equilibrium equilibrium = solved(text);
        assertThat(equilibrium.name()).isEqualTo("the value, or the highest bid admitted (weakly dominant)");
        assertThat(equilibrium.message(0, 3)).isEqualTo(maximum);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(revenue, within(ROUNDING));
        assertThat(equilibrium.predictions().gains()).isEqualTo(gains, within(ROUNDING));
        assertThat(audit(text).verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(audit(text).revenue()).isEqualTo(revenue, within(ROUNDING));
        // To bid more would be to bid the maximum, but cannot be done.
        assertThat(audit(text).verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(audit(text).verdict(Property.TRUTHFUL).high()).isEqualTo(0, within(ROUNDING));
    }

    /** 2.1 on average, with a maximum as without. */
    @ParameterizedTest
    @ValueSource(strings = {"", ", messages: {maximum: 2}"})
    void aSoleBidderPaysNothingAtTheSecondPrice(String messages) {
        Equilibrium equilibrium = solved("{mechanism: second_price, bidders: 1, values: " + DISCRETE + messages + "}");
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0, within(ROUNDING));
        assertThat(equilibrium.predictions().surplus().get(0)).isEqualTo(2.1, within(ROUNDING));
    }

    @Test
    void aMaximumThatNobodyReachesIsNoRule() {
        String text =
                "{mechanism: second_price, bidders: 2, values: {type: discrete, values: [2]}, messages: {maximum: 2}}";
        assertThat(solved(text).name()).isEqualTo("truthful (weakly dominant)");
    }

    /** Two units for two bidders, or one for one: who would pay more than its value abstains. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: discriminatory, units: 2}                                | 2 | 2.4
            first_price                                                     | 1 | 1.2
            """)
    void theLowestBidAdmittedIsBidWhereNobodyHasToBeOutbid(String mechanism, int bidders, double revenue) {
        String text = "{mechanism: " + mechanism + ", bidders: " + bidders + ", values: " + DISCRETE
                + ", messages: {minimum: 1.5}}";
        Equilibrium equilibrium = solved(text);
        assertThat(equilibrium.name()).startsWith("the lowest bid admitted");
        assertThat(equilibrium.message(0, 3)).isEqualTo(1.5);
        assertThat(equilibrium.message(0, 1)).isNaN();
        assertThat(equilibrium.predictions().revenue()).isEqualTo(revenue, within(ROUNDING));
        assertThat(audit(text).verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
    }

    /** Who bids alone pays the reserve of 0, so that 1 would bid 1.5 too where the other rarely does. */
    @Test
    void whereTheReserveIsPaidThoughItCannotBeBidNoneIsKnown() {
        assertThat(reason("{mechanism: {type: uniform_price, units: 2, price: lowest_accepted}, bidders: 2, values: "
                        + DISCRETE + ", messages: {minimum: 1.5}}"))
                .startsWith("where some abstain the others pay the reserve");
    }

    /** As with values that have a density. */
    @ParameterizedTest
    @ValueSource(strings = {DISCRETE, "[1, 3]"})
    void whoMayAbstainDoesNotDependOnHowValuesAreDrawn(String values) {
        assertThat(payments(clear("{mechanism: balanced, bidders: 2, values: " + values + "}", "[2, abstain]")))
                .containsExactly(0.0, 0.0);
        assertThat(payments(clear(
                        "{mechanism: vcg, buyer: " + values + ", seller: " + values + "}",
                        "{buyer: 3, seller: abstain}")))
                .containsExactly(0.0, 0.0);
        for (String refused : new String[] {
            "{mechanism: agv, bidders: 2, values: " + values + "}",
            "{mechanism: {type: public_project, cost: 3}, bidders: 2, values: " + values + "}",
            "{mechanism: {type: partnership, payments: balanced}, bidders: 2, values: " + values + "}"
        }) {
            assertThatIllegalArgumentException()
                    .as(refused)
                    .isThrownBy(() -> clear(refused, "[2, abstain]"))
                    .withMessageContaining("all must take part");
        }
    }

    @Test
    void whatThereIsNoRuleForIsRefusedByASolution() {
        assertThat(reason("{mechanism: balanced, buyer: {type: discrete, values: [1, 2, 3]}, seller: {type: discrete,"
                        + " values: [0, 1.5, 2.5]}}"))
                .contains("deficit");
    }
}
