package dev.envelope.lab.plot.game;

import static dev.envelope.lab.plot.game.Drawn.ROUNDING;
import static dev.envelope.lab.plot.game.Drawn.TRADE;
import static dev.envelope.lab.plot.game.Drawn.assertLine;
import static dev.envelope.lab.plot.game.Drawn.dots;
import static dev.envelope.lab.plot.game.Drawn.line;
import static dev.envelope.lab.plot.game.Drawn.one;
import static dev.envelope.lab.plot.game.Drawn.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of bids, and of what trades at them. */
class BidPictureTest {

    @Test
    void bidsOfChatterjeeAndSamuelsonMeetTheDiagonalAtOneAndThreeQuarters() {
        Picture picture = one(GamePicture.BIDS, TRADE);
        assertLine(picture, "buyer", v -> v < 0.25 ? v : 1.0 / 12 + 2 * v / 3);
        assertLine(picture, "seller", c -> c > 0.75 ? c : 0.25 + 2 * c / 3);
        assertThat(dots(picture))
                .extracting(Dots.Dot::label)
                .containsExactly("no trade below 0.25", "no trade above 0.75");
        assertThat(dots(picture))
                .allSatisfy(dot -> assertThat(dot.at().y()).isCloseTo(dot.at().x(), within(ROUNDING)));
        assertThat(dots(picture)).extracting(dot -> dot.at().x()).satisfies(x -> {
            assertThat(x.get(0)).isCloseTo(0.25, within(ROUNDING));
            assertThat(x.get(1)).isCloseTo(0.75, within(ROUNDING));
        });
    }

    @Test
    void bidsBeginAtTheReserve() {
        Picture picture =
                one(GamePicture.BIDS, "mechanism: {type: first_price, reserve: 0.5}\nbidders: 2\nvalues: [0, 1]\n");
        assertThat(line(picture, "bidder").points())
                .allMatch(point -> point.isGap() ? point.x() <= 0.5 + ROUNDING : point.x() >= 0.5);
        assertLine(picture, "bidder", x -> x / 2 + 0.125 / x);
        assertThat(dots(picture)).extracting(Dots.Dot::label).containsExactly("abstains below 0.5");
        assertLine(picture, BidFunctions.DIAGONAL, x -> x);
    }

    @Test
    void bidsForACommonValueAreDrawnByTheSignal() {
        Picture wallets =
                one(GamePicture.BIDS, "mechanism: second_price\nbidders: 2\nvalues: {type: wallet, values: [0, 1]}\n");
        assertLine(wallets, "bidder", x -> 2 * x);
        assertThat(wallets.axes().orElseThrow().x().label()).isEqualTo("own wallet");
        String rights = "bidders: 4\nvalues: {type: common_value, lo: 0, hi: 100, error: 5}\n";
        for (String mechanism : List.of("mechanism: first_price\n", "mechanism: second_price\n")) {
            Picture bids = one(GamePicture.BIDS, mechanism + rights);
            assertThat(line(bids, "bidder").points()).hasSizeGreaterThan(200);
            assertThat(bids.axes().orElseThrow().x().label()).isEqualTo("signal");
        }
    }

    @Test
    void bidsForEveryUnitAreDrawn() {
        String two = "{mechanism: {type: %s, units: 2, wanted: 2}, bidders: 2, values: [0, 1]}";
        Picture reduced = one(GamePicture.BIDS, two.formatted("uniform_price"));
        assertLine(reduced, "bidder, unit 1", x -> x);
        assertLine(reduced, "bidder, unit 2", x -> 0);
        Picture truth = one(GamePicture.BIDS, two.formatted("multi_unit_vickrey"));
        assertLine(truth, "bidder, unit 1", x -> x);
        assertLine(truth, "bidder, unit 2", x -> x);
    }

    @Test
    void bidsForPackagesAndAnswersToOffersAreDrawnForEverybodyWhoDiffers() {
        Picture packages = one(GamePicture.BIDS, """
                mechanism: {type: package_auction, items: [A, B], payments: vcg}
                bidders:
                  - {name: one, values: [0, 1], wants: [A]}
                  - {name: two, values: [0, 1], wants: [B]}
                  - {name: both, values: [0, 2], wants: [A, B]}
                """);
        assertLine(packages, "one", x -> x);
        assertLine(packages, "both", x -> x);
        assertThat(packages.axes().orElseThrow().x().label()).isEqualTo("value of the wanted package");
        Picture offers = one(GamePicture.BIDS, "{mechanism: sequential_offers, bidders: 2, values: [0, 1]}");
        assertThat(offers.line("bidder 1")).isPresent();
        assertThat(offers.line("bidder 2")).isPresent();
        assertThat(dots(offers)).extracting(Dots.Dot::label).contains("declines below 0.625", "declines below 0.5");
    }

    @Test
    void tradeHappensFromCostPlusAQuarterOn() {
        Picture picture = one(GamePicture.TRADE, TRADE);
        Line border = line(picture, TradeRegion.BORDER);
        assertThat(border.points()).filteredOn(point -> !point.isGap()).allSatisfy(point -> {
            assertThat(point.y()).isCloseTo(point.x() + 0.25, within(ROUNDING));
            assertThat(point.x()).isLessThanOrEqualTo(0.75 + ROUNDING);
        });
        assertThat(lastX(border)).isCloseTo(0.75, within(1e-6));
        List<Area> areas = picture.marks().stream()
                .filter(Area.class::isInstance)
                .map(Area.class::cast)
                .toList();
        assertThat(areas).hasSize(2);
        assertThat(size(areas.get(0))).isCloseTo(0.5, within(1e-6)); // v ≥ c
        assertThat(size(areas.get(1))).isCloseTo(9.0 / 32, within(1e-6)); // P(trade)
        assertThat(picture.title()).contains("0.2812", "0.5");
    }

    private static double lastX(Line line) {
        return line.points().stream()
                .filter(point -> !point.isGap())
                .mapToDouble(Point::x)
                .max()
                .orElseThrow();
    }
}
