package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.reference.file.Evaluation;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.ReferenceRun;
import dev.envelope.lab.reference.file.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Call markets in other words and numbers than those of the committed file. */
class CallMarketCasesTest {

    private static final ReferenceRun RUN = new ReferenceRun(ReferenceBlocks.ALL, Duration.ofMinutes(1), 1);

    @Test
    void otherNumbersAndSupportsAreEvaluated() throws InterruptedException {
        String market = "'m_buyers': 5, 'n_sellers': 7, 'values': 'all U[0,2] iid', 'reports': 'truthful'";
        number("double_auction", market, "expected_gains_from_trade", 2 * 35 / 26.0);
        number("double_auction", market, "expected_number_of_efficient_trades", 35 / 12.0);
        String vcg = market + ", 'mechanism': 'VCG: buyers pay max(s_K,b_{K+1})'";
        number("double_auction", vcg, "expected_deficit", 2 * 35 / (12 * 13.0));
        number("double_auction", vcg, "expected_auctioneer_surplus", -70 / 156.0);
        String k = market + ", 'mechanism': 'k-double auction', 'k': 0.25";
        number("double_auction", k, "expected_price(unconditional order-statistic price)", 2 * 5.25 / 13);
        // The mean of an interval's ends, the order statistics 5 and 6 of 12: variances 40 and 42, covariance 35, over
        // 13²·14, of [0, 2].
        number(
                "double_auction",
                market + ", 'mechanism': 'k-double auction', 'k': 0.5",
                "price_variance(unconditional order-statistic price)",
                4 * (40 + 42 + 2 * 35) / 4.0 / (13 * 13 * 14));
        String sides = "'m_buyers': 1, 'n_sellers': 1, 'buyer': {'type': 'uniform', 'lo': 2, 'hi': 3}, "
                + "'seller': {'type': 'uniform', 'lo': 0, 'hi': 1}";
        number("double_auction", sides, "expected_gains_from_trade", 2);
        String words = "'m_buyers': 1, 'n_sellers': 1, 'values': 'buyers U[2,3], sellers U[0,1] iid'";
        number("double_auction", words, "expected_gains_from_trade", 2);
    }

    @Test
    void equilibriaOfOtherMarketsAreEvaluated() throws InterruptedException {
        String market =
                "'mechanism': 'sellers-offer double auction (k=0), buyers truthful', 'm_buyers': 3, 'n_sellers': 4, "
                        + "'values': 'U[0,1] iid'";
        number("double_auction_bne", market, "equilibrium_ask", "'seller_cost': 0.5", 3.0 / 5);
        String buyers = "'mechanism': 'buyers-bid double auction (k=1)', 'm_buyers': 3, 'n_sellers': 2, "
                + "'values': 'U[1,3] iid'";
        number("double_auction_bne", buyers, "equilibrium_bid", "'buyer_value': 2", 1.75);
        String one =
                "'mechanism': 'buyers-bid double auction (k=1)', 'm_buyers': 1, 'n_sellers': 1, 'values': 'U[0,1] iid'";
        // The buyer bids v/2: it pays that where the cost is less, and the second-lowest offer is max(v/2, c) on
        // average.
        number("double_auction_bne", one, "expected_price_given_trade", 1 / 3.0);
        number("double_auction_bne", one, "expected_price(unconditional order-statistic price)", 13 / 24.0);
    }

    @Test
    void otherOffersAreCleared() throws InterruptedException {
        String offers = "'bids': [9, 4, 7], 'asks': [6, 2], 'value_support': [0, 10], ";
        row(offers + "'mechanism': 'McAfee 1992'", "[trades,buyer_price,seller_price,auctioneer_surplus]", 2, 7, 7, 0);
        row(offers + "'mechanism': 'VCG'", "[buyer_price,seller_price,deficit]", 6, 7, 2);
        row(offers + "'mechanism': 'k-double auction'", "price_interval[low,high]", 6, 7);
        number("double_auction_instance", offers + "'mechanism': 'k-double auction', 'k': 0.25", "price", 6.25);
        number("double_auction_instance", offers + "'mechanism': 'buyer-bid double auction'", "price", 7);
        number("double_auction_instance", offers + "'mechanism': 'any efficient rule'", "gains_from_trade", 8);
    }

    @Test
    void whatIsNotStatedIsNotGuessed() throws InterruptedException {
        String offers = "'bids': [9, 7], 'asks': [6, 2], ";
        refused("double_auction_instance", offers + "'mechanism': 'VCG'", "buyer_price", "value_support: missing");
        refused("double_auction_instance", offers + "'mechanism': 'k-double auction'", "price", "setting.k: missing");
        for (String quantity :
                new String[] {"buyer_surplus", "sellers_receive", "buyer_payments", "[trades,buyers_pay]"}) {
            refused(
                    "double_auction_instance",
                    offers + "'mechanism': 'k-double auction'",
                    quantity,
                    "setting.k: missing");
        }
        row(offers + "'mechanism': 'k-double auction'", "[trades,deficit]", 2, 0);
        refused(
                "double_auction_instance",
                offers + "'mechanism': 'lottery'",
                "price",
                "setting.mechanism: \"lottery\"");
        String market = "'m_buyers': 2, 'n_sellers': 2, 'reports': 'truthful', ";
        refused("double_auction", market + "'values': 'all lognormal'", "expected_gains", "setting.values");
        refused("double_auction", market + "'values': 'U[0,1] but the first is U[0,2]'", "expected_gains", "values");
        refused(
                "double_auction",
                market + "'values': 'U[0,1] iid', 'mechanism': 'k-double auction', 'k': 0.5",
                "expected_price",
                "unconditional");
        refused(
                "double_auction_bne",
                "'mechanism': 'k-double auction', 'm_buyers': 2, 'n_sellers': 2, 'values': 'U[0,1] iid'",
                "expected_gains_from_trade",
                "setting.k");
        refused(
                "double_auction_bne",
                "'mechanism': 'bbda', 'm_buyers': 2, 'n_sellers': 2, 'values': 'U[0,1] iid'",
                "expected_buyer_profit",
                "of one, such as profit_per_buyer");
        refused(
                "double_auction_bne",
                "'mechanism': 'k-double auction', 'k': 0.5, 'm_buyers': 1, 'n_sellers': 1, 'values': 'U[0,1] iid'",
                "expected_price_given_trade",
                "or more traders");
    }

    private static void number(String block, String setting, String quantity, double expected)
            throws InterruptedException {
        number(block, setting, quantity, "", expected);
    }

    private static void number(String block, String setting, String quantity, String at, double expected)
            throws InterruptedException {
        Evaluation evaluation = evaluation(block, setting, quantity, at);
        assertThat(evaluation.reason()).isEmpty();
        assertThat((double) evaluation.value().orElseThrow().plain()).isEqualTo(expected, within(1e-10));
    }

    private static void row(String setting, String quantity, double first, double... others)
            throws InterruptedException {
        Evaluation evaluation = evaluation("double_auction_instance", setting, quantity, "");
        assertThat(evaluation.reason()).isEmpty();
        assertThat(evaluation.value()).hasValue(Value.of(first, others));
    }

    private static void refused(String block, String setting, String quantity, String reason)
            throws InterruptedException {
        assertThat(evaluation(block, setting, quantity, "").reason().orElse("")).contains(reason);
    }

    private static Evaluation evaluation(String block, String setting, String quantity, String at)
            throws InterruptedException {
        String json = "{'cases': [{'id': 'a', 'block': '" + block + "', 'setting': {" + setting + "}, 'quantity': '"
                + quantity + "', 'at': {" + at + "}}]}";
        return RUN.evaluate(ReferenceFile.read(json.replace('\'', '"')).get(0));
    }
}
