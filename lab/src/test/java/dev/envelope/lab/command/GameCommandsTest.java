package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GameCommandsTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
    void auditSaysWhatRoundingToTicksCosts() throws IOException {
        String game = file("game.yaml", "{mechanism: first_price, bidders: 2, values: [0, 10], tick: 0.5}");
        assertThat(run("audit", game, "--json")).isZero();
        JsonNode audited = json().get("games").get(0);
        assertThat(audited.get("tick").asDouble()).isEqualTo(0.5);
        assertThat(audited.get("agents").get(1).get("gain_on_ticks").asDouble()).isBetween(1e-3, 0.5);
    }

    @Test
    void solveNamesEveryProblemOfAGame() throws IOException {
        String game = file("game.yaml", "mechanism: first_prise\nbidders: 4\nvalues: [0, 100]\nwalues: 3\n");
        assertThat(run("solve", game)).isEqualTo(1);
        assertThat(err.toString())
                .contains("game.yaml:1:12", "did you mean first_price?", "game.yaml:4:1", "did you mean values?");
    }

    @Test
    void clearTellsWhoGetsWhatAndWhoPaysWhat() throws IOException {
        String game = file("game.yaml", "mechanism: {type: second_price, reserve: 10}\nbidders: 3\nvalues: [0, 100]\n");
        assertThat(run("clear", game, file("bids.yaml", "[30, 70.5, abstain]"))).isZero();
        assertThat(out.toString()).contains("70.5      1             30", "abstain", "revenue 30");
    }

    @Test
    void clearTakesMessagesByRole() throws IOException {
        String game = file("game.yaml", "mechanism: k_double_auction\nbuyer: [0, 1]\nseller: [0, 1]\n");
        assertThat(run("clear", game, file("offers.yaml", "{seller: 0.25, buyer: 0.75}"), "--json"))
                .isZero();
        JsonNode cleared = json();
        assertThat(cleared.get("price").asDouble()).isCloseTo(0.5, within(ROUNDING));
        assertThat(cleared.get("agents").get(1).get("units").asInt()).isEqualTo(-1);
        assertThat(cleared.get("agents").get(1).get("payment").asDouble()).isCloseTo(-0.5, within(ROUNDING));
        assertThat(cleared.get("revenue").asDouble()).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void clearNamesWrongMessages() throws IOException {
        String game = file("game.yaml", "mechanism: first_price\nbidders: 3\nvalues: [0, 100]\n");
        assertThat(run("clear", game, file("few.yaml", "[1, 2]"))).isEqualTo(1);
        assertThat(err.toString()).contains("few.yaml:1:1", "a list of 2 (expected: a list of 3 messages");
        assertThat(run("clear", game, file("words.yaml", "[1, two, .nan]"))).isEqualTo(1);
        assertThat(err.toString()).contains("two (expected: a number of points, or abstain)", "not a finite number");
        String direct = file("vcg.yaml", "mechanism: vcg\nbidders: 2\nvalues: [0, 100]\n");
        assertThat(run("clear", direct, file("high.yaml", "[1, 200]"))).isEqualTo(1);
        assertThat(err.toString()).contains("high.yaml: message 2 (bidder): 200.0 (expected: a type in [0.0, 100.0]");
    }

    @Test
    void auditShowsThatTruthIsNoEquilibriumOfAFirstPriceAuction() throws IOException {
        String game = file("game.yaml", "mechanism: first_price\nbidders: 2\nvalues: [0, 1]\n");
        assertThat(run("audit", game, "--truth", "--json")).isZero();
        JsonNode truthful = json().get("games").get(0).get("verdicts").get(0);
        assertThat(truthful.get("property").asString()).isEqualTo("truthful");
        assertThat(truthful.get("ruling").asString()).isEqualTo("fails");
        assertThat(truthful.get("amount").asDouble())
                .isCloseTo(0.25, within(1e-6)); // type 1 bids 1/2 and wins half the time
        assertThat(truthful.get("witness").get("type").asDouble()).isEqualTo(1);
        assertThat(truthful.get("witness").get("message").asDouble()).isCloseTo(0.5, within(0.02));
        assertThat(run("audit", game, "--truth", "--check")).isEqualTo(1);
    }

    @Test
    void auditFindsNothingAgainstTheEquilibrium() throws IOException {
        String game = file("game.yaml", "mechanism: second_price\nbidders: 3\nvalues: [0, 1]\n");
        assertThat(run("audit", game)).isZero();
        assertThat(out.toString())
                .contains(
                        "dominant_strategies    holds", "efficiency             holds", "budget_balance         fails");
    }

    /** M_1 = (x1² − x2²)/2 for two U[0,1]; U = 1/6 + x²/2. */
    @Test
    void expectedExternalitiesAreSolvedAuditedAndCleared() throws IOException {
        String game = file("agv.yaml", "mechanism: agv\nbidders: 2\nvalues: [0, 1]\n");
        assertThat(run("solve", game, "--json")).isZero();
        JsonNode predictions = json().get("games").get(0).get("predictions");
        assertThat(predictions.get("revenue").asDouble()).isZero();
        assertThat(predictions.get("surplus").get(0).asDouble()).isCloseTo(1 / 3.0, within(ROUNDING));
        assertThat(run("audit", game)).isZero();
        assertThat(out.toString())
                .contains(
                        "dominant_strategies    fails", "efficiency             holds", "budget_balance         holds");
        out.getBuffer().setLength(0);
        assertThat(run("clear", game, file("reports.yaml", "[0.9, 0.3]"), "--json"))
                .isZero();
        assertThat(json().get("agents").get(0).get("payment").asDouble()).isCloseTo(0.36, within(ROUNDING));
        assertThat(json().get("revenue").asDouble()).isCloseTo(0, within(ROUNDING));
    }

    /** A buyer of v expects v²/2 − 1/3: the lowest would rather stay away. */
    @Test
    void balancedTradeBreaksIndividualRationalityOrIsRefused() throws IOException {
        String agv = file("agv.yaml", "mechanism: agv\nbuyer: [0, 1]\nseller: [0, 1]\n");
        assertThat(run("audit", agv)).isZero();
        assertThat(out.toString()).contains("interim_rationality    fails      by 0.33333333");
        String balanced = file("balanced.yaml", "mechanism: balanced\nbuyer: [0, 1]\nseller: [0, 1]\n");
        assertThat(run("solve", balanced)).isEqualTo(1);
        assertThat(err.toString()).contains("balanced.yaml:1:12", "expected deficit of 0.16666666666666");
    }

    @Test
    void everyNewFormatIsSimulatedByItsEquilibriumBots() throws IOException {
        String plan = file("plan.yaml", """
                envelope: 1
                seats: 12
                treatments:
                  third: {mechanism: third_price, bidders: 3, values: [0, 100]}
                  agv: {mechanism: agv, bidders: [{name: strong, values: [0, 150]}, {name: weak, values: [0, 50]}]}
                  agv-trade: {mechanism: agv, buyer: [0, 100], seller: [0, 100]}
                  vcg-trade: {mechanism: vcg, buyer: [0, 100], seller: [0, 100]}
                  balanced: {mechanism: balanced, bidders: 3, values: [0, 100]}
                rounds: 300
                """);
        assertThat(run("simulate", "--plan", plan, "--check", "--seed", "1")).isZero();
        assertThat(out.toString())
                .contains("third ", "agv ", "agv-trade ", "vcg-trade ", "balanced ")
                .doesNotContain("differs", "no prediction");
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
    void clearPrintsMessagesOfEveryShapeInJson() throws IOException {
        String game = file("game.yaml", """
                mechanism: {type: package_auction, items: [A, B]}
                bidders: 2
                values: [0, 10]
                """);
        String bids = file("bids.yaml", "[[{items: [A, B], amount: 8}, {items: [A], amount: 5}], abstain]");
        assertThat(run("clear", game, bids, "--json")).isZero();
        JsonNode agents = json().get("agents");
        assertThat(agents.get(0).get("message").get(1).get("items").get(0).asString())
                .isEqualTo("A");
        assertThat(agents.get(0).get("items")).hasSize(2);
        assertThat(agents.get(1).get("message").isNull()).isTrue();
        assertThat(run("clear", game, file("wrong.yaml", "[[{item: [A], amount: 8}], 5]")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "wrong.yaml:1:3: [1][1].items: missing (expected: the items' names)",
                        "unknown key, did you mean items?",
                        "5 (expected: a list of 1 to 1000 offers such as {items: [A, B], amount: 10})");
    }

    @Test
    void anAuditSaysWhatItDoesNotCover() throws IOException {
        String game = file(
                "game.yaml",
                "mechanism: {type: second_price, reserve: 1}\nbidders: 2\nvalues: {type: wallet, values: [0, 1]}\n");
        assertThat(run("audit", game, "--truth")).isEqualTo(1);
        assertThat(err.toString())
                .contains("game.yaml: an audit is of games of one private number per agent; here it is a signal");
    }

    @Test
    void boundsOfMessagesHoldInEveryCommand() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: first_price, bidders: 2, values: [0, 1], messages: {minimum: 0, maximum: 0.3}}");
        assertThat(run("solve", game)).isEqualTo(1);
        assertThat(out.toString())
                .contains("no equilibrium: messages.maximum 0.3: ")
                .doesNotContain("revenue");
        assertThat(run("audit", game)).isEqualTo(1);
        assertThat(run("audit", game, "--truth")).isEqualTo(1);
        assertThat(err.toString())
                .contains("game: messages.maximum 0.3: without bounds a bidder of type 1.0 sends 0.5")
                .contains("game.yaml: messages.maximum 0.3: without bounds a bidder of type 1.0 sends 1.0");
        assertThat(run("clear", game, file("bids.yaml", "[0.2, 5]"))).isEqualTo(1);
        assertThat(err.toString()).contains("bids.yaml: message 2 (bidder): 5.0 (expected: from 0 to 0.3");
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

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        CommandLine line = EnvelopeCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
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
    void errorsAreJsonTooWhereThatIsAskedFor() throws IOException {
        String game = file("game.yaml", "{mechanism: agv, bidders: 2, values: [0, 1]}");
        assertThat(run("clear", game, file("messages.yaml", "[0.5, abstain]"), "--json"))
                .isEqualTo(1);
        JsonNode error = json().get("error");
        assertThat(error.get("status").asInt()).isEqualTo(1);
        assertThat(error.get("message").asString())
                .endsWith(
                        "message 2 (bidder): abstain (expected: a number of points," + " for here all must take part)");
        assertThat(err.toString()).contains("message 2 (bidder): abstain");
        out.getBuffer().setLength(0);
        assertThat(run("solve", game, "--json", "--colour")).isEqualTo(2);
        assertThat(json().get("error").get("status").asInt()).isEqualTo(2);
        out.getBuffer().setLength(0);
        assertThat(run("solve", "missing.yaml")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
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

    @Test
    void whatALossIsWorthIsSaidOfRiskAverseBidders() throws IOException {
        String game = file(
                "game.yaml", "{mechanism: first_price, bidders: 2, values: [0, 1], utility: {type: crra, alpha: 0.5}}");
        assertThat(run("solve", game)).isZero();
        assertThat(out.toString())
                .contains("utility       crra with alpha 0.5: a gain z is worth z^0.5, a loss −|z|^0.5");
        assertThat(run("audit", game)).isZero();
        assertThat(out.toString()).contains("utility crra with alpha 0.5: a gain z is worth");
    }
}
