package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.treatment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.equilibrium.Equilibrium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiniteTypesTest {

    /** 1 and 3: what is between is no type. */
    @Test
    void typesThatExceedABoundAreTypesThatThereAre() {
        assertThat(reason("{mechanism: second_price, bidders: 2, values: {type: discrete, values: [1, 3]},"
                        + " messages: {minimum: 1.5}}"))
                .startsWith("messages.minimum 1.5: without bounds a bidder of type 1.0 sends 1.0");
    }

    @Test
    void firmsOfOtherValuesAreNamedByTheirValues() {
        String licence = "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: [{name: a, values: {type:"
                + " discrete, values: [1, 2]}}, {name: b, values: {type: discrete, values: [1, 2], probabilities: [0.25, 0.75]}}]}";
        String expected = "values: [1.0, 2.0] with probabilities [0.5, 0.5] and [1.0, 2.0] with probabilities [0.25,"
                + " 0.75] (expected: the same for all firms)";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game(licence).finite())
                .withMessage(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(licence, "[1, 2]"))
                .withMessage(expected);
    }

    @Test
    void whatIsNotAuditedIsRefusedWithWhatIs() {
        String values = "bidders: 2, values: {type: discrete, values: [1, 2]}}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game("{mechanism: {type: uniform_price, units: 2, wanted: 2}, " + values)
                        .finite())
                .withMessage(
                        "wanted: 2 (expected: 1, for an audit of finitely many values; bidders that want several units"
                                + " are audited where values have a density, as smoothed empirical data do)");
        String packages = "{mechanism: {type: package_auction, items: [A, B]}, bidders: [{name: both, wants: [A, B],"
                + " values: {type: discrete, values: [1, 2]}}, {name: one, wants: [A], values: {type: discrete, values: [1]}}]}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game(packages).finite())
                .withMessageStartingWith("mechanism: package_auction (expected: one of objects or units");
        assertThat(reason(packages)).startsWith("to offer what packages are worth is weakly dominant");
        assertThat(reason("{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, " + values))
                .startsWith("to bid what units are worth is weakly dominant");
    }

    /**
     * Firms of 1 or 2 that bid it: 1 loses half of what the winner has, 1/2 half of the time against 1, 1 against 2, which is 0.125 less than
     * what a firm that stays away loses, half of 1.5.
     */
    @Test
    void lossesByTheWinnersValueAreAudited() {
        AskedGame game =
                game("{mechanism: {type: licence_with_externality, alpha: 0.5, loss: winners_value}, bidders: 2,"
                        + " values: {type: discrete, values: [1, 2]}}");
        AuditReport report =
                FiniteAudit.ofTruth(game.finite().orElseThrow(), game.withOutsideOptions(AuditSettings.USUAL));
        assertThat(report.revenue()).isEqualTo(1.75, within(ROUNDING));
        assertThat(report.gains()).isEqualTo(0.5 * 1.75, within(ROUNDING));
        assertThat(report.agents().get(0).lowestMargin().value()).isEqualTo(0.125, within(ROUNDING));
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
    }

    /** Two units for two bidders of 1 or 2: nobody has to outbid anybody. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: discriminatory, units: 2, reserve: 1.5                          | 1.5 | 1.5
            type: discriminatory, units: 3                                        | 0   | 0
            type: uniform_price, units: 2, price: lowest_accepted, reserve: 1.5   | 1.5 | 1.5
            type: uniform_price, units: 2, price: lowest_accepted                 | 0   | 0
            """)
    void whereThereIsAUnitForEachTheReserveIsBid(String mechanism, double bid, double revenue) {
        String text = "{mechanism: {" + mechanism + "}, bidders: 2, values: {type: discrete, values: [1, 2]}}";
        Equilibrium equilibrium = (Equilibrium) game(text).solution();
        assertThat(equilibrium.message(0, 2)).isEqualTo(bid);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(revenue, within(ROUNDING));
        AuditReport report = FiniteAudit.of(
                game(text).finite().orElseThrow(),
                equilibrium.strategies(),
                AuditSettings.USUAL,
                MessageBounds.of(treatment(text)).bids());
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.gains()).isEqualTo(equilibrium.predictions().gains(), within(ROUNDING));
    }

    /** One value, which is everybody's cost too: all trade at it, for nothing. */
    @Test
    void tradersOfOneValueTradeAtIt() {
        String text =
                "{mechanism: mcafee, roles: [{side: buyer, count: 2, values: {type: discrete, values: [1]}}, {side:"
                        + " seller, count: 2, values: {type: discrete, values: [1]}}]}";
        Equilibrium equilibrium = (Equilibrium) game(text).solution();
        assertThat(equilibrium.predictions().gains()).isZero();
        assertThat(clear(text, "{buyer: [1, 1], seller: [1, 1]}").shares())
                .extracting(share -> share.units() * share.payment())
                .containsExactly(1.0, 1.0, 1.0, 1.0);
    }

    /** Three partners have a third each, which is 1 − 2/3 but for rounding. */
    @Test
    void partnersOfEqualSharesAreAlike() {
        for (String values : new String[] {"[0, 1]", "{type: discrete, values: [1, 2]}"}) {
            String text = "{mechanism: {type: partnership, payments: vcg}, bidders: 3, values: " + values + "}";
            if (values.startsWith("[")) {
                assertThat(game(text).facts())
                        .extracting(Fact::name)
                        .containsExactly("budget_surplus", "least_gain_and_type_of_agent_1");
            } else {
                assertThat(game(text).finite().orElseThrow().mechanism().treatsAlike(0, 2))
                        .isTrue();
            }
        }
    }
}
