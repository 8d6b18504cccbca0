package dev.envelope.lab.plot.game;

import static dev.envelope.lab.plot.game.Drawn.ROUNDING;
import static dev.envelope.lab.plot.game.Drawn.TRADE;
import static dev.envelope.lab.plot.game.Drawn.assertLine;
import static dev.envelope.lab.plot.game.Drawn.dots;
import static dev.envelope.lab.plot.game.Drawn.line;
import static dev.envelope.lab.plot.game.Drawn.one;
import static dev.envelope.lab.plot.game.Drawn.pictures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private static final String OPTIMAL = """
        mechanism: optimal
        bidders:
          - {name: strong, values: [0, 150]}
          - {name: weak, values: [0, 50]}
        """;

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

    private static List<Line> lines(Picture picture, Look look) {
        return picture.marks().stream()
                .filter(mark -> mark instanceof Line line && line.look() == look)
                .map(Line.class::cast)
                .toList();
    }

    private static double slope(Line line) {
        Point from = line.points().get(0);
        Point to = line.points().get(1);
        return (to.y() - from.y()) / (to.x() - from.x());
    }

    private static boolean falls(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).y() < points.get(i - 1).y() - ROUNDING) {
                return true;
            }
        }
        return false;
    }
}
