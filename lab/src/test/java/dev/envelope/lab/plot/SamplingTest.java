package dev.envelope.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void joinsAContinuousFunctionWithoutGaps() {
        List<Point> points = Sampling.of(x -> x * x, -1, 2);
        assertThat(points).noneMatch(Point::isGap).allMatch(point -> point.y() == point.x() * point.x());
        assertThat(points.get(0)).isEqualTo(new Point(-1, 1));
        assertThat(points.get(points.size() - 1)).isEqualTo(new Point(2, 4));
    }

    @Test
    void interruptsAJumpWhereItIs() {
        double jump = Math.sqrt(0.5);
        List<Point> points = Sampling.of(x -> x < jump ? x : x + 1, 0, 1);
        int gap = gap(points);
        assertThat(points.get(gap - 1).x()).isCloseTo(jump, within(ROUNDING)).isLessThan(jump);
        assertThat(points.get(gap - 1).y()).isCloseTo(jump, within(ROUNDING));
        assertThat(points.get(gap + 1).x()).isCloseTo(jump, within(ROUNDING)).isGreaterThanOrEqualTo(jump);
        assertThat(points.get(gap + 1).y()).isCloseTo(jump + 1, within(ROUNDING));
        assertThat(points).filteredOn(Point::isGap).hasSize(1);
    }

    @Test
    void beginsWhereTheFunctionDoes() {
        double start = 1 / Math.PI;
        List<Point> points = Sampling.of(x -> x < start ? Double.NaN : x, 0, 1);
        Point first =
                points.stream().filter(point -> !point.isGap()).findFirst().orElseThrow();
        assertThat(first.x()).isCloseTo(start, within(ROUNDING)).isGreaterThanOrEqualTo(start);
    }

    @Test
    void takesASteepSlopeForASlope() {
        assertThat(Sampling.of(x -> Math.cbrt(x - 0.3), 0, 1)).noneMatch(Point::isGap);
    }

    private static int gap(List<Point> points) {
        int gap = 0;
        while (!points.get(gap).isGap()) {
            gap++;
        }
        return gap;
    }
}
