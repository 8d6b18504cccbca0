package dev.envelope.lab.plot.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.lab.game.SolvedGame;
import dev.envelope.lab.plot.Area;
import dev.envelope.lab.plot.Box;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Look;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of the pictures, against formulas that the pictures do not use. */
class GamePictureTest {

    private static final double ROUNDING = 1e-9;
    private static final String TRADE = "mechanism: {type: k_double_auction, k: 0.5}\nbuyer: [0, 1]\nseller: [0, 1]\n";
    private static final String OPTIMAL = """
        mechanism: optimal
        bidders:
          - {name: strong, values: [0, 150]}
          - {name: weak, values: [0, 50]}
        """;

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

    @Test
    void virtualValuesShowReservesAndWhatAWinnerPays() {
        Picture picture = one(GamePicture.VIRTUAL, OPTIMAL);
        assertLine(picture, "strong", x -> 2 * x - 150);
        assertLine(picture, "weak", x -> 2 * x - 50);
        assertThat(dots(picture))
                .extracting(Dots.Dot::label)
                .containsExactly("reserve 75", "reserve 25", "weak has 37.5", "strong pays 87.5");
        Dots.Dot rival = dots(picture).get(2);
        Dots.Dot winner = dots(picture).get(3);
        assertThat(winner.at().y()).isCloseTo(rival.at().y(), within(ROUNDING));
        assertThat(winner.at().x()).isCloseTo(37.5 + 50, within(ROUNDING)); // 2·y − 150 = 2·37.5 − 50
    }

    @Test
    void ironedVirtualValuesAreFlatAndNeverFall() {
        Picture picture = one(GamePicture.VIRTUAL, """
            mechanism: optimal
            bidders: 2
            values: {type: beta, alpha: 0.5, beta: 0.5, lo: 0, hi: 100}
            """);
        List<Point> ironed = line(picture, "bidder").points();
        List<Point> before = line(picture, VirtualValues.NOT_IRONED).points();
        assertThat(falls(ironed)).isFalse();
        assertThat(falls(before)).isTrue();
        assertThat(ironed.get(5).y()).isEqualTo(ironed.get(40).y()); // a flat from the bottom
    }

    @Test
    void theMonopolyPriceIsWhereMarginalRevenueIsTheSellersValue() {
        Picture picture =
                one(GamePicture.DEMAND, "mechanism: {type: optimal, seller_value: 0.2}\nbidders: 3\nvalues: [0, 1]\n");
        assertLine(picture, MonopolyPrice.DEMAND, q -> 1 - q);
        assertLine(picture, MonopolyPrice.MARGINAL_REVENUE, q -> 1 - 2 * q);
        Dots.Dot price = dots(picture).get(0);
        assertThat(price.at().x()).isCloseTo(0.4, within(ROUNDING));
        assertThat(price.at().y()).isCloseTo(0.6, within(ROUNDING)); // the middle between 0.2 and 1
        assertThat(price.label()).isEqualTo("monopoly price 0.6");
        assertThat(picture.marks()).extracting(Mark::name).contains("profit 0.16");
    }

    @Test
    void thePayoffIsTheUpperEnvelopeOfItsLines() {
        Picture picture = one(GamePicture.PAYOFF, "mechanism: first_price\nbidders: 2\nvalues: [0, 1]\n");
        List<Point> payoff = line(picture, PayoffEnvelope.PAYOFF).points();
        assertThat(payoff).hasSizeGreaterThan(15);
        assertThat(payoff).allSatisfy(point -> {
            assertThat(point.y()).isCloseTo(point.x() * point.x() / 2, within(4e-4)); // (1/20)²/8, and below it
            assertThat(point.y()).isLessThanOrEqualTo(point.x() * point.x() / 2 + ROUNDING);
        });
        List<Line> lines = lines(picture, Look.FINE);
        assertThat(lines).hasSizeGreaterThan(8).allSatisfy(line -> {
            double slope = slope(line);
            assertThat(line.points().get(0).y()).isCloseTo(-slope * slope / 2, within(1e-8)); // the tangent at x = q
        });
        Line support = line(picture, "slope q(0.65) = 0.65");
        assertThat(slope(support)).isCloseTo(0.65, within(1e-8));
    }

    @Test
    void aSellersPayoffFallsInItsCost() {
        List<Picture> pictures = pictures(GamePicture.PAYOFF, TRADE);
        assertThat(pictures).hasSize(2);
        Line seller = line(pictures.get(1), PayoffEnvelope.PAYOFF);
        assertThat(seller.points().get(0).y()).isCloseTo(9.0 / 32, within(2e-4)); // ∫ P(trade with cost c) dc
        assertThat(seller.points().get(seller.points().size() - 1).y()).isCloseTo(0, within(1e-8));
        assertThat(lines(pictures.get(1), Look.FINE)).allMatch(line -> slope(line) <= 1e-8);
    }

    @Test
    void equivalentAuctionsHavePaymentsOfOneShape() {
        Picture picture = one(GamePicture.PAYMENTS, "mechanism: all_pay\nbidders: 3\nvalues: [0, 1]\n");
        assertLine(picture, EqualPayments.FIRST_PRICE, x -> 2 * x * x * x / 3);
        assertLine(picture, EqualPayments.SECOND_PRICE, x -> 2 * x * x * x / 3);
        assertLine(picture, EqualPayments.BALANCED, x -> 2 * x * x * x / 3 - 1.0 / 6); // less the mean
        assertThat(dots(picture))
                .hasSizeGreaterThan(5)
                .allSatisfy(dot ->
                        assertThat(dot.at().y()).isCloseTo(2 * Math.pow(dot.at().x(), 3) / 3, within(ROUNDING)));
    }

    @Test
    void equivalentAuctionsWithAReserveStartAtIt() {
        Picture picture = one(
                GamePicture.PAYMENTS, "mechanism: {type: second_price, reserve: 0.5}\nbidders: 2\nvalues: [0, 1]\n");
        assertLine(picture, EqualPayments.FIRST_PRICE, x -> x * x / 2 + 0.125);
        assertLine(picture, EqualPayments.SECOND_PRICE, x -> x * x / 2 + 0.125);
        assertThat(dots(picture))
                .allSatisfy(dot ->
                        assertThat(dot.at().y()).isCloseTo(Math.pow(dot.at().x(), 2) / 2 + 0.125, within(ROUNDING)));
        assertThat(picture.line(EqualPayments.BALANCED)).isEmpty();
    }

    @Test
    void bothWaysOfTheRevelationPrincipleLeadToOneOutcome() {
        Picture picture = one(GamePicture.REVELATION, "mechanism: first_price\nbidders: 2\nvalues: [0, 100]\n");
        List<Box> boxes = picture.marks().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .toList();
        assertThat(boxes)
                .extracting(Box::text)
                .containsExactly(
                        List.of("types", "bidder 1: 75", "bidder 2: 25"),
                        List.of("messages", "bidder 1: 37.5", "bidder 2: 12.5"),
                        List.of("outcome", "bidder 1: gets it, pays 37.5", "bidder 2: nothing, pays 0"));
    }

    @Test
    void whatMakesNoSenseIsNotDrawn() {
        assertThat(pictures(GamePicture.TRADE, OPTIMAL)).isEmpty();
        assertThat(pictures(GamePicture.REVELATION, OPTIMAL)).isEmpty();
        assertThat(pictures(GamePicture.PAYMENTS, OPTIMAL)).isEmpty();
        assertThat(pictures(GamePicture.VIRTUAL, TRADE)).isEmpty();
        assertThat(pictures(GamePicture.DEMAND, TRADE)).isEmpty();
    }

    private static Picture one(GamePicture kind, String game) {
        List<Picture> pictures = pictures(kind, game);
        assertThat(pictures).hasSize(1);
        return pictures.get(0);
    }

    private static List<Picture> pictures(GamePicture kind, String game) {
        Treatment treatment =
                GameReader.read(game).plan().orElseThrow().treatments().get(0);
        return kind.of(SolvedGame.of(treatment));
    }

    private static Line line(Picture picture, String name) {
        return picture.line(name).orElseThrow();
    }

    private static List<Line> lines(Picture picture, Look look) {
        return picture.marks().stream()
                .filter(mark -> mark instanceof Line line && line.look() == look)
                .map(Line.class::cast)
                .toList();
    }

    private static void assertLine(Picture picture, String name, java.util.function.DoubleUnaryOperator formula) {
        assertThat(line(picture, name).points())
                .filteredOn(point -> !point.isGap())
                .hasSizeGreaterThan(1)
                .allSatisfy(point ->
                        assertThat(point.y()).isCloseTo(formula.applyAsDouble(point.x()), within(ROUNDING * 10)));
    }

    private static List<Dots.Dot> dots(Picture picture) {
        return picture.marks().stream()
                .filter(Dots.class::isInstance)
                .flatMap(mark -> ((Dots) mark).dots().stream())
                .toList();
    }

    private static double slope(Line line) {
        Point from = line.points().get(0);
        Point to = line.points().get(1);
        return (to.y() - from.y()) / (to.x() - from.x());
    }

    private static double lastX(Line line) {
        return line.points().stream()
                .filter(point -> !point.isGap())
                .mapToDouble(Point::x)
                .max()
                .orElseThrow();
    }

    private static boolean falls(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).y() < points.get(i - 1).y() - ROUNDING) {
                return true;
            }
        }
        return false;
    }

    /** The area of a polygon, by the shoelace formula. */
    private static double size(Area area) {
        double twice = 0;
        for (int i = 0; i < area.corners().size(); i++) {
            Point here = area.corners().get(i);
            Point next = area.corners().get((i + 1) % area.corners().size());
            twice += here.x() * next.y() - next.x() * here.y();
        }
        return Math.abs(twice) / 2;
    }
}
