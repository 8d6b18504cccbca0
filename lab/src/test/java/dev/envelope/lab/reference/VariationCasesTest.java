package dev.envelope.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.reference.file.Evaluation;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.ReferenceRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters, quantities and spellings that the reference cases lack; the file says how each value is derived. */
class VariationCasesTest {
    private static final ReferenceRun RUN = new ReferenceRun(ReferenceBlocks.ALL, Duration.ofMinutes(2), 1);

    static Stream<Named<ReferenceCase>> cases() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(VariationCasesTest.class.getResourceAsStream("variations.json"))) {
            return ReferenceFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(reference -> Named.of(reference.id(), reference));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void numberIsTheDerivedOne(ReferenceCase reference) throws InterruptedException {
        Evaluation evaluation = RUN.evaluate(reference);

        assertThat(evaluation.reason()).isEmpty();
        assertThat(evaluation.isGood())
                .as("%s, %s expected", evaluation.value(), reference.value())
                .isTrue();
    }

    /** Each would have a value if the field, the words or the type named last were passed over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    symmetric_ipv | 'mechanism': 'first_price', 'n': 2, 'budget': 0.3 | expected_revenue | | budget
                    symmetric_ipv | 'mechanism': 'dutch', 'n': 2, 'model': 'common_value' | expected_revenue | | model
                    symmetric_ipv | 'mechanism': 'dutch', 'n': 2 | equilibrium_bid | 'value': 1, 'cap': 1 | at.cap
                    symmetric_ipv | 'mechanism': 'second_price', 'n': 2 | payments | 'values': [0.5, 0.5] | tie
                    symmetric_ipv | 'mechanism': 'second_price', 'n': 2 | payments | 'values': [0.5] | at:
                    symmetric_ipv | "'mechanism': 'dutch|english', 'n': 2" | revenue_variance | | formats with the same
                    symmetric_ipv | 'mechanism': 'english', 'n': 2, 'reserve': 0.5 | price_variance | | always sold
                    symmetric_ipv | 'mechanism': 'english', 'n': 2, 'entry_fee': 0.1 | revenue_variance | | no entry fee
                    krishna_5_3 | 'mechanism': 'winner pays own bid', 'model': 'three equal partners' | equilibrium_bid | 'value': 0.5 | each of the others
                    krishna_5_3 | 'mechanism': 'winner pays own bid', 'model': 'three partners, shares [0.4,0.3,0.3]' | bid | 'value': 0.5 | equal ones, for bids
                    krishna_5_4 | 'mechanism': 'VCG with basis 0.2', 'model': 'license, the loser suffers alpha * own value', 'alpha': 0.25 | expected_revenue | | outside_option
                    krishna_5_4 | "'mechanism': 'first_price|second_price', 'model': 'license, the loser suffers alpha * own value', 'alpha': 0.25" | bid | 'value': 0.5 | they come to
                    optimal_auction | 'mechanism': 'optimal', 'n': 2, 'v0': 0.2 | expected_welfare | | seller_value
                    optimal_auction | 'mechanism': 'optimal', 'n': 2, 'v0': 0.2 | first_best_welfare | | seller_value
                    optimal_auction | 'mechanism': 'second_price', 'n': 2 | reserve_price | | optimal_reserve
                    optimal_auction | 'mechanism': 'optimal (second price, r=1/2)', 'n': 2, 'reserve': 0.6 | revenue | | the best one
                    optimal_auction | 'mechanism': 'optimal', 'n': 2, 'reserve': 0.5, 'v0': 0.2 | sale_probability | | the best one
                    sequential_offers | 'mechanism': 'sequential offers', 'n': 2 | revenue_difference | | compare
                    sequential_offers | 'mechanism': 'sequential offers', 'n': 2, 'price': 1 | revenue | | price
                    sequential_offers | 'mechanism': 'posted price', 'n': 2, 'prices': [0.5] | revenue | | prices
                    bulow_klemperer | 'n': 2 | expected_revenues[n optimal, n+2 optimal] | | names of
                    bilateral | 'k': 0.5, 'profile': 'truth' | trade_probability | | profile
                    bilateral | 'k': 0.5, 'tax': 0.1 | trade_probability | | tax
                    double_auction | 'm': 2, 'n': 2, 'mechanism': 'VCG', 'tax': 0.1 | expected_deficit | | tax
                    double_auction | 'm': 2, 'n': 2, 'k': 0, 'price': 'k*low+(1-k)*high' | expected_gains | | price
                    double_auction_bne | 'm': 2, 'n': 2, 'mechanism': 'bbda', 'reports': 'true' | efficiency | | reports
                    bilateral | 'mechanism': 'k-double auction', 'k': 0.5, 'buyer': {'type': 'discrete', 'x': [1], 'p': [1]}, 'seller': {'type': 'discrete', 'x': [0], 'p': [1]} | expected_gains | | expected: densities
                    bilateral | 'mechanism': 'efficient', 'buyer': {'type': 'discrete', 'x': [1], 'p': [1]}, 'seller': {'type': 'discrete', 'x': [1], 'p': [1]} | trade_probability | | may equal
                    krishna_perry | 'mechanism': 'VCG, single object', 'outside_option': 0.7, 'agents': [{'count': 2, 'value_distribution': {'type': 'discrete', 'x': [1, 2], 'p': [0.5, 0.5]}}] | expected_revenue | | the optimal basis
                    krishna_perry | 'mechanism': 'VCG, single object', 'agents': [{'count': 2, 'value_distribution': {'type': 'discrete', 'x': [-1, 2], 'p': [0.5, 0.5]}}] | expected_revenue | | whether nobody may get
                    double_auction | 'm': 1, 'n': 1, 'k': 0.5, 'mechanism': 'k-double auction', 'buyer_values': {'type': 'discrete', 'x': [1], 'p': [1]}, 'seller_costs': {'type': 'discrete', 'x': [2], 'p': [1]} | expected_price_given_trade | | nobody trades
                    verifier | 'mechanism': 'dutch', 'n': 2, 'cap': 1, 'profile': 'both bid x' | ex_ante_regret | | cap
                    """)
    void whatWouldChangeTheAnswerIsNotPassedOver(
            String block, String setting, String quantity, @Nullable String at, String named)
            throws InterruptedException {
        String json = ("{'cases': [{'id': 'a', 'block': '%s', 'quantity': '%s', 'at': {%s}, 'setting': {%s,"
                        + "'value_distribution': {'type': 'uniform', 'lo': 0, 'hi': 1}}}]}")
                .formatted(block, quantity, Objects.requireNonNullElse(at, ""), setting)
                .replace('\'', '"');

        assertThat(RUN.evaluate(ReferenceFile.read(json).get(0)).reason().orElseThrow())
                .contains(named)
                .contains("expected");
    }
}
