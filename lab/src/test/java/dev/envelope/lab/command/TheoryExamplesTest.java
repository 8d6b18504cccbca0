package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.OptimalAuction;
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
    void theExamplesOfTheDocumentAreThese() throws IOException {
        String tests = bare(Files.readString(
                Path.of("src", "test", "java", "dev", "envelope", "lab", "command", "TheoryExamplesTest.java")));
        List<String> examples = JAVA.matcher(Files.readString(Path.of("..", "docs", "theory.md")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(examples).allSatisfy(example -> assertThat(tests).contains(bare(example)));
    }

    private static String bare(String code) {
        return code.replaceAll("//[^\\n]*", "").replaceAll("\\s+", "");
    }
}
