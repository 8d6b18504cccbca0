package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a third-price auction bids exceed values, so the bounds of messages must admit more. */
class ThirdPriceBoundsTest {

    /** x + F/((n−2)·f) at the top of the support, by hand: F = 1 there, and f is 1/(b−a) or a/(b−a). */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            3; [0, 100]; 20000
            4; [0, 100]; 15000
            5; [0, 100]; 13334
            102; [0, 100]; 10100
            3; [20, 80]; 14000
            3; [-50, 50]; 15000
            4; {type: power, a: 2, lo: 0, hi: 100}; 12500
            """)
    void theHighestEquilibriumBidCanBeSent(int bidders, String values, long highest) {
        Ticks ticks = ticks("bidders: %d, values: %s".formatted(bidders, values));

        assertThat(ticks.maximum()).isEqualTo(highest);
        assertThat(ticks.minimum()).isEqualTo(values.contains("-50") ? -5_000 : 0);
    }

    @Test
    void ownBoundsStand() {
        assertThat(ticks("bidders: 3, values: [0, 100], messages: {maximum: 120}")
                        .maximum())
                .isEqualTo(12_000);
        assertThat(ticks("bidders: 3, values: [0, 100], messages: {minimum: 10}"))
                .isEqualTo(new Ticks(new BigDecimal("0.01"), 1_000, 20_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            bidders: 3, values: {type: beta, alpha: 2, beta: 2, lo: 0, hi: 100}; grow beyond all bounds
            bidders: 3, values: {type: beta, alpha: 2, beta: 1.01, lo: 0, hi: 100}; grow beyond all bounds
            bidders: 3, values: {type: truncated_normal, mu: 0, sigma: 10, lo: 0, hi: 100}; grow beyond all bounds
            bidders: 3, values: {type: beta, alpha: 0.3, beta: 0.3, lo: 0, hi: 100}; is log-concave
            bidders: [{count: 2, values: [0, 100]}, {count: 2, values: [0, 50]}]; have the same distribution
            """)
    void whereNoHighestBidIsKnownAMaximumMustBeGiven(String roles, String why) {
        assertThat(problem(roles))
                .startsWith("line 3, column 9: treatments.main.messages: missing (expected: bounds such as"
                        + " {maximum: 1000}, for third_price, where bids exceed values and ")
                .contains(why);
        assertThat(problem(roles + ", messages: {minimum: 1}"))
                .contains(
                        "treatments.main.messages.maximum: missing (expected: the highest bid admitted, for third_price")
                .contains(why);
        assertThat(ticks(roles + ", messages: {maximum: 500}").maximum()).isEqualTo(50_000);
    }

    @Test
    void twoBiddersHaveNoThirdPrice() {
        assertThat(problem("bidders: 2, values: [0, 100]"))
                .isEqualTo("line 3, column 43: treatments.main.bidders: 2 bidders in third_price"
                        + " (expected: at least 3 bidders and nobody else)");
    }

    private static Ticks ticks(String roles) {
        return PlanReader.read(plan(roles)).orElseThrow().treatments().get(0).ticks();
    }

    private static String problem(String roles) {
        List<PlanProblem> problems = PlanReader.read(plan(roles)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    private static String plan(String roles) {
        return "envelope: 1\ntreatments:\n  main: {mechanism: third_price, " + roles + "}\n";
    }
}
