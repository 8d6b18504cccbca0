package dev.envelope.lab.plot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.lab.game.AuditedGame;
import dev.envelope.lab.plot.Dots;
import dev.envelope.lab.plot.Picture;
import dev.envelope.lab.plot.Point;
import dev.envelope.lab.plot.Sheet;
import dev.envelope.lab.plot.game.PlottedGame.Role;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.AgvTrade;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Side;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuditPlotTest {

    private static final double ROUNDING = 1e-9;
    private static final String FIRST_PRICE = "mechanism: first_price\nbidders: 2\nvalues: [0, 1]\n";

    @Test
    void whoTellsTheTruthInAFirstPriceAuctionGetsNothingAndCouldHaveAQuarterOfItsSquare() {
        Picture regret = truth(FIRST_PRICE).pictures().get(0);
        assertThat(points(regret, Regret.PLAYED))
                .allSatisfy(p -> assertThat(p.y()).isCloseTo(0, within(ROUNDING)));
        assertThat(points(regret, Regret.BEST)).hasSizeGreaterThan(10).allSatisfy(point -> {
            double best = point.x() * point.x() / 4; // max (x − b)·b
            assertThat(point.y()).isBetween(best - 3e-4, best + ROUNDING); // 33 messages rather than all
        });
        assertThat(dots(regret)).hasSize(1);
        assertThat(dots(regret).get(0).label()).isEqualTo("type 1 gains 0.25");
        assertThat(dots(regret).get(0).at().y()).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void theWitnessesMessagesAreMarkedOnWhatEveryMessageGets() {
        Picture misreports = truth(FIRST_PRICE).pictures().get(1);
        assertThat(points(misreports, Misreports.PAYOFF))
                .filteredOn(point -> !point.isGap())
                .allSatisfy(point -> assertThat(point.y()).isCloseTo((1 - point.x()) * point.x(), within(ROUNDING)));
        assertThat(dots(misreports)).extracting(Dots.Dot::label).containsExactly("sends 1", "better: 0.5");
        assertThat(dots(misreports).get(0).at().y()).isCloseTo(0, within(ROUNDING));
        assertThat(dots(misreports).get(1).at().x()).isCloseTo(0.5, within(0.01));
        assertThat(misreports.title()).contains("type 1");
    }

    @Test
    void noTypeGainsInEquilibrium() {
        Treatment treatment = treatment(FIRST_PRICE);
        Sheet.Section drawn = AuditPlot.of(AuditedGame.ofEquilibrium(treatment, new SplittableRandom(1)));
        assertThat(drawn.heading()).isEqualTo("game: first_price, equilibrium, symmetric, by quadrature");
        assertThat(dots(drawn.pictures().get(0))).isEmpty();
        assertThat(dots(drawn.pictures().get(1))).extracting(Dots.Dot::label).containsExactly("sends 0.325");
        assertThat(points(drawn.pictures().get(1), Misreports.PAYOFF))
                .allSatisfy(point -> assertThat(point.y()).isLessThanOrEqualTo(0.65 * 0.65 / 2 + ROUNDING));
    }

    @Test
    void theTypeThatLosesByTakingPartIsMarked() {
        ValueDistribution unit = UniformDistribution.of(0, 1);
        BayesianGame trade = new BayesianGame(AgvTrade.of(unit, unit), List.of(unit, unit));
        AuditReport report = Audit.ofTruth(trade, AuditSettings.USUAL);
        Picture regret = Regret.picture(
                new Role("buyer", 0, Side.BUYER, unit), report.agents().get(0), type -> 0);
        assertThat(regret.line(Misreports.STAYING_AWAY)).isEmpty();
        assertThat(points(regret, Regret.PLAYED))
                .allSatisfy(
                        point -> assertThat(point.y()).isCloseTo(point.x() * point.x() / 2 - 1.0 / 3, within(1e-8)));
        assertThat(dots(regret)).extracting(Dots.Dot::label).containsExactly("type 0 loses 0.3333 by taking part");
    }

    /** A firm without the licence sees its rival have it: staying away costs it a fifth of its value, here and in the verdict. */
    @Test
    void stayingAwayIsWorthItsOutsideOption() {
        Treatment treatment = treatment("""
                mechanism: {type: licence_with_externality, payments: first_price, loss: own_value, alpha: 0.2}
                bidders: 2
                values: [0, 1]
                """);
        Sheet.Section drawn = AuditPlot.of(AuditedGame.ofEquilibrium(treatment, new SplittableRandom(1)));
        assertThat(points(drawn.pictures().get(0), Misreports.STAYING_AWAY))
                .allSatisfy(point -> assertThat(point.y()).isCloseTo(-0.2 * point.x(), within(ROUNDING)));
        assertThat(points(drawn.pictures().get(1), Misreports.STAYING_AWAY))
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.y()).isCloseTo(-0.2 * 0.65, within(ROUNDING)));
    }

    private static Sheet.Section truth(String game) {
        return AuditPlot.of(AuditedGame.ofTruth(treatment(game), new SplittableRandom(1)));
    }

    private static Treatment treatment(String game) {
        return GameReader.read(game).plan().orElseThrow().treatments().get(0);
    }

    private static List<Point> points(Picture picture, String name) {
        return picture.line(name).orElseThrow().points();
    }

    private static List<Dots.Dot> dots(Picture picture) {
        return picture.marks().stream()
                .filter(Dots.class::isInstance)
                .flatMap(mark -> ((Dots) mark).dots().stream())
                .toList();
    }
}
