package dev.envelope.theory.distribution.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.AffineDistribution;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support.Piece;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupportTest {

    private static final ValueDistribution GAPPED =
            MixtureDistribution.ofEqual(List.of(new UniformDistribution(0, 1), new UniformDistribution(2, 3)));

    @Test
    void piecesOfAMixtureAreApartWhereItsPartsAre() {
        assertThat(Support.of(GAPPED).pieces()).containsExactly(new Piece(0, 1), new Piece(2, 3));
        ValueDistribution three = MixtureDistribution.ofEqual(List.of(
                new UniformDistribution(0, 2),
                new UniformDistribution(1, 3),
                new BetaDistribution(2, 2, 3, 4),
                new UniformDistribution(5, 6)));
        assertThat(Support.of(three).pieces()).containsExactly(new Piece(0, 4), new Piece(5, 6));
    }

    @Test
    void aFlatPieceOfAPiecewiseLinearDistributionIsAGap() {
        ValueDistribution stairs =
                new PiecewiseLinearDistribution(List.of(0.0, 1.0, 2.0, 4.0, 5.0), List.of(0.0, 0.3, 0.4, 0.4, 1.0));
        assertThat(Support.of(stairs).pieces()).containsExactly(new Piece(0, 2), new Piece(4, 5));
    }

    static List<ValueDistribution> changed() {
        return List.of(
                GAPPED,
                new MirroredDistribution(GAPPED),
                new AffineDistribution(GAPPED, 0.3, -7.1),
                new TruncatedDistribution(GAPPED, 0.1, 2.7),
                new OrderStatistic(GAPPED, 3, 2));
    }

    /** By draws: none inside the gap, and all but a few of the stretches about its ends are met. */
    @ParameterizedTest
    @MethodSource("changed")
    void gapsAreWhereNothingIsDrawn(ValueDistribution types) {
        Support support = Support.of(types);
        assertThat(support.pieces()).hasSize(2);
        double begin = support.pieces().get(0).to();
        double end = support.pieces().get(1).from();
        double below = types.lower();
        double above = types.upper();
        for (int i = 0; i <= 100_000; i++) {
            double drawn = types.quantile(i / 100_000.0);
            below = drawn <= (begin + end) / 2 ? Math.max(below, drawn) : below;
            above = drawn > (begin + end) / 2 ? Math.min(above, drawn) : above;
        }
        // Of an order statistic few are near the ends, by the square of the distance at most.
        assertThat(below).isEqualTo(begin, within(0.01)).isLessThanOrEqualTo(begin + 1e-12);
        assertThat(above).isEqualTo(end, within(0.01)).isGreaterThanOrEqualTo(end - 1e-12);
    }

    @Test
    void improbableTypesAreTypes() {
        ValueDistribution narrow = new TruncatedNormal(0, 0.01, -1, 1);
        assertThat(Support.of(narrow).pieces()).containsExactly(new Piece(-1, 1));
        assertThat(Support.of(new UniformDistribution(2, 5)).pieces()).containsExactly(new Piece(2, 5));
    }

    @Test
    void aSupportThatBeginsInAGapBeginsBehindIt() {
        assertThat(Support.of(new TruncatedDistribution(GAPPED, 1.5, 3)).pieces())
                .containsExactly(new Piece(2, 3));
    }

    @Test
    void aNarrowPieceIsLookedIntoToo() {
        Support support = new Support(List.of(new Piece(0, 0.001), new Piece(1, 3)));
        double[] types = support.even(33);
        assertThat(types).hasSize(33);
        assertThat(Arrays.copyOf(types, 5))
                .containsExactly(new double[] {0, 0.00025, 0.0005, 0.00075, 0.001}, within(1e-15));
        assertThat(types[5]).isEqualTo(1);
        assertThat(types[32]).isEqualTo(3);
    }

    @Test
    void evenTypesKeepOffGapsAndMeetTheirEnds() {
        Support support = Support.of(GAPPED);
        assertThat(support.even(6)).containsExactly(0, 0.5, 1, 2, 2.5, 3);
        assertThat(support.even(4)).containsExactly(0, 1, 2, 3);
        assertThat(support.even(1)).containsExactly(0, 1, 2, 3);
        assertThat(Support.of(new UniformDistribution(0, 1)).even(3)).containsExactly(0, 0.5, 1);
        assertThat(support.contains(1)).isTrue();
        assertThat(support.contains(1.5)).isFalse();
        assertThat(support.contains(2)).isTrue();
        assertThat(support.hasGap(0.5, 1)).isFalse();
        assertThat(support.hasGap(1, 2)).isTrue();
        assertThat(support.within(0.5, 2.5)).containsExactly(new Piece(0.5, 1), new Piece(2, 2.5));
        assertThat(support.within(1, 2)).isEmpty();
        assertThat(support.mirrored()).isEqualTo(Support.of(new MirroredDistribution(GAPPED)));
    }
}
