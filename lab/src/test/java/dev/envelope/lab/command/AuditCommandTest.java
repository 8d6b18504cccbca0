package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code envelope audit}. */
class AuditCommandTest extends GameFileRun {

    @Test
    void auditSaysWhatRoundingToTicksCosts() throws IOException {
        String game = file("game.yaml", "{mechanism: first_price, bidders: 2, values: [0, 10], tick: 0.5}");
        assertThat(run("audit", game, "--json")).isZero();
        JsonNode audited = json().get("games").get(0);
        assertThat(audited.get("tick").asDouble()).isEqualTo(0.5);
        assertThat(audited.get("agents").get(1).get("gain_on_ticks").asDouble()).isBetween(1e-3, 0.5);
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

    @Test
    void anAuditSaysWhatItDoesNotCover() throws IOException {
        String game = file(
                "game.yaml",
                "mechanism: {type: second_price, reserve: 1}\nbidders: 2\nvalues: {type: wallet, values: [0, 1]}\n");
        assertThat(run("audit", game, "--truth")).isEqualTo(1);
        assertThat(err.toString())
                .contains("game.yaml: an audit is of games of one private number per agent; here it is a signal");
    }

    /** Values 1 and 3, costs 0 and 2: the buyer of 1 pays 1.75 on average for what is worth 0.5 to it. */
    @Test
    void finitelyManyTypesAreAuditedExactly() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: agv, buyer: {type: discrete, values: [1, 3]}, seller: {type: discrete, values: [0, 2]}}");
        assertThat(run("audit", game, "--json")).isZero();
        JsonNode audited = json().get("games").get(0);
        assertThat(audited.get("method").asString()).isEqualTo("enumeration");
        JsonNode rational = audited.get("verdicts").get(3);
        assertThat(rational.get("property").asString()).isEqualTo("interim_rationality");
        assertThat(rational.get("amount").asDouble()).isCloseTo(1.25, within(1e-12));
        assertThat(rational.get("witness").get("type").asDouble()).isEqualTo(1);
        assertThat(audited.get("agents").get(0).get("envelope_residual").isNull())
                .isTrue();
        assertThat(audited.get("agents").get(0).get("gain_on_ticks").isNull()).isTrue();
        assertThat(run("audit", game)).isZero();
        assertThat(out.toString())
                .contains("budget_balance         holds", "(all 4 profiles)")
                .contains("interim_rationality    fails      by 1.25: agent 1 of type 1");
    }

    /** Whoever has 2 would gain by bidding more, which is not admitted. */
    @Test
    void bidsOfFinitelyManyTypesThatAreNotAdmittedAreNotTried() throws IOException {
        String values = "{mechanism: third_price, bidders: 3, values: {type: discrete, values: [1, 2]}";
        assertThat(run("audit", file("free.yaml", values + "}"), "--truth")).isZero();
        assertThat(out.toString()).contains("truthful               fails      by 0.25", "that sends 2.01");
        assertThat(run("audit", file("game.yaml", values + ", messages: {maximum: 2}}"), "--truth"))
                .isZero();
        assertThat(out.toString())
                .contains("truthful               holds      (all types, every bid from 0 to 2 on ticks of 0.01");
    }

    @Test
    void bidsOfFinitelyManyTypesAreAuditedThoughTheirEquilibriumIsNotKnown() throws IOException {
        String game =
                file("game.yaml", "{mechanism: first_price, bidders: 3, values: {type: discrete, values: [1, 2]}}");
        assertThat(run("audit", game)).isEqualTo(1);
        assertThat(err.toString()).contains("mixed strategies");
        assertThat(run("audit", game, "--truth")).isZero();
        assertThat(out.toString()).contains("truthful               fails");
    }

    @Test
    void licencesThatHarmLosersByTheWinnersValueAreAudited() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: {type: licence_with_externality, alpha: 0.5, loss: winners_value}, bidders: 2, values: [0, 1]}");
        assertThat(run("audit", game, "--json")).isZero();
        JsonNode audited = json().get("games").get(0);
        assertThat(audited.get("verdicts").get(1).get("ruling").asString()).isEqualTo("holds");
        assertThat(audited.get("revenue").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(audited.get("gains").asDouble()).isCloseTo(1 / 3.0, within(1e-6));
    }

    /** Who has 50 and bids it pays 50 and wins half of the time against another 50: 12.5 − 50; whoever bids 0 loses nothing. */
    @Test
    void theLowestBidIsTriedFarBelowAllTypes() throws IOException {
        String game = file(
                "game.yaml",
                "{mechanism: {type: licence_with_externality, alpha: 0, payments: all_pay}, bidders: 2,"
                        + " values: {type: discrete, values: [50, 60]}}");
        assertThat(run("audit", game, "--truth", "--json")).isZero();
        JsonNode verdicts = json().get("games").get(0).get("verdicts");
        JsonNode average = verdict(verdicts, "truthful");
        assertThat(average.get("amount").asDouble()).isCloseTo(37.5, within(ROUNDING));
        assertThat(average.get("witness").get("message").asDouble()).isZero();
        JsonNode dominant = verdict(verdicts, "dominant_strategies");
        assertThat(dominant.get("amount").asDouble()).isCloseTo(50, within(ROUNDING));
        assertThat(dominant.get("witness").get("message").asDouble()).isZero();
    }

    /** Both have 2 and bid it: where the other abstains, 0 gains 2. Between 1 and 2.01, 1.503 is bid as 1.5 and would win against itself for 0.003. */
    @Test
    void whatTheOthersBidAndWhatTicksCostIsPrinted() throws IOException {
        String known = file("game.yaml", "{mechanism: first_price, bidders: 2, values: {type: discrete, values: [2]}}");
        assertThat(run("audit", known, "--json")).isZero();
        JsonNode dominant = verdict(json().get("games").get(0).get("verdicts"), "dominant_strategies");
        assertThat(dominant.get("ruling").asString()).isEqualTo("fails");
        assertThat(dominant.get("amount").asDouble()).isCloseTo(2, within(ROUNDING));
        assertThat(dominant.get("witness").get("others").get(0)).isEmpty();
        out.getBuffer().setLength(0);
        String between = file(
                "game.yaml",
                "{mechanism: second_price, bidders: 2, values: {type: discrete, values: [1, 1.503, 2.01]}}");
        assertThat(run("audit", between, "--json")).isZero();
        JsonNode agent = json().get("games").get(0).get("agents").get(0);
        assertThat(agent.get("regret").asDouble()).isCloseTo(0, within(ROUNDING));
        assertThat(agent.get("gain_on_ticks").asDouble()).isCloseTo(0.003 / 3 / 2, within(ROUNDING));
    }

    private static JsonNode verdict(JsonNode verdicts, String property) {
        return verdicts.valueStream()
                .filter(verdict -> verdict.get("property").asString().equals(property))
                .findFirst()
                .orElseThrow();
    }
}
