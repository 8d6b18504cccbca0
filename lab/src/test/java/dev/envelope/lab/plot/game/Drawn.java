package dev.envelope.lab.plot.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.util.List;

/** Games as pictures, and what is drawn in them. */
final class Drawn {

    static final double ROUNDING = 1e-9;

    static final String TRADE = "mechanism: {type: k_double_auction, k: 0.5}\nbuyer: [0, 1]\nseller: [0, 1]\n";

    private Drawn() {}

    static Picture one(GamePicture kind, String game) {
        List<Picture> pictures = pictures(kind, game);
        assertThat(pictures).hasSize(1);
        return pictures.get(0);
    }

    static List<Picture> pictures(GamePicture kind, String game) {
        Treatment treatment =
                GameReader.read(game).plan().orElseThrow().treatments().get(0);
        return kind.of(SolvedGame.of(treatment));
    }

    static Line line(Picture picture, String name) {
        return picture.line(name).orElseThrow();
    }

    static void assertLine(Picture picture, String name, java.util.function.DoubleUnaryOperator formula) {
        assertThat(line(picture, name).points())
                .filteredOn(point -> !point.isGap())
                .hasSizeGreaterThan(1)
                .allSatisfy(point ->
                        assertThat(point.y()).isCloseTo(formula.applyAsDouble(point.x()), within(ROUNDING * 10)));
    }

    static List<Dots.Dot> dots(Picture picture) {
        return picture.marks().stream()
                .filter(Dots.class::isInstance)
                .flatMap(mark -> ((Dots) mark).dots().stream())
                .toList();
    }

    /** The area of a polygon, by the shoelace formula. */
    static double size(Area area) {
        double twice = 0;
        for (int i = 0; i < area.corners().size(); i++) {
            Point here = area.corners().get(i);
            Point next = area.corners().get((i + 1) % area.corners().size());
            twice += here.x() * next.y() - next.x() * here.y();
        }
        return Math.abs(twice) / 2;
    }
}
