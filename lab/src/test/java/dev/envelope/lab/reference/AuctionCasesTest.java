package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities, spellings and refusals beyond the committed cases; by hand for uniform values. */
class AuctionCasesTest {
    private static final String UNIFORM = "'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': 1}";
    private static final String TWO = "'bidders': [{'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': 1}},"
            + "{'count': 1, 'value_distribution': {'type': 'uniform', 'low': 0, 'high': 2}}]";

    private static Value evaluate(String block, String setting, String quantity, String at) {
        BlockCases family = ReferenceBlocks.ALL.stream()
                .filter(known -> known.blocks().contains(block))
                .findFirst()
                .orElseThrow();
        String json = "{'cases': [{'id': 'a', 'block': '%s', 'setting': {%s}, 'quantity': '%s', 'at': {%s}}]}"
                .formatted(block, setting, quantity, at)
                .replace('\'', '"');
        return family.evaluate(ReferenceFile.read(json).get(0));
    }

    private static double number(String block, String setting, String quantity, String at) {
        return (Double) evaluate(block, setting, quantity, at).plain();
    }

    /** Four U[0,1] bidders and the reserve 1/2, at the value 3/4. */
    @ParameterizedTest
    @CsvSource({
        "interim_payment, 0.2529296875",
        "interim_win_probability, 0.421875",
        "interim_utility, 0.0634765625",
        "expected_payment_given_win, 0.5995370370370371",
        "ex_ante_expected_utility_of_each_bidder, 0.040625",
        "expected_revenue, 0.6125",
        "efficiency, 0.96875",
        "entry_cutoff, 0.5",
        "no_sale_probability, 0.0625",
        "win_probability, 0.421875",
        "ex_ante_win_probability, 0.234375",
        "expected_second_highest_value, 0.6",
        "virtual_value, 0.5",
        "optimal_reserve, 0.5"
    })
    void quantitiesOfFourUniformBidders(String quantity, double expected) {
        String setting = "'mechanism': 'first_price|vickrey|Dutch', 'n_bidders': 4, 'reserve': 0.5, " + UNIFORM;

        assertThat(number("symmetric_ipv", setting, quantity, "'value': 0.75")).isEqualTo(expected, within(1e-13));
    }

    @Test
    void biddersThatDifferAreNamedByNumberOrGroup() {
        String second = "'mechanism': 'second_price', " + TWO;

        assertThat(number("asymmetric_fpa", second, "win_probability_of_bidder_1", ""))
                .isEqualTo(0.25, within(1e-14));
        assertThat(number("asymmetric_fpa", second, "win_probability", "'group': 2"))
                .isEqualTo(0.75, within(1e-14));
        assertThat(number("asymmetric_fpa", second, "interim_utility", "'bidder': 2, 'value': 2"))
                .isEqualTo(1.5, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("asymmetric_fpa", second, "win_probability", ""))
                .withMessageContaining("at.bidder");
    }

    @Test
    void whatBiddersPayInAnAsymmetricFirstPriceAuctionIsTheRevenue() {
        String first = "'mechanism': 'first_price', " + TWO;

        double paid = number("asymmetric_fpa", first, "expected_payment_of_bidder_1", "")
                + number("asymmetric_fpa", first, "expected_payment_of_bidder_2", "");
        assertThat(paid).isEqualTo(number("asymmetric_fpa", first, "expected_revenue", ""), within(1e-9));
    }

    /** Virtual values 2x − 1 and 2x − 2: bidder 1 wins wrongly where x_1 < x_2 < x_1 + 1/2, x_1 > 1/2. */
    @Test
    void theOptimalAuctionFavoursTheWeak() {
        String optimal = "'mechanism': 'optimal (Myerson)', " + TWO;

        assertThat(number("krishna_5_2", optimal, "misallocation_probability", ""))
                .isEqualTo(0.125, within(1e-12));
        assertThat(evaluate("krishna_5_2", optimal, "optimal_reserves", "").plain())
                .isEqualTo(List.of(0.5, 1.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'mechanism': 'raffle'",
                "'mechanism': 'first_price|second_price'",
                "'mechanism': 'third_price', 'entry_fee': 0.2",
                "'mechanism': 'third_price'",
                "'mechanism': 'all_pay', 'reserve': 0.2, 'minimum_bid': 0.1",
                "'mechanism': 'all_pay', 'utility': {'type': 'CRRA', 'alpha': 0.5}",
                "'mechanism': 'first_price', 'utility': {'type': 'CRRA', 'alpha': 0.5, 'relative_risk_aversion': 0.4}",
                "'mechanism': 'first_price', 'reserve': 0.9"
            })
    void noBidIsGuessed(String rules) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number(
                        "symmetric_ipv", rules + ", 'n_bidders': 2, " + UNIFORM, "equilibrium_bid", "'value': 0.5"))
                .withMessageMatching("(setting|at\\.value|bidders)\\S*: .*\\(expected: .*");
    }

    @Test
    void unknownQuantitiesAreAnsweredWithTheKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("symmetric_ipv", "'n': 2, " + UNIFORM, "colour", ""))
                .withMessageContaining("quantity: colour")
                .withMessageContaining("expected_revenue");
    }

    /** R_2 = 25/64, offers 5/8 then 1/2; the anonymous price 1/√3 (Krishna, ch. 5). */
    @Test
    void sellersWordsAreUnderstood() {
        String two = "'n_bidders': 2, " + UNIFORM;
        String offers = "'mechanism': 'sequential take-it-or-leave-it offers', " + two;
        String price = "'mechanism': 'single anonymous posted price', " + two;

        assertThat(evaluate("sequential_offers", offers, "optimal_prices", "").plain())
                .isEqualTo(List.of(0.625, 0.5));
        assertThat(number("sequential_offers", offers, "sale_probability", "")).isEqualTo(0.6875, within(1e-15));
        assertThat(number("sequential_offers", price, "optimal_price", "")).isEqualTo(1 / Math.sqrt(3), within(1e-12));
        assertThat(number(
                        "sequential_offers",
                        "'compare': 'sequential offers minus second price auction without reserve', " + two,
                        "revenue_difference",
                        ""))
                .isEqualTo(25 / 64.0 - 1 / 3.0, within(1e-13));
        assertThat(evaluate(
                                "bulow_klemperer",
                                "'compare': ['English auction, n+2 bidders, no reserve', 'first price, n bidders, optimal reserve'], "
                                        + two,
                                "expected_revenues",
                                "")
                        .plain())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Double.class))
                .satisfiesExactly(
                        more -> assertThat(more).isEqualTo(0.6, within(1e-13)),
                        fewer -> assertThat(fewer).isEqualTo(5 / 12.0, within(1e-13)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("sequential_offers", "'mechanism': 'a raffle', " + two, "revenue", ""))
                .withMessageContaining("a raffle");
    }

    @Test
    void distributionsAreReadInOtherSpellings() {
        String two = "'mechanism': 'second_price', 'n_bidders': 2, 'value_distribution': ";
        double spelled = number(
                "symmetric_ipv",
                two + "{'type': 'Gamma', 'k': 2, 'rate': 2, 'support': [0, 5]}",
                "expected_revenue",
                "");

        assertThat(spelled)
                .isEqualTo(number(
                        "symmetric_ipv",
                        two + "{'type': 'truncated_gamma', 'shape': 2, 'scale': 0.5, 'lo': 0, 'hi': 5}",
                        "expected_revenue",
                        ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("symmetric_ipv", two + "{'type': 'cauchy', 'lo': 0}", "expected_revenue", ""))
                .withMessageContaining("setting.value_distribution: ")
                .withMessageContaining("cauchy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x/hi)^a", "F(x) = (v/3)^2 on [0, 3]", "x^2/9"})
    void functionBesideAFamilyMayRepeatIt(String cdf) {
        assertThat(number("symmetric_ipv", power(cdf), "expected_revenue", ""))
                .isEqualTo(number("symmetric_ipv", power("x^2/9"), "expected_revenue", ""), within(0.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x/hi)^3", "x^2", "(x-lo)/(hi-lo)", "a power law", "1/(x-1)"})
    void functionBesideAnotherFamilyIsRefusedWithBoth(String cdf) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("symmetric_ipv", power(cdf), "expected_revenue", ""))
                .withMessageContaining("setting.value_distribution: cdf: " + cdf)
                .withMessageContaining("power with {a=2.0, lo=0.0, hi=3.0}");
    }

    @Test
    void functionBesideAPartOfAMixtureIsComparedToo() {
        String mixture = "'mechanism': 'second_price', 'n_bidders': 2, 'value_distribution': {'type': 'mixture',"
                + " 'components': [{'weight': 1, 'dist': {'type': 'uniform', 'lo': 0, 'hi': 1, 'cdf': '%s'}}]}";

        assertThat(number("symmetric_ipv", mixture.formatted("x"), "expected_revenue", ""))
                .isEqualTo(1 / 3.0, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("symmetric_ipv", mixture.formatted("x^2"), "expected_revenue", ""))
                .withMessageContaining("cdf: x^2");
    }

    private static String power(String cdf) {
        return "'mechanism': 'second_price', 'n_bidders': 2, 'value_distribution':"
                + " {'type': 'power', 'a': 2, 'lo': 0, 'hi': 3, 'cdf': '" + cdf + "'}";
    }

    @ParameterizedTest
    @CsvSource({
        "equilibrium_bid, -0.25",
        "equilibrium_bid, 1.25",
        "interim_win_probability, 1.25",
        "interim_payment, -0.25",
        "interim_utility, 1.25",
        "expected_payment_given_win, 1.25",
        "virtual_value, 1.25"
    })
    void valuesThatCannotBeDrawnAreRefused(String quantity, double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number(
                        "symmetric_ipv",
                        "'mechanism': 'first_price', 'n_bidders': 2, " + UNIFORM,
                        quantity,
                        "'value': " + value))
                .withMessageStartingWith("at.value: " + value + " (expected: ");
    }
}
