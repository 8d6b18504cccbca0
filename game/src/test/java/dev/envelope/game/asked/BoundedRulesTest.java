package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.bid;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.revenue;
import static dev.envelope.game.asked.AskedGames.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.equilibrium.Equilibrium;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedRulesTest {

    @Test
    void boundsThatKeepSomeTypeFromItsBidLeaveNoEquilibriumKnown() {
        String first = "{mechanism: first_price, bidders: 2, values: [0, 1], messages: {";
        assertThat(reason(first + "maximum: 0.3}}"))
                .isEqualTo("messages.maximum 0.3: without bounds a bidder of type 1.0 sends 0.5, and no equilibrium is"
                        + " known where that is not admitted");
        assertThat(reason("{mechanism: second_price, bidders: 2, values: [0, 1], messages: {minimum: 0.2}}"))
                .startsWith("messages.minimum 0.2: ");
        assertThat(reason("{mechanism: third_price, bidders: 4, values: {type: triangular, lo: 0, mode: 0.5, hi: 1},"
                        + " messages: {maximum: 3}}"))
                .isEqualTo(
                        "messages.maximum 3: without bounds bids rise beyond all bounds as the type of a bidder nears"
                                + " 1.0, and no equilibrium is known where that is not admitted");
        assertThat(reason("{mechanism: third_price, bidders: 4, values: {type: triangular, lo: 0, mode: 0.5, hi: 1}}"))
                .startsWith(
                        "no messages.maximum is given, and the largest amount is 10000000000: without bounds bids rise"
                                + " beyond all bounds");
        assertThat(reason("{mechanism: all_pay, bidders: 2, values: [0, 1], messages: {maximum: 0.2}}"))
                .contains("messages.maximum 0.2");
        assertThat(reason("{mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1], messages: {maximum: 0.5}}"))
                .contains("messages.maximum 0.5: without bounds a buyer of");
        assertThat(reason("{mechanism: third_price, bidders: 3, values: [0, 1], messages: {maximum: 1}}"))
                .contains("messages.maximum 1: without bounds a bidder of type 1.0 sends 2.0");
        assertThat(reason("{mechanism: {type: discriminatory, units: 2}, bidders: 3, values: [0, 1],"
                        + " messages: {maximum: 0.1}}"))
                .contains("messages.maximum 0.1");
    }

    @Test
    void aHighestBidForUnitsOfWhichRivalsSetThePriceIsARule() {
        for (String type : List.of("multi_unit_vickrey", "uniform_price")) {
            String three = "{mechanism: {type: " + type + ", units: 2";
            String bounded = ", bidders: 3, values: [0, 1], messages: {maximum: 0.5}}";
            assertThat(bid(three + "}" + bounded, 0.9)).isEqualTo(0.5);
            // Two pay min(least value, 1/2): 2·∫_0^{1/2} (1 − x)³ dx.
            assertThat(revenue(three + "}" + bounded)).isEqualTo(15 / 32.0, within(ROUNDING));
        }
        String units = "{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, bidders: 3, values: [0, 1],";
        assertThat(reason(units + " messages: {maximum: 0.5}}"))
                .startsWith("messages.maximum 0.5: ")
                .endsWith("worked out for bidders that want one unit each");
        assertThat(reason("{mechanism: {type: uniform_price, units: 2, price: lowest_accepted}, bidders: 3,"
                        + " values: [0, 1], messages: {maximum: 0.1}}"))
                .endsWith("from which type on they jump to it is not worked out");
    }

    @Test
    void boundsThatAdmitEveryEquilibriumBidChangeNothing() {
        String first = "{mechanism: first_price, bidders: 2, values: [0, 1], messages: {maximum: ";
        assertThat(bid(first + "0.5}}", 1)).isEqualTo(0.5, within(ROUNDING));
        // Half a tick beyond the bound is a bid whose nearest tick is admitted.
        assertThat(bid(first + "0.6}, tick: 0.2}", 1)).isEqualTo(0.5, within(ROUNDING));
        assertThat(bid(first + "0.4}, tick: 0.2}", 1)).isEqualTo(0.5, within(ROUNDING));
        assertThat(reason(first + "0.4}, tick: 0.1}")).contains("messages.maximum 0.4");
        assertThat(bid("{mechanism: third_price, bidders: 3, values: [0, 1]}", 1))
                .isEqualTo(2, within(ROUNDING));
        assertThat(bid(
                        "{mechanism: {type: licence_with_externality, loss: constant, alpha: 0.5}, bidders: 3,"
                                + " values: [0, 1]}",
                        1))
                .isGreaterThan(1);
    }

    @Test
    void boundsThatAreRulesAreSolvedAsRules() {
        String two = ", bidders: 2, values: [0, 1], messages: {";
        String first = "{mechanism: first_price" + two;
        assertThat(bid(first + "minimum: 0.2}}", 0.6))
                .isEqualTo(
                        bid("{mechanism: {type: first_price, reserve: 0.2}, bidders: 2, values: [0, 1]}", 0.6),
                        within(ROUNDING))
                .isGreaterThan(0.3);
        assertThat(bid(first + "minimum: 0.2}}", 0.1)).isNaN();
        assertThat(bid("{mechanism: {type: first_price, reserve: 0.2}" + two + "minimum: 0.2}}", 0.6))
                .isEqualTo(bid(first + "minimum: 0.2}}", 0.6), within(ROUNDING));
        assertThat(bid("{mechanism: all_pay" + two + "minimum: 0.2}}", 0.6))
                .isEqualTo(
                        bid("{mechanism: {type: all_pay, minimum_bid: 0.2}, bidders: 2, values: [0, 1]}", 0.6),
                        within(ROUNDING));
        assertThat(bid("{mechanism: second_price" + two + "maximum: 0.5}}", 0.8))
                .isEqualTo(0.5);
        assertThat(revenue("{mechanism: second_price" + two + "maximum: 0.5}}")).isEqualTo(7 / 24.0, within(ROUNDING));
    }

    @Test
    void offersThatTradeWithNobodyNeedNotBeAdmitted() {
        String trade = "{mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1], messages: {";
        Equilibrium equilibrium =
                (Equilibrium) game(trade + "minimum: 0.25, maximum: 0.75}}").solution();
        assertThat(equilibrium.message(0, 0.2)).isNaN();
        assertThat(equilibrium.message(0, 1)).isEqualTo(0.75, within(ROUNDING));
        assertThat(equilibrium.message(1, 0.8)).isNaN();
        assertThat(equilibrium.message(1, 0)).isEqualTo(0.25, within(ROUNDING));
        assertThat(reason(trade + "maximum: 0.7}}")).contains("messages.maximum 0.7: without bounds a buyer of");
        assertThat(reason(trade + "minimum: 0.3}}")).contains("messages.minimum 0.3: without bounds a buyer of");
    }
}
