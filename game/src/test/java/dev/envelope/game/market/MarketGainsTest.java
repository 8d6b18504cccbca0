package dev.envelope.game.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketGainsTest {

    /** Values of 60 and 75 points in ticks of 0.01; the first of them pays 5,500 ticks where it wins, which is of no account. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optimal                                |  0 |  0      |  75
            optimal                                |  1 | 60      |  75
            {type: optimal, seller_value: 20.005}  |  1 | 39.995  |  54.995
            {type: optimal, seller_value: 20.005}  |  0 |  0      |  54.995
            {type: optimal, seller_value: 60}      |  1 |  0      |  15
            {type: optimal, seller_value: 80}      |  0 |  0      |   0
            {type: optimal, seller_value: 80}      |  1 | -20     |   0
            {type: optimal, seller_value: -5}      |  0 |  0      |  80
            {type: optimal, seller_value: -5}      |  1 | 65      |  80
            {type: second_price, reserve: 50}      |  1 | 60      |  75
            """)
    void aSaleGainsTheWinnersValueLessWhatItIsWorthToKeep(
            String mechanism, int units, BigDecimal realised, BigDecimal firstBest) {
        Outcome outcome = outcome(new SeatOutcome(4, 6_000, units, units * 5_500L), new SeatOutcome(2, 7_500, 0, 0));
        MarketGains gains = MarketGains.of(treatment(mechanism, "bidders: 2, values: [0, 100]"), outcome);
        assertThat(gains.realised()).isEqualByComparingTo(realised);
        assertThat(gains.firstBest()).isEqualByComparingTo(firstBest);
    }

    @ParameterizedTest
    @CsvSource({"7000, 3000, 1, 40, 40", "7000, 3000, 0, 0, 40", "3000, 7000, 0, 0, 0", "3000, 7000, 1, -40, 0"})
    void aTradeGainsTheValueLessTheCost(long value, long cost, int units, BigDecimal realised, BigDecimal firstBest) {
        Outcome outcome = outcome(new SeatOutcome(0, value, units, 0), new SeatOutcome(1, cost, -units, 0));
        MarketGains gains = MarketGains.of(treatment("k_double_auction", "buyer: [0, 100], seller: [0, 100]"), outcome);
        assertThat(gains.realised()).isEqualByComparingTo(realised);
        assertThat(gains.firstBest()).isEqualByComparingTo(firstBest);
    }

    private static Outcome outcome(SeatOutcome... seats) {
        return new Outcome(0, List.of(seats), OptionalLong.empty(), Optional.empty());
    }

    private static Treatment treatment(String mechanism, String roles) {
        return PlanReader.read("envelope: 1\ntreatments:\n  main: {mechanism: " + mechanism + ", " + roles + "}\n")
                .orElseThrow()
                .treatments()
                .get(0);
    }
}
