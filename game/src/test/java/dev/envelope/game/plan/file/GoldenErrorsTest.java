package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.theory.distribution.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One file with mistakes of many kinds, and every message it gets, word for word. */
class GoldenErrorsTest {

    private static final String PLAN = """
            envelope: 2
            titel: Shading
            tick: 0.01
            seats: 3
            treatments:
              first:
                mechanism: {type: frist_price, reserve: 10}
                bidders: 4
                values: {type: uniform, lo: 100, hi: 0}
              second:
                mechanism: {type: second_price, reserve: 10.005, k: 1}
                bidders: 4
                bidders: 5
                values: {type: uniform, lo: 0, hi: .nan}
              third:
                mechanism: call_market
                bidders: 2
                values: {type: discrete, lo: 0, hi: 1}
              fourth:
                mechanism: k_double_auction
                bidders: 2
                values: [0, 100]
              fifth:
                mechanism: first_price
                bidders: 8
                values: [0, 100]
            blocks:
              - {treatment: fifth, rounds: 0}
              - {treatment: sixth, practice: maybe}
              - rounds: 5
            consent: [Do you agree?]
            """;

    private static final String MESSAGES = """
            line 1, column 11: envelope: 2 (expected: 1)
            line 2, column 1: titel: unknown key, did you mean title? (expected: one of envelope, title, tick, seats, start, treatments, blocks, rounds, seed, instructions, files, matching, timing, reveal, absent, exchange_rate, currency, show_up_fee, endowment, paid_rounds, bankruptcy, limited_liability, fill, uneven, drop_outs, late_arrivals, consent, comprehension, questionnaire, completion_link)
            line 4, column 8: seats: 3 (expected: at least 8, the size of the largest market)
            line 7, column 23: treatments.first.mechanism.type: frist_price, did you mean first_price? (expected: one of first_price, second_price, all_pay, third_price, k_double_auction, vcg, optimal, first_price_proxy, agv, balanced)
            line 9, column 42: treatments.first.values.hi: 0 (expected: a number above lo, 100)
            line 11, column 46: treatments.second.mechanism.reserve: 10.005 (expected: a whole number of ticks of 0.01)
            line 11, column 54: treatments.second.mechanism.k: unknown key (expected: one of type, reserve)
            line 13, column 5: treatments.second.bidders: the key is given twice (expected: every key once)
            line 14, column 40: treatments.second.values.hi: .nan is not a finite number (expected: a number from -1000000000000 to 1000000000000)
            line 16, column 16: treatments.third.mechanism: call_market is not played by this version (expected: one of first_price, second_price, all_pay, third_price, k_double_auction, vcg, optimal, first_price_proxy, agv, balanced)
            line 18, column 20: treatments.third.values.type: discrete is not played by this version (expected: FAMILIES)
            line 21, column 14: treatments.fourth.bidders: 2 bidders in k_double_auction (expected: exactly one buyer and one seller)
            line 28, column 32: blocks[1].rounds: 0 (expected: a whole number from 1 to 1000000)
            line 29, column 17: blocks[2].treatment: sixth (expected: one of first, second, third, fourth, fifth)
            line 29, column 34: blocks[2].practice: maybe (expected: one of true, false)
            line 30, column 5: blocks[3].treatment: missing (expected: one of first, second, third, fourth, fifth)
            line 31, column 10: consent: a list (expected: a text of 1 to 100000 characters)
            """;

    @Test
    void everyMistakeIsReportedAtOnceWithItsPlaceAndWhatWasExpected() {
        String lines = PlanReader.read(PLAN).problems().stream()
                .map(PlanProblem::toString)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(lines).isEqualTo(MESSAGES.replace("FAMILIES", families()));
    }

    private static String families() {
        List<String> families = new ArrayList<>(Distributions.families());
        families.addAll(List.of("mixture", "affine", "truncated", "order_statistic", "piecewise_linear", "empirical"));
        families.addAll(List.of("common_value", "wallet", "correlated", "list"));
        return "one of " + String.join(", ", families);
    }
}
