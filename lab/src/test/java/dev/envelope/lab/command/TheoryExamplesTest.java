package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.bilateral.TradingMechanism;
import dev.envelope.theory.bilateral.strategy.StepDoubleAuction;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java examples of {@code docs/theory.md}, and that they are the ones that stand there. */
class TheoryExamplesTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final double ROUNDING = 1e-9;

    @Test
    void shadingInAFirstPriceAuction() {
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(new BayesianGame(
                FirstPriceAuction.of(4, OptionalDouble.empty()),
                Collections.nCopies(4, UniformDistribution.of(10, 50))));
        double bid = equilibrium.message(0, 30);
        double revenue = equilibrium.predictions().revenue();
        List<Double> payments = equilibrium.predictions().payments();
        assertThat(bid).isCloseTo(25, within(ROUNDING));
        assertThat(revenue).isCloseTo(34, within(ROUNDING));
        assertThat(payments).hasSize(4).allSatisfy(each -> assertThat(each).isCloseTo(8.5, within(ROUNDING)));
    }

    @Test
    void theOptimalAuctionIsTruthful() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 150), UniformDistribution.of(0, 50));
        BayesianGame game = new BayesianGame(OptimalAuction.of(types, 0), types);
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
        double best = equilibrium.predictions().revenue();
        AuditReport report = Audit.ofTruth(game, AuditSettings.USUAL);
        Ruling truthful = report.verdict(Property.TRUTHFUL).ruling();
        assertThat(best).isCloseTo(400 / 9.0, within(ROUNDING));
        assertThat(truthful).isEqualTo(Ruling.HOLDS);
    }

    @Test
    void mechanismsAreDesignedAndCompared() {
        ValueDistribution unit = UniformDistribution.of(0, 1);
        List<ValueDistribution> two = List.of(unit, unit);
        Comparisons.MoreBidders more = Comparisons.bulowKlemperer(unit, 2);
        double oneMoreBidder = more.oneMoreBidder();
        double bestReserve = more.optimal();
        FirstPriceAuction first = FirstPriceAuction.of(2, OptionalDouble.empty());
        List<Double> revenues = Comparisons.revenues(List.of(first, AllPayAuction.of(2)), two);
        PostedPrices.Offers offers = PostedPrices.sequential(two);
        List<Double> prices = offers.prices();
        double fromOffers = offers.revenue();
        Traders traders = new Traders(unit, unit);
        double secondBest =
                TradingMechanism.secondBest(traders).orElseThrow().figures().gains();
        double broker = TradingMechanism.broker(traders).houseProfit();
        double atOnePrice =
                StepDoubleAuction.onePrice(traders, 0.5, 0.5).figures().gains();
        StepDoubleAuction steps =
                StepDoubleAuction.of(traders, 0.5, List.of(0.4, 0.6)).orElseThrow();
        double gainFromDeviating = steps.largestGain();
        Equilibrium bids = (Equilibrium) Equilibria.of(new BayesianGame(first, two));
        DirectMechanism direct = DirectMechanism.of(first, bids, two);
        double paid =
                direct.outcome(new double[] {0.8, 0.4}, TieOrder.byIndex(2)).payment(0);
        assertThat(oneMoreBidder).isCloseTo(1 / 2.0, within(ROUNDING));
        assertThat(bestReserve).isCloseTo(5 / 12.0, within(ROUNDING));
        assertThat(revenues).hasSize(2).allSatisfy(each -> assertThat(each).isCloseTo(1 / 3.0, within(ROUNDING)));
        assertThat(prices.get(0)).isCloseTo(5 / 8.0, within(ROUNDING));
        assertThat(prices.get(1)).isCloseTo(1 / 2.0, within(ROUNDING));
        assertThat(fromOffers).isCloseTo(25 / 64.0, within(ROUNDING));
        assertThat(secondBest).isCloseTo(9 / 64.0, within(ROUNDING));
        assertThat(broker).isCloseTo(1 / 24.0, within(ROUNDING));
        assertThat(atOnePrice).isCloseTo(1 / 8.0, within(ROUNDING));
        assertThat(gainFromDeviating).isCloseTo(0, within(ROUNDING));
        assertThat(paid).isCloseTo(0.4, within(ROUNDING));
    }

    @Test
    void theExamplesOfTheDocumentAreThese() throws IOException {
        String tests = bare(Files.readString(
                Path.of("src", "test", "java", "dev", "envelope", "lab", "command", "TheoryExamplesTest.java")));
        List<String> examples = JAVA.matcher(Files.readString(Path.of("..", "docs", "theory.md")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        assertThat(examples).allSatisfy(example -> assertThat(tests).contains(bare(example)));
    }

    private static String bare(String code) {
        return code.replaceAll("//[^\\n]*", "").replaceAll("\\s+", "");
    }
}
