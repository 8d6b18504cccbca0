package dev.envelope.lab.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final SampleMoments ONE_TO_FIVE = SampleMoments.of(1, 2, 3, 4, 5);

    @Test
    void halfWidthIsStudentsQuantileTimesTheStandardError() {
        Comparison comparison = Comparison.of(ONE_TO_FIVE, 3, 0.95);

        assertThat(comparison.observed()).isEqualTo(3);
        assertThat(comparison.standardError()).isCloseTo(StrictMath.sqrt(0.5), within(1e-15));
        // t(0.975; 4 degrees of freedom) = 2.776445 in every printed table.
        assertThat(comparison.halfWidth()).isCloseTo(2.776445 * StrictMath.sqrt(0.5), within(1e-6));
        assertThat(comparison.relativeHalfWidth()).isCloseTo(comparison.halfWidth() / 3, within(1e-15));
    }

    @Test
    void agreesInsideTheIntervalAndDiffersOutside() {
        double halfWidth = Comparison.of(ONE_TO_FIVE, 3, 0.95).halfWidth();

        assertThat(Comparison.of(ONE_TO_FIVE, 3 + 0.999 * halfWidth, 0.95).agrees())
                .isTrue();
        assertThat(Comparison.of(ONE_TO_FIVE, 3 + 1.001 * halfWidth, 0.95).agrees())
                .isFalse();
        assertThat(Comparison.of(ONE_TO_FIVE, 3 - 1.001 * halfWidth, 0.95).agrees())
                .isFalse();
    }

    @Test
    void agreementMeansSomethingInsideTwoPerCent() {
        SampleMoments wide = SampleMoments.of(9, 11, 10, 10, 10);
        SampleMoments narrow = SampleMoments.of(9.99, 10.01, 10, 10, 10);

        assertThat(Comparison.of(wide, 10).agrees()).isTrue();
        assertThat(Comparison.of(wide, 10).isPrecise()).isFalse();
        assertThat(Comparison.of(narrow, 10).isPrecise()).isTrue();
        assertThat(Comparison.of(SampleMoments.of(0, 0, 0), 0).isPrecise()).isTrue();
    }

    @Test
    void equalObservationsAgreeWithThemselvesAlone() {
        SampleMoments same = SampleMoments.of(0.1, 0.1, 0.1);

        assertThat(Comparison.of(same, 0.1).agrees()).isTrue();
        assertThat(Comparison.of(same, 0.1001).agrees()).isFalse();
    }

    @Test
    void intervalsCoverTheTrueMeanAsOftenAsTheySay() {
        Random random = new Random(7);
        int covered = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            SampleMoments moments = new SampleMoments();
            for (int i = 0; i < 20; i++) {
                moments.add(random.nextGaussian());
            }
            covered += Comparison.of(moments, 0, 0.9).agrees() ? 1 : 0;
        }

        // Binomial(2000, 0.9) has standard deviation 13.4; four of them either way.
        assertThat(covered).isBetween(1_746, 1_854);
    }

    @Test
    void momentsKeepTheirDigitsFarFromZero() {
        SampleMoments moments = SampleMoments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

        assertThat(moments.mean()).isEqualTo(1e9 + 10);
        assertThat(moments.variance()).isEqualTo(30);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatThrownBy(() -> Comparison.of(SampleMoments.of(1), 1))
                .hasMessage("sample: 1 observations (expected: at least 2)");
        assertThatThrownBy(() -> Comparison.of(ONE_TO_FIVE, Double.NaN))
                .hasMessage("predicted: NaN (expected: a finite number)");
        assertThatThrownBy(() -> Comparison.of(ONE_TO_FIVE, 1, 1))
                .hasMessage("confidence: 1.0 (expected: between 0 and 1)");
        assertThatThrownBy(() -> SampleMoments.of(Double.POSITIVE_INFINITY))
                .hasMessage("number: Infinity (expected: a finite number)");
    }
}
