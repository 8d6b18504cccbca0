package dev.envelope.lab.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.lab.plot.Axis;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Dots.Beside;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {

    private static final double WIDTH = 70;
    private static final double SIZE = 11;
    private static final Axis AXIS = new Axis("", 0, 100);
    private static final Frame FRAME = new Frame(AXIS, AXIS, 0, 0, 300, 300);

    private static LabelPlaces places(Mark... marks) {
        return new LabelPlaces(Picture.of("picture", "", AXIS, AXIS, List.of(marks)), FRAME);
    }

    private static Rectangle2D box(LabelPlaces.Place place) {
        double left = place.isRight() ? place.at().x() : place.at().x() - WIDTH;
        return new Rectangle2D.Double(left, place.at().y() - SIZE, WIDTH, SIZE);
    }

    private static Mark dot(double x, double y) {
        return Dots.one(Look.FIRST, x, y, "text", Beside.BELOW_RIGHT);
    }

    @Test
    void aLoneTextStandsWhereItWasAskedFor() {
        LabelPlaces.Place place = places(dot(50, 50)).take(new Point(150, 150), Beside.BELOW_RIGHT, WIDTH, SIZE);
        assertThat(place).isEqualTo(new LabelPlaces.Place(new Point(157, 165), true));
    }

    @Test
    void textsOfDotsThatAreCloseDoNotCoverEachOther() {
        LabelPlaces places = places(dot(35, 20), dot(46, 20));
        Rectangle2D first = box(places.take(new Point(105, 240), Beside.BELOW_RIGHT, WIDTH, SIZE));
        Rectangle2D second = box(places.take(new Point(138, 240), Beside.BELOW_RIGHT, WIDTH, SIZE));
        assertThat(first.intersects(second)).isFalse();
    }

    @Test
    void aTextKeepsOffACurveAndInsideTheFrame() {
        Line demand = new Line("demand", Look.FIRST, List.of(new Point(0, 90), new Point(100, 50)));
        Rectangle2D box = box(places(demand, dot(95, 52)).take(new Point(285, 144), Beside.ABOVE_RIGHT, WIDTH, SIZE));
        assertThat(box.intersectsLine(0, 30, 300, 150)).isFalse();
        assertThat(new Rectangle2D.Double(0, 0, 300, 300).contains(box)).isTrue();
    }
}
