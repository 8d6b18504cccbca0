package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.bid;
import static dev.envelope.game.asked.AskedGames.problems;
import static dev.envelope.game.asked.AskedGames.treatment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.file.OffersReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What game files are told that are not quite right: each thing once, by its name, with its place. */
class AskedMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"exponential", "normal", "lognormal", "gamma", "weibull"})
    void familiesAreTruncatedOnes(String family) {
        assertThat(problems("{mechanism: first_price, bidders: 2, values: {type: " + family + ", lo: 0, hi: 1}}"))
                .contains(family + ", did you mean truncated_" + family + "?");
    }

    @Test
    void aNameIsSaidOnce() {
        assertThat(problems("{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 0}}"))
                .contains("utility.alpha: 0.0 (")
                .doesNotContain("utility alpha");
        assertThat(problems("{mechanism: {type: all_pay}, bidders: 3, values: {type: wallet, values: [0, 1]}}"))
                .doesNotContain("mechanism: mechanism:");
    }

    @Test
    void anEmptyListIsOneProblem() {
        assertThat(OffersReader.read(
                                "{g: []}",
                                treatment("{mechanism: first_price, bidders: [{name: g, count: 2, values: [0, 1]}]}"))
                        .problems())
                .hasSize(1);
        assertThat(OffersReader.read(
                                "{g: [], h: 1}",
                                treatment("{mechanism: {type: uniform_price, units: 2},"
                                        + " bidders: [{name: g, values: [0, 1]}, {name: h, values: [0, 1]}]}"))
                        .problems())
                .hasSize(1);
    }

    @Test
    void aSoleBidderForACommonValueIsRefusedWithItsPlace() {
        assertThat(problems(
                        "{mechanism: first_price, bidders: 1, values: {type: common_value, lo: 0, hi: 9, error: 1}}"))
                .contains("line 1", "1 bidder in first_price", "at least 2 bidders");
    }

    @Test
    void severalBuyersAreListedAsRoles() {
        assertThat(problems("{mechanism: call_market, buyer: {count: 3, values: [0, 1]}, seller: [0, 1]}"))
                .contains("buyer: a role (expected: the values of one buyer; several are written as roles:");
    }

    @Test
    void costsAndLossesAreAtLeastZero() {
        assertThat(problems("{mechanism: {type: public_project, cost: -1}, bidders: 2, values: [0, 1]}"))
                .contains("mechanism.cost: -1");
        assertThat(problems("{mechanism: {type: licence_with_externality, alpha: -0.5}, bidders: 2, values: [0, 1]}"))
                .contains("mechanism.alpha: -0.5");
    }

    /** A least bid of 0 is a reserve of 0 to whoever enters alone. */
    @Test
    void aLeastBidOfZeroIsAReserveBesideAFee() {
        String two = ", bidders: 2, values: [0, 1], entry_fee: 0.25";
        assertThat(bid("{mechanism: first_price" + two + ", messages: {minimum: 0, maximum: 1}}", 0.8))
                .isEqualTo(bid("{mechanism: {type: first_price, reserve: 0}" + two + "}", 0.8));
    }
}
