package dev.envelope.game.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.game.plan.file.OffersReader;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedGameTest {

    private static final double ROUNDING = 1e-9;
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
    void everyAskedGameThatHasAnEquilibriumIsSolved() {
        assertThat(revenue("{mechanism: {type: multi_unit_vickrey, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}"))
                .isEqualTo(0.6, within(ROUNDING));
        assertThat(revenue("{mechanism: {type: discriminatory, units: 2}, bidders: 3, values: [0, 1]}"))
                .isEqualTo(0.5, within(ROUNDING));
        assertThat(revenue("{mechanism: {type: public_project, cost: 1}, bidders: 2, values: [0, 1]}"))
                .isEqualTo(1 / 3.0, within(ROUNDING));
        assertThat(revenue("{mechanism: {type: public_project, cost: 1, payments: agv}, bidders: 2, values: [0, 1]}"))
                .isEqualTo(0.5, within(ROUNDING));
        assertThat(revenue("{mechanism: {type: partnership, payments: vcg}, bidders: 2, values: [0, 1]}"))
                .isEqualTo(1 / 12.0, within(ROUNDING));
        assertThat(revenue("{mechanism: {type: licence_with_externality, alpha: 0.5}, bidders: 2, values: [0, 1]}"))
                .isEqualTo(0.5, within(ROUNDING));
        assertThat(revenue("{mechanism: sequential_offers, bidders: 2, values: [0, 1]}"))
                .isEqualTo(25 / 64.0, within(ROUNDING));
        assertThat(revenue("{mechanism: vcg, buyer: [0, 1], seller: [0, 1]}")).isEqualTo(-1 / 6.0, within(ROUNDING));
        assertThat(revenue("{mechanism: mcafee, buyer: [0, 1], seller: [0, 1]}"))
                .isNotNegative();
    }

    @Test
    void aCommonValueIsBidForByItsSignals() {
        assertThat(bid("{mechanism: second_price, bidders: 2, values: {type: wallet, values: [0, 1]}}", 0.3))
                .isEqualTo(0.6, within(ROUNDING));
        AskedGame rights =
                game("{mechanism: first_price, bidders: 4, values: {type: common_value, lo: 0, hi: 100, error: 5}}");
        assertThat(((Equilibrium) rights.solution()).predictions().gains()).isEqualTo(50, within(1e-6));
        assertThat(rights.facts().get(0).numbers().get(0)).isNegative();
        assertThat(payments(rights.clear(
                        offers("{mechanism: first_price, bidders: 4, values: [0, 100]}", "[1, 7, 3, abstain]"))))
                .containsExactly(0.0, 7.0, 0.0, 0.0);
    }

    @Test
    void localsAgainstAGlobalBidderBidByTheRuleOfPayment() {
        String game = "{mechanism: {type: package_auction, items: [A, B], payments: nearest_vcg}, bidders: ["
                + "{name: one, wants: [A], values: [0, 1]}, {name: two, wants: [B], values: [0, 1]},"
                + " {name: all, wants: [A, B], values: [0, 2]}]}";
        assertThat(bid(game, 0.5)).isEqualTo(0.5 - 3 + 2 * StrictMath.sqrt(2), within(ROUNDING));
        assertThat(reason(game.replace("wants: [B]", "wants: [A]"))).contains("known only for two locals");
    }

    @Test
    void riskAversionAndEntryFeesAreOfTheGame() {
        assertThat(bid("{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 0.5}}", 0.6))
                .isEqualTo(0.4, within(ROUNDING));
        assertThat(revenue("{mechanism: second_price, bidders: 2, values: [0, 1], entry_fee: 0.25}"))
                .isEqualTo(5 / 12.0, within(ROUNDING));
        assertThat(reason("{mechanism: third_price, bidders: 3, values: [0, 1], utility: {type: cara, lambda: 1}}"))
                .contains("risk-neutral");
    }

    @Test
    void whatDoesNotExistOrIsNotKnownIsSaidWithItsReason() {
        assertThat(problems("{mechanism: balanced, buyer: [0, 1], seller: [0, 1]}"))
                .contains("deficit of 0.1666");
        assertThat(problems(
                        "{mechanism: {type: partnership, payments: balanced, share: 1}, bidders: 2, values: [0, 1]}"))
                .contains("mechanism: expected surplus: -0.1666", "deficit of 0.1666");
        assertThat(reason("{mechanism: first_price, bidders: 2, values: {type: discrete, values: [1, 2]}}"))
                .contains("positive probability");
        assertThat(reason("{mechanism: {type: uniform_price, units: 2, wanted: 2}, bidders: 3, values: [0, 1]}"))
                .contains("demand reduction");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        game("{mechanism: {type: uniform_price, units: 2, wanted: 2}, bidders: [{values: [0, 1]}, {values: [0, 2]}]}")
                                .audited())
                .withMessageContaining("is of one role of risk-neutral bidders; there are 2 roles");
    }

    @Test
    void finitelyManyValuesClearWhereTheRulesDoNotDependOnThem() {
        String values = ", bidders: 2, values: {type: discrete, values: [1, 2, 3]}}";
        assertThat(payments(clear("{mechanism: second_price" + values, "[3, 2]")))
                .containsExactly(2.0, 0.0);
        assertThat(payments(clear("{mechanism: vcg" + values, "[3, 2]"))).containsExactly(2.0, 0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear("{mechanism: optimal" + values, "[3, 2]"))
                .withMessageStartingWith("mechanism: optimal (expected: one whose rules do not depend on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clear("{mechanism: {type: partnership, payments: agv}" + values, "[3, 2]"))
                .withMessageStartingWith("mechanism: partnership (expected:");
    }

    @Test
    void aSoleBidderIsMadeAnOffer() {
        for (String mechanism :
                List.of("optimal", "{type: second_price, reserve: 0.5}", "{type: first_price, reserve: 0.5}")) {
            Equilibrium equilibrium = (Equilibrium) game("{mechanism: " + mechanism + ", bidders: 1, values: [0, 1]}")
                    .solution();
            assertThat(equilibrium.predictions().revenue()).isEqualTo(0.25, within(ROUNDING));
        }
        assertThat(reason("{mechanism: first_price, bidders: 1, values: [0, 1]}"))
                .contains("sole bidder");
    }

    @Test
    void finitelyManyValuesAreSolvedWhereTruthIsDominant() {
        String values = ", bidders: 2, values: {type: discrete, values: [1, 2]}}";
        for (String mechanism : List.of("second_price", "vcg", "{type: second_price, reserve: 1}")) {
            Equilibrium equilibrium =
                    (Equilibrium) game("{mechanism: " + mechanism + values).solution();
            assertThat(equilibrium.predictions().revenue()).isEqualTo(1.25, within(ROUNDING));
        }
        Equilibrium reserved = (Equilibrium)
                game("{mechanism: {type: second_price, reserve: 1.5}" + values).solution();
        // 1.5 where one values it at 2, 2 where both do.
        assertThat(reserved.predictions().revenue()).isEqualTo(1.25, within(ROUNDING));
        assertThat(reserved.predictions().tradeProbability()).isEqualTo(0.75, within(ROUNDING));
        for (String mechanism : List.of("first_price", "optimal", "third_price")) {
            String three = values.replace("bidders: 2", "bidders: 3");
            assertThat(((NoEquilibrium) game("{mechanism: " + mechanism + three).solution()).reason())
                    .contains("second-price auctions and in vcg among bidders");
        }
    }

    @ParameterizedTest
    @EnumSource(MechanismType.class)
    void aPlanToBePlayedRefusesByNameWhatIsAskedAboutOnly(MechanismType type) {
        String found = PlanReader.read("envelope: 1\ntreatments: {one: {mechanism: {type: " + type.planName()
                        + "}, bidders: 4, values: [0, 1]}}")
                .problems()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(found.contains(type.planName() + " is not played by this version (expected: one of first_price, "))
                .isEqualTo(!type.isPlayable());
    }

    @Test
    void aPlanToBePlayedRefusesTheOtherWordsToo() {
        String found = PlanReader.read(
                        "envelope: 1\ntreatments: {one: {mechanism: first_price, utility: risk_neutral,"
                                + " entry_fee: 0, bidders: [{values: {type: affiliated}, wants: [A]}, {values: {type: discrete}}]}}")
                .problems()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(found)
                .contains(
                        "utility: not played by this version (expected: the key left out)",
                        "entry_fee: not played by this version (expected: the key left out)",
                        "wants: not played by this version (expected: the key left out)",
                        "affiliated is not played by this version",
                        "discrete is not played by this version");
    }

    @Test
    void wrongGamesAreNamedAllAtOnce() {
        assertThat(problems("{mechanism: {type: licence_with_externality, loss: own}, bidders: 2, values: [0, 1]}"))
                .isEqualTo("""
                        line 1, column 13: mechanism.alpha: missing (expected: what losers lose, a number above -1)
                        line 1, column 52: mechanism.loss: own (expected: one of own_value, constant, winners_value)""");
        assertThat(problems("{mechanism: uniform_price, bidders: 2, values: [0, 1]}"))
                .isEqualTo("line 1, column 13: mechanism.units: missing (expected: how many units are sold)");
        assertThat(problems("{mechanism: call_market, bidders: 2, values: [0, 1]}"))
                .isEqualTo(
                        "line 1, column 35: bidders: 2 bidders in call_market (expected: buyers and sellers, at least one"
                                + " of each, and nobody else)");
        assertThat(
                        problems(
                                "{mechanism: agv, roles: [{side: buyer, count: 2, values: [0, 1]}, {side: seller, values: [0, 1]}]}"))
                .contains(
                        "2 buyers and 1 seller in agv (expected: at least 2 bidders and nobody else, or one buyer and one seller)");
        assertThat(problems("{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 2}}"))
                .endsWith(
                        "utility.alpha: utility alpha: 2.0 (expected: above 0, up to 1; it is 1 minus the relative risk"
                                + " aversion)");
        assertThat(problems("{mechanism: {type: uniform_price, units: 1}, bidders: 2, values: [0, 1], entry_fee: 1}"))
                .contains("entry_fee: 1.0 (expected: none in uniform_price)");
        assertThat(
                        problems(
                                "{mechanism: optimal, bidders: 2, values: {type: common_value, lo: 0, hi: 1, error: 1, factor: 2}}"))
                .contains("factor: given beside error (expected: one of them)")
                .doesNotContain("mechanism:");
        assertThat(problems("{mechanism: optimal, bidders: 2, values: {type: wallet, values: [0, 1]}}"))
                .contains("optimal (expected: first_price or second_price for a common value)");
    }

    private static Cleared units(String type, String more, String bids) {
        return clear("{mechanism: {type: " + type + ", units: 3" + more + "}, bidders: 2, values: [0, 20]}", bids);
    }

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

    /** The first keeps the surplus: of three U[0, 1] bidders it expects more than the others' 1/12 beside what all have. */
    @Test
    void everyBidderOfABalancedAuctionHasItsLeastGain() {
        List<Fact> facts =
                game("{mechanism: balanced, bidders: 3, values: [0, 1]}").facts();
        assertThat(facts)
                .extracting(Fact::name)
                .containsExactly(
                        "least_gain_and_type_of_agent_1",
                        "least_gain_and_type_of_agent_2",
                        "least_gain_and_type_of_agent_3");
        assertThat(facts.get(0).numbers().get(0)).isEqualTo(0.5, within(ROUNDING));
        assertThat(facts.get(1).numbers().get(0)).isZero();
        assertThat(facts.get(2))
                .isEqualTo(
                        new Fact("least_gain_and_type_of_agent_3", facts.get(1).numbers()));
        assertThat(game("{mechanism: {type: public_project, cost: 0, payments: balanced}, bidders: 3, values: [0, 1]}")
                        .facts())
                .hasSize(4);
    }

    private static Cleared packages(String payments, String bids) {
        return clear(
                "{mechanism: {type: package_auction, items: [A, B], payments: " + payments
                        + "}, bidders: 3, values: [0, 20]}",
                bids);
    }

    private static double revenue(String text) {
        return ((Equilibrium) game(text).solution()).predictions().revenue();
    }

    private static double bid(String text, double type) {
        return ((Equilibrium) game(text).solution()).message(0, type);
    }

    private static String reason(String text) {
        return ((NoEquilibrium) game(text).solution()).reason();
    }

    private static Cleared clear(String text, String messages) {
        return game(text).clear(offers(text, messages));
    }

    private static List<Offer> offers(String text, String messages) {
        return OffersReader.read(messages, treatment(text)).messages();
    }

    private static List<Double> payments(Cleared cleared) {
        return cleared.shares().stream().map(Cleared.Share::payment).toList();
    }

    private static List<Integer> units(Cleared cleared) {
        return cleared.shares().stream().map(Cleared.Share::units).toList();
    }

    private static AskedGame game(String text) {
        return AskedGame.of(treatment(text));
    }

    private static Treatment treatment(String text) {
        PlanReading reading = GameReader.read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.orElseThrow().treatments().get(0);
    }

    private static String problems(String text) {
        return GameReader.read(text).problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
