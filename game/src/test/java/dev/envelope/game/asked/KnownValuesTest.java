package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.treatment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.plan.Treatment;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.equilibrium.Equilibrium;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bidders of one value each. */
class KnownValuesTest {

    private static AuditReport audit(String text, Equilibrium equilibrium) {
        Treatment treatment = treatment(text);
        return FiniteAudit.of(
                game(text).finite().orElseThrow(),
                equilibrium.strategies(),
                AuditSettings.USUAL,
                MessageBounds.of(treatment).bids());
    }

    /** What everybody knows that it is worth is bid, and nobody gains anything; the audit finds no gain from any other bid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first_price                                                  | [3], [3]           | 3
            {type: first_price, reserve: 3}                              | [3], [3], [3]      | 3
            {type: first_price, reserve: 3.5}                            | [3], [3]           | 0
            first_price                                                  | [1], [3], [3], [2] | 3
            third_price                                                  | [3], [3], [3], [1] | 3
            {type: discriminatory, units: 2}                             | [3], [3], [3]      | 6
            {type: uniform_price, units: 2, price: lowest_accepted}      | [4], [3], [3]      | 6
            """)
    void valuesThatAllKnowAreBid(String mechanism, String values, double revenue) {
        String text = "{mechanism: " + mechanism + ", messages: {maximum: 9}, bidders: [" + bidders(values) + "]}";
        Equilibrium equilibrium = (Equilibrium) game(text).solution();
        assertThat(equilibrium.predictions().revenue()).isEqualTo(revenue, within(ROUNDING));
        AuditReport report = audit(text, equilibrium);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling())
                .isEqualTo(mechanism.contains("reserve") ? Ruling.HOLDS : Ruling.FAILS);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).amount()).isLessThanOrEqualTo(ROUNDING);
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.revenue()).isEqualTo(revenue, within(ROUNDING));
    }

    /** Whoever has the highest value alone wins for less, whoever ties where it may win alone wins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: first_price, reserve: 2}                              | [3], [2]
            all_pay                                                      | [3], [3]
            third_price                                                  | [3], [3], [1]
            third_price                                                  | [4], [3], [3]
            {type: discriminatory, units: 2}                             | [4], [3], [2]
            {type: discriminatory, units: 2, wanted: 2}                  | [4], [3], [3]
            {type: uniform_price, units: 2, price: lowest_accepted}      | [3], [3], [2]
            {type: uniform_price, units: 2, price: lowest_accepted, reserve: 3.5} | [4], [3], [3]
            """)
    void valuesThatAllKnowAreNotBidWhereSomebodyGainsOtherwise(String mechanism, String values) {
        String text = "{mechanism: " + mechanism + ", messages: {maximum: 9}, bidders: [" + bidders(values) + "]}";
        assertThat(reason(text)).contains("positive probability");
    }

    /** Whoever has the highest value alone would win for anything above what the next bid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first_price                                                  | [3], [2]
            {type: first_price, reserve: 1}                              | [2], [3], [1]
            {type: discriminatory, units: 2}                             | [4], [3], [3]
            {type: uniform_price, units: 1, price: lowest_accepted}      | [3], [2], [2]
            """)
    void theHighestValueOfOneAloneNeedsALeastBidThatThereIsNot(String mechanism, String values) {
        String text = "{mechanism: " + mechanism + ", messages: {maximum: 9}, bidders: [" + bidders(values) + "]}";
        assertThat(reason(text)).startsWith("the bidder of the highest value would bid just above the second highest");
    }

    private static String bidders(String values) {
        return values.replace("[", "{values: {type: discrete, values: [").replace("]", "]}}");
    }
}
