package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.payments;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.treatment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.AdmittedBids;
import dev.envelope.theory.audit.finite.DemandAudit;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.preference.Utility;
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
    void firmsOfOtherValuesBidForALicence() {
        String licence = "{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: [{name: a, values: {type:"
                + " discrete, values: [1, 2]}}, {name: b, values: {type: discrete, values: [1, 2], probabilities: [0.25, 0.75]}}]}";
        assertThat(reason(licence)).contains("licences paid for by vcg, agv or balanced");
        assertThat(game(licence).finite()).isPresent();
        assertThat(payments(clear(licence, "[1, 2]"))).containsExactly(0.0, 2.0);
    }

    /** Two units and two bidders of 1 or 2 for each of two: who pays what the other loses, and a package of both against one of them. */
    @Test
    void severalUnitsAndPackagesAreSolvedAndAudited() {
        String values = "bidders: 2, values: {type: discrete, values: [1, 2]}}";
        AskedGame units = game("{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, " + values);
        Equilibrium equilibrium = (Equilibrium) units.solution();
        assertThat(units.unitsBidFor()).isEqualTo(2);
        assertThat(units.finite()).isEmpty();
        // W is the two highest of four draws of 1 or 2, W(−i) the sum of the other's two, 3.
        assertThat(equilibrium.predictions().gains()).isEqualTo((2 + 4 * 3 + 11 * 4) / 16.0, within(ROUNDING));
        assertThat(equilibrium.predictions().revenue())
                .isEqualTo(6 - equilibrium.predictions().gains(), within(ROUNDING));
        AuditReport report = DemandAudit.ofTruth(
                game("{mechanism: {type: uniform_price, units: 2, wanted: 2}, " + values)
                        .demand()
                        .orElseThrow(),
                Utility.riskNeutral(),
                AuditSettings.USUAL,
                AdmittedBids.ALL);
        assertThat(report.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        String packages =
                "{mechanism: {type: package_auction, items: [A, B]PAYMENTS}, bidders: [{name: both, wants: [A, B],"
                        + " values: {type: discrete, values: [1, 2]}}, {name: one, wants: [A], values: {type: discrete, values: [1]}}]}";
        assertThat(((Equilibrium) game(packages.replace("PAYMENTS", "")).solution())
                        .predictions()
                        .revenue())
                .isEqualTo(1, within(ROUNDING));
        assertThat(reason(packages.replace("PAYMENTS", ", payments: nearest_vcg")))
                .startsWith("what is offered for packages is known for values that have a density");
        assertThat(game(packages.replace("PAYMENTS", "")).demand()).isPresent();
        assertThat(reason("{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, "
                        + values.replace("[1, 2]", "[-1, 2]")))
                .startsWith("values: -1 (expected: at least 0, where several units or packages are wanted)");
        // C(10 + 9, 10) = 92,378.
        assertThat(reason("{mechanism: {type: multi_unit_vickrey, units: 10, wanted: 10}, "
                        + values.replace("[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")))
                .isEqualTo("types: 92378 of one bidder (expected: at most 20000)");
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
