package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.Value;
import org.junit.jupiter.api.Test;

/** Settings of several units and of packages in other words and numbers than the committed cases have. */
class UnitsAndPackagesTest {

    private static final String BIDS = "'units': 3, 'demand_bids': [[9, 4], [7, 6], [5, 1]]";
    private static final String DRAWS = ", 2 units, 2 bidders, marginal values = order statistics of 2 U[0,1] draws";
    private static final String LOCALS =
            "'values': 'locals U[0,1] on single items, global U[0,2] on the pair, independent'";
    private static final String OFFERS = "'bids': [{'A': 10}, {'B': 6}, {'A,B': 8}]";

    @Test
    void givenBidsAreClearedAsTheMechanismSays() {
        is("[6.0, 12.0, 0.0]", "multi_unit", "'mechanism': 'uniform price = lowest WINNING bid', " + BIDS, "payments");
        is("22.0", "multi_unit", "'mechanism': 'discriminatory', " + BIDS, "revenue");
        is("9.0", "multi_unit", "'mechanism': 'Vickrey', " + BIDS, "payment_of_bidder_2");
        is("5.0", "multi_unit", "'mechanism': 'uniform price, highest rejected bid', " + BIDS, "clearing_price");
        is("[4.0, 4.0, 0.0]", "multi_unit", "'mechanism': 'Vickrey', " + BIDS, "utilities");
        is("22.0", "multi_unit", "'mechanism': 'any standard multi-unit auction', " + BIDS, "welfare");
    }

    @Test
    void unitDemandIsSolvedForOtherTypes() {
        String power = "'units': 2, 'n_bidders': 5, 'value_distribution': {'type': 'power', 'a': 2, 'lo': 0, 'hi': 1}";
        // 2·E√U, U the third of five: 2·B(7/2, 3)/B(3, 3).
        near(
                1.3852813852813852,
                "multi_unit",
                "'mechanism': 'uniform price, unit demand', " + power,
                "expected_revenue");
        near(
                0.6926406926406926,
                "multi_unit",
                "'mechanism': 'highest losing bid, unit demand', " + power,
                "expected_price");
    }

    @Test
    void biddersForOneUnitEachMayDifferOrBeRiskAverse() {
        String two = "{'count': 2, 'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': ";
        String unlike = "'model': 'asymmetric_ipv', 'units': 2, 'bidders': [" + two + "1}}, " + two + "2}}]";
        // 2·∫_0^1 P(at least 3 of 4 values are above x) dx.
        near(31 / 30.0, "multi_unit", "'mechanism': 'Vickrey, unit demand', " + unlike, "expected_revenue");
        near(
                2 / 3.0,
                "multi_unit",
                "'mechanism': 'discriminatory, unit demand', 'reserve': null, " + unlike,
                "maximum_bid");
        refused(
                "the bidder meant",
                "multi_unit",
                "'mechanism': 'discriminatory, unit demand', " + unlike,
                "equilibrium_bid");
        refused(
                "n_bidders",
                "multi_unit",
                "'mechanism': 'Vickrey, unit demand', 'units': 2, 'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': 1}",
                "expected_revenue");
        String averse = "'units': 2, 'n_bidders': 4, 'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': 1},"
                + " 'utility': {'type': 'CRRA', 'alpha': 0.5}";
        // 1 − ∫_0^1 (3y² − 2y³)² dy.
        near(1 - 13 / 35.0, "multi_unit", "'mechanism': 'pay-as-bid, unit demand', " + averse, "maximum_bid");
    }

    @Test
    void orderedDrawsAreBidForAsStated() {
        near(
                0.8,
                "multi_unit",
                "'mechanism': 'highest losing bid" + DRAWS + "', 'strategies': 'truthful'",
                "expected_revenue");
        near(0.6, "multi_unit", "'mechanism': 'Vickrey" + DRAWS + "'", "expected_revenue");
        String reduced = "'mechanism': 'uniform price (highest losing bid)" + DRAWS
                + "', 'strategies': 'bid v1 on the first unit, 0 on the second'";
        near(2 / 3.0, "multi_unit", reduced, "expected_bidder_utility");
        near(4 / 3.0 / 1.4, "multi_unit", reduced, "efficiency");
    }

    @Test
    void packagesArePaidForAsTheMechanismSays() {
        near(5, "combinatorial", "'mechanism': 'core-selecting, nearest-VCG', " + OFFERS, "payment_of_bidder_1");
        near(6, "combinatorial", "'mechanism': 'combinatorial VCG, XOR bids', " + OFFERS, "payoff_of_bidder_2");
        near(8, "combinatorial", "'mechanism': 'core-selecting, minimum revenue', " + OFFERS, "revenue");
        is("false", "combinatorial", "'mechanism': 'VCG', " + OFFERS, "vcg_in_core");
    }

    @Test
    void localsBidByTheirRule() {
        String llg = "'mechanism': 'LLG combinatorial auction, payment rule ";
        near(1 / Math.E, "combinatorial_bne", llg + "nearest_zero', " + LOCALS, "locals_win_probability");
        near(7 / 12.0, "combinatorial_bne", llg + "VCG', " + LOCALS, "expected_revenue");
        near(2 * Math.sqrt(2) - 2, "combinatorial_bne", llg + "nearest-VCG', " + LOCALS, "local_equilibrium_bid");
        near(Math.log(2), "combinatorial_bne", llg + "nearest_bid', " + LOCALS, "local_equilibrium_bid");
    }

    @Test
    void whatIsLeftOpenIsRefused() {
        refused("one pricing", "multi_unit", "'mechanism': 'uniform price', " + BIDS, "payments");
        refused("demand_bids", "multi_unit", "'mechanism': 'Vickrey', 'ties': 'random', " + BIDS, "payments");
        refused(
                "no closed form",
                "combinatorial_bne",
                "'mechanism': 'LLG, first price', " + LOCALS,
                "expected_revenue");
        refused("nearest to VCG", "combinatorial", "'mechanism': 'core-selecting', " + OFFERS, "payments");
        refused("strategies", "multi_unit", "'mechanism': 'highest losing bid" + DRAWS + "'", "expected_revenue");
        refused("unit demand", "multi_unit", "'mechanism': 'Vickrey', 'units': 2, 'n_bidders': 3", "expected_revenue");
    }

    @Test
    void whatADrawDecidesIsRefusedAndWhatItLeavesAloneIsNot() {
        String tied = "'units': 2, 'demand_bids': [[5, 5], [5, 1]], 'mechanism': 'Vickrey'";
        refused("no tie", "multi_unit", tied, "allocation");
        refused("no tie", "multi_unit", tied, "payments");
        near(6, "multi_unit", tied, "revenue");
        String equal = "'mechanism': 'VCG', 'bids': [{'A': 5}, {'A': 5}]";
        refused("a draw decides", "combinatorial", equal, "payments");
        refused("a draw decides", "combinatorial", equal, "winners");
        near(5, "combinatorial", equal, "efficient_welfare");
    }

    private static void is(String expected, String block, String setting, String quantity) {
        assertThat(evaluate(block, setting, quantity)).hasToString(expected);
    }

    private static void near(double expected, String block, String setting, String quantity) {
        assertThat(evaluate(block, setting, quantity).plain())
                .isInstanceOfSatisfying(Double.class, value -> assertThat(value).isEqualTo(expected, within(1e-12)));
    }

    private static void refused(String reason, String block, String setting, String quantity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluate(block, setting, quantity))
                .withMessageContaining(reason);
    }

    private static Value evaluate(String block, String setting, String quantity) {
        String json = "{'cases': [{'id': 'x', 'block': '" + block + "', 'setting': {" + setting + "}, 'quantity': '"
                + quantity + "', 'at': {'value': 1}}]}";
        ReferenceCase reference = ReferenceFile.read(json.replace('\'', '"')).get(0);
        BlockCases cases = ReferenceBlocks.ALL.stream()
                .filter(known -> known.blocks().contains(block))
                .findFirst()
                .orElseThrow();
        return cases.evaluate(reference);
    }
}
