package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code envelope solve}. */
class SolveCommandTest extends GameFileRun {

    @Test
    void solveNamesTheEquilibriumOfATreatmentByItself() throws IOException {
        String game = file("game.yaml", "mechanism: first_price\nbidders: 4\nvalues: [0, 100]\n");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString())
                .contains(
                        "first_price; 4 × bidder, uniform on [0, 100]",
                        "known by",
                        " 50           37.5",
                        "revenue       60");
    }

    @Test
    void solvePrintsEveryGameOfAPlanInFullPrecision() throws IOException {
        String plan = file("plan.yaml", """
                envelope: 1
                treatments:
                  one: {mechanism: {type: first_price, reserve: 50}, bidders: 2, values: [0, 100]}
                  two: {mechanism: k_double_auction, buyer: [0, 1], seller: [0, 1]}
                """);
        assertThat(run("solve", plan, "--json")).isZero();
        JsonNode games = json().get("games");
        assertThat(games).hasSize(2);
        JsonNode bidder = games.get(0).get("strategies").get(0);
        assertThat(bidder.get("messages").get(0).isNull()).isTrue();
        assertThat(bidder.get("messages").get(20).asDouble()).isCloseTo(62.5, within(1e-10));
        JsonNode trade = games.get(1);
        assertThat(trade.get("certificate").get("kind").asString()).isEqualTo("closed_form");
        assertThat(trade.get("predictions").get("gains").asDouble()).isCloseTo(9.0 / 64, within(ROUNDING));
        assertThat(trade.get("strategies").get(0).get("role").asString()).isEqualTo("buyer");
    }

    /** What keeping the object is worth to the seller is not gained by selling it; nor is it a rent: ∫ (x − 1/2)·2x from 3/4 and from 1/2 on. */
    @Test
    void gainsOfTheOptimalAuctionAreBeyondTheSellersValue() throws IOException {
        String game = file("game.yaml", "{mechanism: {type: optimal, seller_value: 0.5}, bidders: 2, values: [0, 1]}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode predictions = json().get("games").get(0).get("predictions");
        assertThat(predictions.get("gains").asDouble()).isCloseTo(1 / 6.0, within(ROUNDING));
        assertThat(predictions.get("first_best_gains").asDouble()).isCloseTo(5 / 24.0, within(ROUNDING));
        assertThat(predictions.get("efficiency").asDouble()).isCloseTo(0.8, within(ROUNDING));
        assertThat(predictions.get("revenue").asDouble()).isCloseTo(1 / 3.0, within(ROUNDING));
        out.getBuffer().setLength(0);
        assertThat(run("audit", game, "--json")).isZero();
        JsonNode audited = json().get("games").get(0);
        assertThat(audited.get("gains").asDouble()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(audited.get("first_best_gains").asDouble()).isCloseTo(5 / 24.0, within(ROUNDING));
        assertThat(audited.get("rent").asDouble()).isCloseTo(5 / 96.0, within(1e-9));
    }

    @Test
    void typesThatDoNotExistAreNotListed() throws IOException {
        String game = file("game.yaml", "{mechanism: vcg, bidders: 2, values: {type: discrete, values: [0, 3, 10]}}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode strategy = json().get("games").get(0).get("strategies").get(0);
        assertThat(strategy.get("types").toString()).isEqualTo("[0.0,3.0,10.0]");
        assertThat(strategy.get("messages").toString()).isEqualTo("[0.0,3.0,10.0]");
    }

    /** Values from 0 to 1 and from 3 to 4, of which about as many of each are shown, and none between. */
    @Test
    void typesInsideGapsAreNotListed() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: second_price, bidders: 2, values: {type: mixture, parts:"
                        + " [{weight: 0.5, values: [0, 1]}, {weight: 0.5, values: [3, 4]}]}}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode types = json().get("games").get(0).get("strategies").get(0).get("types");
        assertThat(types).isNotEmpty().allMatch(type -> type.asDouble() <= 1 || type.asDouble() >= 3);
        assertThat(types.toString()).contains("1.0,3.0").startsWith("[0.0,").endsWith(",4.0]");
    }

    /** The bids of two firms are money, and so are ticks; who bids just above 0 is shown to bid that. */
    @Test
    void firmsThatBidForALicenceKnowWhatTicksCost() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: {type: licence_with_externality, alpha: 0.25, loss: constant, payments: all_pay},"
                        + " bidders: [{name: a, values: [0, 1]}, {name: b, values: [0, 2]}]}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString())
                .contains("on ticks      of 0.01 no gain above 0.0200")
                .containsPattern("(?m)^ +b +message\\n +0 +0$");
    }

    @Test
    void theOnlyTypeIsShown() throws IOException {
        String game = file("game.yaml", "{mechanism: optimal, bidders: 2, values: {type: discrete, values: [5]}}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).containsPattern("(?m)^ +5 +5$").contains("revenue       5");
    }

    /** Payments of three partners add up to −6e-17 on average. */
    @Test
    void aRevenueThatIsRoundingIsNone() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: {type: partnership, payments: agv}, bidders: [{name: a, count: 2, values: {type: discrete,"
                        + " values: [1, 2, 4], probabilities: [0.5, 0.3, 0.2]}}, {name: b, values: {type: discrete,"
                        + " values: [0, 3], probabilities: [0.4, 0.6]}}]}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).containsPattern("(?m)^  revenue +0$").contains("gains         3.004 of 3.004");
    }

    @Test
    void theHighestOfManyTypesIsShown() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: vcg, bidders: 2, values: {type: discrete,"
                        + " values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 77]}}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).containsPattern("(?m)^ +13 +13$").containsPattern("(?m)^ +77 +77$");
    }

    @Test
    void solveSaysWhyThereIsNoEquilibrium() throws IOException {
        String game = file("game.yaml", """
                mechanism: {type: discriminatory, units: 2, wanted: 2}
                bidders: 3
                values: [0, 100]
                """);
        assertThat(run("solve", game, "--json")).isEqualTo(1);
        JsonNode solved = json().get("games").get(0);
        assertThat(solved.get("solved").asBoolean()).isFalse();
        assertThat(solved.get("reason").asString()).contains("no equilibrium is known of bids for several units");
    }

    @Test
    void solveSaysWhatRoundingToTicksCosts() throws IOException {
        String game = file("game.yaml", "{mechanism: first_price, bidders: 2, values: [0, 10], tick: 0.5}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode certificate = json().get("games").get(0).get("certificate");
        assertThat(certificate.get("tick").asDouble()).isEqualTo(0.5);
        assertThat(certificate.get("gain_bound").asDouble()).isZero();
        // Above 0, and below what a winner saves who bids a tick less.
        assertThat(certificate.get("gain_on_ticks").asDouble()).isBetween(1e-3, 0.5);
    }

    @Test
    void solveSaysWhatRoundingCostsInAThirdPriceAuction() throws IOException {
        String game = file("game.yaml", "{mechanism: third_price, bidders: 3, values: [0, 10]}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode certificate = json().get("games").get(0).get("certificate");
        assertThat(certificate.get("gain_on_ticks").asDouble()).isBetween(1e-9, 1e-3);
    }

    @Test
    void solveNamesEveryProblemOfAGame() throws IOException {
        String game = file("game.yaml", "mechanism: first_prise\nbidders: 4\nvalues: [0, 100]\nwalues: 3\n");
        assertThat(run("solve", game)).isEqualTo(1);
        assertThat(err.toString())
                .contains("game.yaml:1:12", "did you mean first_price?", "game.yaml:4:1", "did you mean values?");
    }

    @Test
    void gamesThatAreNotPlayedAreSolvedWithTheirFigures() throws IOException {
        String game = file("game.yaml", "mechanism: sequential_offers\nbidders: 2\nvalues: [0, 1]\n");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode solved = json().get("games").get(0);
        assertThat(solved.get("facts").get("prices").get(0).asDouble()).isCloseTo(0.625, within(ROUNDING));
        assertThat(solved.get("predictions").get("revenue").asDouble()).isCloseTo(25 / 64.0, within(ROUNDING));
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).contains("prices: 0.625, 0.5", "surplus       0.0703125, 0.078125 of each bidder");
    }

    @Test
    void everyBuyerThatIsOfferedItsOwnPriceHasItsOwnStrategy() throws IOException {
        String game = file("game.yaml", "mechanism: sequential_offers\nbidders: 3\nvalues: [0, 1]\n");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode strategies = json().get("games").get(0).get("strategies");
        assertThat(strategies).hasSize(3);
        assertThat(strategies.get(1).get("role").asString()).isEqualTo("bidder 2");
        // Prices 0.6953125, 0.625 and 0.5: of the types 0, 0.05, … the first that takes part.
        for (int bidder = 0; bidder < 3; bidder++) {
            int least = new int[] {14, 13, 10}[bidder];
            JsonNode messages = strategies.get(bidder).get("messages");
            assertThat(messages.get(least - 1).isNull()).as("bidder %d", bidder).isTrue();
            assertThat(messages.get(least).isNull()).as("bidder %d", bidder).isFalse();
        }
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).contains("bidder 1 ", "bidder 2 ", "bidder 3 ");
    }

    @Test
    void everyBidderOfABalancedAuctionHasASurplus() throws IOException {
        String game = file("game.yaml", "{mechanism: balanced, bidders: 3, values: [0, 1]}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString())
                .contains(
                        "surplus       0.58333333, 0.083333333, 0.083333333 of each bidder",
                        "least gain and type of agent 3: 0, 0");
    }

    @Test
    void anErrorBehindTheAnswerLeavesTheAnswerAlone() throws IOException {
        String game = file("game.yaml", "{mechanism: second_price, bidders: 2, values: [0, 1]}");
        assertThat(run(
                        "solve",
                        game,
                        "--json",
                        "--plot",
                        folder.resolve("p.svg").toString(),
                        "--picture",
                        "trade"))
                .isEqualTo(1);
        assertThat(json().has("games")).isTrue();
        assertThat(err.toString()).contains("nothing to draw");
    }

    /** What everybody gets is as good as nothing, and the better of the two is to sell nothing. */
    @Test
    void aLossWhereNothingIsToBeGainedHasNoEfficiency() throws IOException {
        String game = file("game.yaml", "{mechanism: first_price, bidders: 2, values: {type: discrete, values: [-3]}}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString()).containsPattern("(?m)^  gains +-3 of 0$").doesNotContain("efficiency");
    }

    @Test
    void noEfficiencyIsNullInJson() throws IOException {
        String game = file("game.yaml", "{mechanism: first_price, bidders: 2, values: {type: discrete, values: [-3]}}");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode predictions = json().get("games").get(0).get("predictions");
        assertThat(predictions.get("gains").asDouble()).isEqualTo(-3);
        assertThat(predictions.get("efficiency").isNull()).isTrue();
    }

    @Test
    void paymentsThatAreRoundingAreNone() throws IOException {
        String game = file("game.yaml", "{mechanism: agv, bidders: 3, values: {type: discrete, values: [1, 2]}}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^  payments +0 per bidder$")
                .containsPattern("(?m)^  revenue +0$");
    }
}
