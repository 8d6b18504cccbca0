package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code envelope clear}. */
class ClearCommandTest extends GameFileRun {

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
    void paymentsThatAreRoundingAreNone() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: {type: licence_with_externality, payments: agv, alpha: 0.5, loss: constant}, bidders: 3,"
                        + " values: {type: discrete, values: [3]}}");
        assertThat(run("clear", game, file("reports.yaml", "[3, 3, 3]"))).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^revenue 0$")
                .containsPattern("(?m)^ +bidder +3 +1 +0$")
                .doesNotContain("E-");
    }
}
