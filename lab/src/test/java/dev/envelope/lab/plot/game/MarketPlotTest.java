package dev.envelope.lab.plot.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.lab.game.ClearedMarket;
import dev.envelope.lab.plot.Line;
import dev.envelope.lab.plot.Mark;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketPlotTest {

    @Test
    void bidsAreDemandFromTheHighestDown() {
        Picture picture = picture(
                "mechanism: {type: second_price, reserve: 10}\nbidders: 3\nvalues: [0, 100]\n",
                new Offer.Amount(30),
                new Offer.Amount(70),
                new Offer.None());
        assertThat(line(picture, MarketPlot.DEMAND))
                .containsExactly(new Point(0, 70), new Point(1, 70), new Point(1, 30), new Point(2, 30));
        assertThat(picture.marks()).extracting(Mark::name).contains("reserve 10", "price 30", "traded: 1");
        assertThat(picture.line(MarketPlot.SUPPLY)).isEmpty();
    }

    @Test
    void asksAreSupply() {
        Picture picture = picture(
                "mechanism: {type: k_double_auction, k: 0.5}\nbuyer: [0, 100]\nseller: [0, 100]\n",
                new Offer.Amount(60),
                new Offer.Amount(40));
        assertThat(line(picture, MarketPlot.SUPPLY)).containsExactly(new Point(0, 40), new Point(1, 40));
        assertThat(line(picture, "price 50")).containsExactly(new Point(0, 50), new Point(1, 50));
        assertThat(picture.marks()).extracting(Mark::name).contains("traded: 1");
    }

    @Test
    void bidsForSeveralUnitsMeetTheUnitsThereAre() {
        Picture picture = picture(
                "{mechanism: {type: uniform_price, units: 2, wanted: 2}, bidders: 2, values: [0, 10]}",
                new Offer.Schedule(List.of(9.0, 6.0)),
                new Offer.Amount(8));
        assertThat(line(picture, MarketPlot.DEMAND))
                .containsExactly(
                        new Point(0, 9),
                        new Point(1, 9),
                        new Point(1, 8),
                        new Point(2, 8),
                        new Point(2, 6),
                        new Point(3, 6));
        assertThat(line(picture, MarketPlot.SUPPLY)).containsExactly(new Point(2, 0), new Point(2, 9));
        assertThat(picture.marks()).extracting(Mark::name).contains("price 6");
    }

    @Test
    void aMarketWithoutMessagesHasNoPicture() {
        Treatment treatment = treatment("mechanism: first_price\nbidders: 2\nvalues: [0, 1]\n");
        ClearedMarket cleared = ClearedMarket.of(treatment, List.of(new Offer.None(), new Offer.None()));
        assertThat(MarketPlot.of(treatment, cleared).pictures()).isEmpty();
    }

    private static Picture picture(String game, Offer... messages) {
        Treatment treatment = treatment(game);
        List<Picture> pictures = MarketPlot.of(treatment, ClearedMarket.of(treatment, List.of(messages)))
                .pictures();
        assertThat(pictures).hasSize(1);
        return pictures.get(0);
    }

    private static Treatment treatment(String game) {
        return GameReader.read(game).plan().orElseThrow().treatments().get(0);
    }

    private static List<Point> line(Picture picture, String name) {
        return picture.line(name).map(Line::points).orElseThrow();
    }
}
