package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.ROUNDING;
import static dev.envelope.game.asked.AskedGames.bid;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.offers;
import static dev.envelope.game.asked.AskedGames.payments;
import static dev.envelope.game.asked.AskedGames.problems;
import static dev.envelope.game.asked.AskedGames.reason;
import static dev.envelope.game.asked.AskedGames.revenue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.theory.equilibrium.Equilibrium;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedGameTest {

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
        // ψ = (0, 2): E[max ψ] is 2 where somebody has 2.
        assertThat(revenue("{mechanism: optimal" + values)).isEqualTo(1.5, within(ROUNDING));
        assertThat(revenue("{mechanism: sequential_offers" + values)).isEqualTo(1.5, within(ROUNDING));
        assertThat(game("{mechanism: sequential_offers" + values).facts())
                .containsExactly(new Fact("prices", List.of(2.0, 1.0)));
        assertThat(revenue("{mechanism: balanced" + values)).isEqualTo(0, within(ROUNDING));
        String three = values.replace("bidders: 2", "bidders: 3");
        // The third-highest of three, twice: 2 with 1/8.
        for (String mechanism : List.of("multi_unit_vickrey", "uniform_price")) {
            assertThat(revenue("{mechanism: {type: " + mechanism + ", units: 2}" + three))
                    .isEqualTo(2 * (1 + 1 / 8.0), within(ROUNDING));
        }
        // Below 1.5 nobody takes part: 1.5 or, where all have 2, 2, of each unit.
        assertThat(revenue("{mechanism: {type: uniform_price, units: 2, reserve: 1.5}" + three))
                .isEqualTo((3 * 1.5 + 3 * 2 * 1.5 + 2 * 2) / 8, within(ROUNDING));
    }

    @Test
    void equilibriaOfFinitelyManyValuesThatMixAreRefusedWithTheReason() {
        String values = ", bidders: 3, values: {type: discrete, values: [1, 2]}}";
        // A sole bidder of 1 or 2 takes the object at 2 half of the time.
        assertThat(revenue("{mechanism: {type: first_price, reserve: 2}" + values.replace("3", "1")))
                .isEqualTo(1, within(ROUNDING));
        for (String mechanism : List.of("first_price", "all_pay", "{type: discriminatory, units: 2}")) {
            assertThat(reason("{mechanism: " + mechanism + values))
                    .contains("mixed strategies", "are solved second-price");
        }
        assertThat(reason("{mechanism: {type: uniform_price, units: 2, price: lowest_accepted}" + values))
                .contains("may set the price and tie in general gains");
        assertThat(reason("{mechanism: {type: uniform_price, units: 2, wanted: 2}" + values))
                .contains("several units");
        assertThat(reason("{mechanism: third_price" + values)).contains("positive probability");
        assertThat(reason("{mechanism: k_double_auction, buyer: {type: discrete, values: [1, 2]}, seller: {type:"
                        + " discrete, values: [0, 1]}}"))
                .contains("none is selected");
        assertThat(reason("{mechanism: second_price, bidders: [{values: [0, 1]}, {values: {type: discrete, values: [0,"
                        + " 1]}}]}"))
                .contains("some values have positive probability and others a density");
        assertThat(reason("{mechanism: optimal, utility: {type: crra, alpha: 0.5}" + values))
                .contains("risk-neutral");
    }

    /** Values 1 and 3, costs 0 and 2; a project of 3 that two value at 0 or 2. */
    @Test
    void finitelyManyTypesAreChosenForEfficiently() {
        String trade = ", buyer: {type: discrete, values: [1, 3]}, seller: {type: discrete, values: [0, 2]}}";
        assertThat(revenue("{mechanism: vcg" + trade)).isEqualTo(-0.25, within(ROUNDING));
        assertThat(revenue("{mechanism: agv" + trade)).isEqualTo(0, within(ROUNDING));
        String project = "{mechanism: {type: public_project, cost: 3, payments: vcg}, bidders: 2,"
                + " values: {type: discrete, values: [0, 2]}}";
        assertThat(revenue(project)).isEqualTo(0.5, within(ROUNDING));
        assertThat(revenue("{mechanism: agv, bidders: 3, values: {type: discrete, values: [0, 2]}}"))
                .isEqualTo(0, within(ROUNDING));
    }

    @Test
    void finitelyManyTypesThatCannotBeAnsweredAreRefusedWithTheReason() {
        String values = "values: {type: discrete, values: [0, 2]}}";
        assertThat(reason("{mechanism: agv, bidders: 2, utility: {type: crra, alpha: 0.5}, " + values))
                .contains("risk-neutral");
        assertThat(reason("{mechanism: agv, bidders: 22, " + values)).contains("types: 4194304 profiles");
        assertThat(reason("{mechanism: balanced, buyer: {type: discrete, values: [1, 4]}, seller: {type: discrete,"
                        + " values: [0, 3.5]}}"))
                .contains("expected deficit of 0.25");
    }

    /** Values 1 and 2, costs 1 and 3: 1 and 1 trade too, as {@code clear} has it. */
    @Test
    void whoMayTradeForNothingDoes() {
        String trade = ", buyer: {type: discrete, values: [1, 2]}, seller: {type: discrete, values: [1, 3]}}";
        for (String mechanism : List.of("agv", "vcg")) {
            Equilibrium equilibrium =
                    (Equilibrium) game("{mechanism: " + mechanism + trade).solution();
            assertThat(equilibrium.predictions().tradeProbability()).isEqualTo(0.5, within(ROUNDING));
            assertThat(game("{mechanism: " + mechanism + trade)
                            .clear(List.of(new Offer.Amount(1), new Offer.Amount(1)))
                            .shares()
                            .get(0)
                            .units())
                    .isEqualTo(1);
        }
    }

    @Test
    void finitelyManyValuesAreAuditedWhereRulesAreKnown() {
        String values = ", bidders: 2, values: {type: discrete, values: [1, 2]}}";
        for (String mechanism : List.of("optimal", "agv", "balanced", "first_price", "sequential_offers")) {
            assertThat(game("{mechanism: " + mechanism + values).finite())
                    .get()
                    .extracting(finite -> finite.mechanism().toString())
                    .asString()
                    .startsWith(mechanism);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game("{mechanism: first_price_proxy" + values).finite())
                .withMessageStartingWith("mechanism: first_price_proxy (expected: one whose rules");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game("{mechanism: second_price, bidders: [{name: one, values: [0, 1]}, {name: other,"
                                + " values: {type: discrete, values: [0, 1]}}]}")
                        .finite())
                .withMessage("values of one: uniform on [0, 1] (expected: finitely many, as those of another role,"
                        + " or a density for every role, as smoothed empirical data have)");
        assertThat(game("{mechanism: second_price, bidders: 2, values: [0, 1]}").finite())
                .isEmpty();
    }

    private static double revenue(String treatment) {
        return ((Equilibrium) game(treatment).solution()).predictions().revenue();
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
}
