package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GameCommandsTest extends GameFileRun {

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
