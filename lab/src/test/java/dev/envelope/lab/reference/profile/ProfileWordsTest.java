package dev.envelope.lab.reference.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWordsTest {

    private static List<BidFunction> profile(String words, int bidders) {
        return ProfileWords.parse(
                words, Collections.nCopies(bidders, UniformDistribution.of(0, 2)), bidder -> x -> x / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.4*x | 0.2",
                "(n-1)x/n | 0.375",
                "0.8*x^2/2 | 0.1",
                "-x^2 + 1 | 0.75",
                "2^x^2 | 1.189207115002721",
                "x(1 - x)/2 | 0.125",
                "sqrt(x)*exp(0) - ln(1) | 0.7071067811865476",
                "min(x, 0.3) + max(0, x-0.4) | 0.4",
                "F(x) | 0.25",
                "1e-1 x | 0.05",
                "x - -1 | 1.5",
                "floor(10*x+0.5)/10 + round(0.4) | 0.5",
                "the equilibrium bid | 0.25",
                "0.9 times the equilibrium bid | 0.225",
                "20% below their symmetric equilibrium bids | 0.2",
                "110% of equilibrium | 0.275",
                "beta(x) + 0.1 | 0.35",
                "90% of its true value | 0.45",
                "half of their values | 0.25"
            })
    void expressionIsAFunctionOfTheValue(String text, double expected) {
        assertThat(profile("all bidders bid " + text, 4).get(3).message(0.5)).isEqualTo(expected, within(1e-15));
    }

    @Test
    void everybodyBidsByOneFunctionOrBiddersByTheirOwn() {
        List<BidFunction> all = profile("Both bid 0.8x", 2);
        assertThat(all.get(0)).isSameAs(all.get(1));

        List<BidFunction> one = profile("bidder 2 bids truthfully, rivals bid (n-1)x/n", 3);
        assertThat(one.get(1).message(0.6)).isEqualTo(0.6);
        assertThat(one.get(0).message(0.6)).isEqualTo(0.4, within(1e-15));
        assertThat(one.get(2)).isSameAs(one.get(0));

        List<BidFunction> each = profile("bidder 1 bids min(x, 1) and the other bidder bids x/2", 2);
        assertThat(each.get(0).message(1.5)).isEqualTo(1);
        assertThat(each.get(1).message(1.5)).isEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all bidders bid",
                "all bidders bid what they like",
                "all bidders bid 0.4*y",
                "all bidders bid x/2n",
                "all bidders bid (x",
                "all bidders bid 0.4x)",
                "all bidders bid 1.2.3",
                "all bidders bid x, bidder 1 bids x",
                "bidder 1 bids x",
                "bidder 4 bids x, rivals bid x",
                "both bid x",
                "rivals bid x",
                "some bidders bid x",
                ""
            })
    void whatIsNotUnderstoodIsQuoted(String words) {
        List<ValueDistribution> three = Collections.nCopies(3, UniformDistribution.of(0, 1));

        assertThatThrownBy(() -> ProfileWords.parse(words, three, bidder -> x -> x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: ")
                .hasMessageMatching("(?s)(setting.profile|bid function): .*");
    }
}
