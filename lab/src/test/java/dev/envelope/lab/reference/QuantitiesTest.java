package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.words.Quantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    private static final Quantities<String> KNOWN = new Quantities<String>()
            .number((game, c) -> 1, "sale_probability", "probability_sold")
            .number((game, c) -> 2, "interim_bidder_utility")
            .number((game, c) -> 3, "expected_price_given_trade")
            .number((game, c) -> 4, "buyer_utility_seller")
            .number((game, c) -> 5, "seller_utility_buyer")
            .number((game, c) -> 6, "expected_lost_gains")
            .number((game, c) -> 7, "payments")
            .number((game, c) -> 8, "payment");

    private static ReferenceCase asked(String quantity) {
        return ReferenceFile.read("{\"cases\": [{\"id\": \"a\", \"block\": \"b\", \"setting\": {}, \"quantity\": \""
                        + quantity + "\"}]}")
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "probability_sold, probability_sold",
        "probability_of_sale, sale_probability",
        "bidder_interim_expected_payoff, interim_bidder_utility",
        "mean_price_conditional_on_trade, expected_price_given_trade",
        "lost_gain, expected_lost_gains",
        "interim_utility_of_firm, interim_bidder_utility",
        "bidders_payments, payments",
        "payment_of_a_bidder, payment"
    })
    void orderAndSynonymsDoNotMatter(String quantity, String known) {
        assertThat(Quantities.understood(asked(quantity), KNOWN).quantity().name())
                .isEqualTo(known);
    }

    /** The words of two, and a word more than is known. */
    @Test
    void nothingIsGuessed() {
        for (String quantity : new String[] {"utility_of_buyer_seller", "sale_probability_of_seller"}) {
            assertThat(Quantities.understood(asked(quantity), KNOWN).quantity().name())
                    .isEqualTo(quantity);
        }
    }
}
