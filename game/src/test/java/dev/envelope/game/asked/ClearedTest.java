package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.payments;
import static dev.envelope.game.asked.AskedGames.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClearedTest {

    private static final String TRADERS =
            "roles: [{side: buyer, count: 3, values: [0, 10]}, {side: seller, count: 3, values: [0, 10]}]";

    private static final String OFFERS = "{buyer: [9, 7, 4], seller: [3, 5, 8]}";

    @Test
    void aCallMarketTradesWhatBothSidesOfferAtAPriceInBetween() {
        Cleared cleared = clear("{mechanism: {type: call_market, k: 0.25}, " + TRADERS + "}", OFFERS);
        assertThat(cleared.price().orElseThrow()).isEqualTo(5.5, within(ROUNDING));
        assertThat(units(cleared)).containsExactly(1, 1, 0, -1, -1, 0);
        assertThat(cleared.revenue()).isEqualTo(0, within(ROUNDING));
    }

    @Test
    void mcAfeesPriceComesFromTheOffersThatFail() {
        Cleared cleared = clear("{mechanism: mcafee, " + TRADERS + "}", OFFERS);
        assertThat(payments(cleared)).containsExactly(6.0, 6.0, 0.0, -6.0, -6.0, 0.0);
        Cleared reduced = clear("{mechanism: mcafee, " + TRADERS + "}", "{buyer: [9, 7, 6.5], seller: [3, 6.9, 10]}");
        assertThat(payments(reduced)).containsExactly(7.0, 0.0, 0.0, -6.9, 0.0, 0.0);
    }

    @Test
    void vcgPaysSellersMoreThanBuyersPay() {
        Cleared cleared = clear("{mechanism: vcg, " + TRADERS + "}", OFFERS);
        assertThat(payments(cleared)).containsExactly(5.0, 5.0, 0.0, -7.0, -7.0, 0.0);
        assertThat(cleared.revenue()).isEqualTo(-4);
    }

    @Test
    void unitsGoToTheHighestBidsAndCostWhatTheRulesSay() {
        String bids = "[[10, 6, 2], [8, 5]]";
        assertThat(payments(units("uniform_price", "", bids))).containsExactly(10.0, 5.0);
        assertThat(payments(units("uniform_price", ", price: lowest_accepted", bids)))
                .containsExactly(12.0, 6.0);
        assertThat(payments(units("discriminatory", "", bids))).containsExactly(16.0, 8.0);
        assertThat(payments(units("multi_unit_vickrey", "", bids))).containsExactly(5.0, 2.0);
        assertThat(units(units("uniform_price", "", "[[10, 6, 2], 11]"))).containsExactly(2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> units("discriminatory", "", "[[1, 2], abstain]"))
                .withMessage("message 1 (bidder), bid 2: 2.0 (expected: at most the bid for the unit before it, 1.0)");
    }

    @Test
    void packagesAreAwardedAndPaidForByTheChosenRule() {
        String bids = "[[{items: [A], amount: 6}], [{items: [B], amount: 5}], [{items: [A, B], amount: 8}]]";
        Cleared vcg = packages("vcg", bids);
        assertThat(payments(vcg)).containsExactly(3.0, 2.0, 0.0);
        assertThat(vcg.shares().get(1).items()).containsExactly("B");
        assertThat(packages("nearest_vcg", bids).shares().get(0).payment()).isEqualTo(4.5, within(ROUNDING));
        assertThat(payments(packages("pay_as_bid", bids))).containsExactly(6.0, 5.0, 0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packages("vcg", "[abstain, abstain, [{items: [C], amount: 1}]]"))
                .withMessage("item: C (expected: one of [A, B])");
    }

    @Test
    void aProjectIsBuiltWhereItIsWorthItsCost() {
        String game = "{mechanism: {type: public_project, cost: 10}, bidders: 2, values: [0, 8]}";
        Cleared built = clear(game, "[6, 7]");
        assertThat(payments(built)).containsExactly(3.0, 4.0);
        assertThat(built.cost()).isEqualTo(10);
        assertThat(clear(game, "[2, 7]").cost()).isZero();
    }

    @Test
    void aPartnershipGoesToTheHighestBid() {
        assertThat(payments(clear("{mechanism: partnership, bidders: 2, values: [0, 8]}", "[4, 3]")))
                .containsExactly(3.0, -3.0);
        assertThat(payments(clear(
                        "{mechanism: {type: partnership, payments: winners_bid}, bidders: 3, values: [0, 8]}",
                        "[1, 4, 3]")))
                .containsExactly(-4.0, 8.0, -4.0);
    }

    @Test
    void aLicenceCostsWhatItsRulesSay() {
        String firms = ", alpha: 0.5}, bidders: 2, values: [0, 8]}";
        assertThat(payments(clear("{mechanism: {type: licence_with_externality" + firms, "[4, 3]")))
                .containsExactly(4.0, 0.0);
        assertThat(payments(clear("{mechanism: {type: licence_with_externality, payments: vcg" + firms, "[4, 3]")))
                .containsExactly(4.5, 0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear("{mechanism: {type: licence_with_externality" + firms, "[4, abstain]"))
                .withMessage("message 2 (bidder): abstain (expected: a number of points, for here all must take part)");
    }

    @Test
    void offersAreTakenByTheFirstThatAccepts() {
        String game = "{mechanism: sequential_offers, bidders: 2, values: [0, 8]}";
        assertThat(payments(clear(game, "[decline, accept]"))).containsExactly(0.0, 4.0);
        assertThat(payments(clear(game, "[5.5, 4.5]"))).containsExactly(5.5 - 0.5, 0.0);
    }

    @Test
    void finitelyManyValuesClearWhereTheRulesDoNotDependOnThem() {
        String values = ", bidders: 2, values: {type: discrete, values: [1, 2, 3]}}";
        assertThat(payments(clear("{mechanism: second_price" + values, "[3, 2]")))
                .containsExactly(2.0, 0.0);
        assertThat(payments(clear("{mechanism: vcg" + values, "[3, 2]"))).containsExactly(2.0, 0.0);
        // ψ = (−1, 1, 3): 3 against 2 pays 3 − 1/2.
        assertThat(payments(clear("{mechanism: optimal" + values, "[3, 2]"))).containsExactly(2.5, 0.0);
        // e(3) = E[X; X > 3 or half of X = 3] = 1/2, e(2) = 1 + 1/3: half of 2 and 3 each on a tie.
        List<Double> agv = payments(clear("{mechanism: agv" + values, "[3, 2]"));
        assertThat(agv.get(0)).isEqualTo(4 / 3.0 - 1 / 2.0, within(1e-12));
        assertThat(agv.get(1)).isEqualTo(-agv.get(0), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear("{mechanism: optimal" + values, "[3, 2.5]"))
                .withMessage("message 2 (bidder): 2.5 (expected: one of [1.0, 2.0, 3.0])");
        assertThat(payments(clear("{mechanism: sequential_offers" + values, "[decline, accept]")))
                .containsExactly(0.0, 2.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear("{mechanism: first_price_proxy" + values, "[3, 2]"))
                .withMessageStartingWith("mechanism: first_price_proxy (expected:");
    }

    @Test
    void aReportIsOfATypeThatThereIs() {
        String values = "values: {type: discrete, values: [1, 2]}";
        for (String mechanism : List.of("vcg", "agv", "optimal")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clear("{mechanism: " + mechanism + ", bidders: 2, " + values + "}", "[2, 1.5]"))
                    .withMessage("message 2 (bidder): 1.5 (expected: one of [1.0, 2.0])");
        }
        String traders = "{mechanism: vcg, roles: [{side: buyer, count: 2, values: [0, 4]}, {side: seller, count: 2, "
                + values + "}]}";
        assertThat(units(clear(traders, "{buyer: [1.5, 0.5], seller: [1, 2]}"))).containsExactly(1, 0, -1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(traders, "{buyer: [1.5, 0.5], seller: [1, 1.5]}"))
                .withMessage("message 4 (seller): 1.5 (expected: one of [1.0, 2.0])");
        assertThat(payments(clear("{mechanism: vcg, bidders: 2, " + values + "}", "[abstain, 2]"))
                        .get(0))
                .isZero();
        assertThat(payments(clear("{mechanism: second_price, bidders: 2, " + values + "}", "[2, 1.5]")))
                .containsExactly(1.5, 0.0);
    }

    @Test
    void messagesBeyondTheirBoundsAreRefused() {
        String game = "{mechanism: first_price, bidders: 2, values: [0, 1], messages: {minimum: 0.1, maximum: 0.3}}";
        assertThat(payments(clear(game, "[0.1, 0.3]"))).containsExactly(0.0, 0.3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(game, "[0.2, 5]"))
                .withMessage("message 2 (bidder): 5.0 (expected: from 0.1 to 0.3, the bounds of messages)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear(game, "[-1, 0.2]"))
                .withMessageStartingWith("message 1 (bidder): -1.0 (expected: from 0.1 to 0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        clear("{mechanism: {type: discriminatory, units: 2}, bidders: 2, values: [0, 8]}", "[9, 8]"))
                .withMessageStartingWith("message 1 (bidder): 9.0 (expected: from 0 to 8");
    }

    @Test
    void whoMustTakePartCannotAbstain() {
        for (String agents : List.of("bidders: 2, values: [0, 1]", "buyer: [0, 1], seller: [0, 1]")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clear("{mechanism: agv, " + agents + "}", "[0.5, abstain]"))
                    .withMessageMatching(
                            "message 2 \\((bidder|seller)\\): abstain \\(expected: a number of points, for here all"
                                    + " must take part\\)");
        }
        assertThat(payments(clear("{mechanism: vcg, bidders: 2, values: [0, 1]}", "[0.5, abstain]")))
                .containsExactly(0.0, 0.0);
    }

    private static Cleared packages(String payments, String bids) {
        return clear(
                "{mechanism: {type: package_auction, items: [A, B], payments: " + payments
                        + "}, bidders: 3, values: [0, 20]}",
                bids);
    }
}
