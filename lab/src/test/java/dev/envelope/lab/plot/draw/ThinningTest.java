package dev.envelope.lab.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.plot.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void leavesOfAStraightLineItsEnds() {
        List<Point> line = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new Point(i, 3.0 * i))
                .toList();
        assertThat(Thinning.of(line)).containsExactly(new Point(0, 0), new Point(100, 300));
    }

    @Test
    void keepsWhatCanBeSeenOfACurve() {
        List<Point> curve = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> new Point(i, i * i / 200.0))
                .toList();
        List<Point> thin = Thinning.of(curve);
        assertThat(thin).hasSizeLessThan(100);
        for (int k = 1; k < thin.size(); k++) {
            Point from = thin.get(k - 1);
            Point to = thin.get(k);
            for (Point point : curve) {
                if (point.x() >= from.x() && point.x() <= to.x()) {
                    double share = (point.x() - from.x()) / (to.x() - from.x());
                    assertThat(point.y()).isBetween(onLine(from, to, share) - 0.1, onLine(from, to, share) + 0.1);
                }
            }
        }
    }

    @Test
    void keepsAPointThatComesBack() {
        List<Point> spike = List.of(new Point(0, 0), new Point(10, 0), new Point(5, 0));
        assertThat(Thinning.of(spike)).isEqualTo(spike);
    }

    private static double onLine(Point from, Point to, double share) {
        return from.y() + share * (to.y() - from.y());
    }
}
