package dev.envelope.lab.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.envelope.bots.EquilibriumStrategy;
import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.verification.Finding;
import dev.envelope.lab.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {

    static Stream<Gallery.Entry> entries() {
        return Gallery.all().stream();
    }

    private static Plan plan(String name) {
        return PlanReader.read(Gallery.find(name).orElseThrow().text()).orElseThrow();
    }

    private static List<Finding> played(Plan plan) {
        Verification verification = new Verification(plan);
        Strategy bots = new EquilibriumStrategy();
        HeadlessRun run = HeadlessSession.play(plan, SessionSeed.of(1), seat -> bots, 1, verification::add);
        assertThat(run.refusals()).isEmpty();
        return verification.findings();
    }

    /** Predicted revenue or gains by treatment, rounded to 0.01. */
    private static Map<String, Double> predicted(String name) {
        return played(plan(name)).stream()
                .collect(Collectors.toMap(
                        finding -> finding.observed().treatment().id(),
                        finding -> Math.round(
                                        100 * finding.comparison().orElseThrow().predicted())
                                / 100.0));
    }

    @Test
    void everyPlanInTheFolderIsListedAndTheOtherWayRound() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/envelope/lab/plans/gallery"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            entries().map(Gallery.Entry::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyPlanIsPlayedByBotsThatKnowItsEquilibrium(Gallery.Entry entry) {
        List<Finding> findings = played(PlanReader.read(entry.text()).orElseThrow());

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.comparison())
                        .as(finding.observed().treatment().id())
                        .isPresent());
        assertThat(entry.point()).endsWith(".").hasSizeBetween(20, 90);
        assertThat(entry.text()).startsWith("# " + entry.point() + "\n#\n# ");
    }

    @Test
    void theFiguresForTheTeacherAreThoseOfTheory() {
        assertThat(predicted("shading"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("two", 33.33, "four", 60.0, "eight", 77.78));
        assertThat(predicted("revenue-equivalence").values()).containsOnly(60.0).hasSize(4);
        assertThat(predicted("reserve-price"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("two-free", 33.33, "two-reserve", 41.67, "five-free", 66.67, "five-reserve", 67.19));
        assertThat(predicted("bilateral-trade")).containsEntry("trade", 14.06);
        assertThat(predicted("who-sets-the-price"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("middle", 14.06, "buyer-sets", 12.5, "seller-sets", 12.5));
        assertThat(predicted("who-pays-for-efficiency")).containsEntry("pivotal", -16.67);
        assertThat(predicted("all-pay")).containsExactlyInAnyOrderEntriesOf(Map.of("two", 33.33, "six", 71.43));
        assertThat(predicted("revelation-principle").values()).containsOnly(60.0);
        Map<String, Double> weak = predicted("weak-bidders-fight");
        assertThat(weak.get("first-price")).isGreaterThan(weak.get("second-price"));
        Map<String, Double> optimal = predicted("optimal-auction");
        assertThat(optimal.get("optimal")).isGreaterThan(optimal.get("second-price"));
    }

    @Test
    void theWinnersCurseIsWhatTheTeacherIsTold() {
        assertThat(predicted("winners-curse"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("three", 42.28, "eight", 46.01));
        assertThat(plan("winners-curse").treatments().stream()
                        .map(treatment -> AskedGame.of(treatment).facts().toString()))
                .satisfiesExactly(
                        three -> assertThat(three).contains("-8.00"),
                        eight -> assertThat(eight).contains("-12.4"));
    }

    /** A buyer of value v expects v²/200 − 100/3, a seller of cost c (100 − c)²/200 + 50/3. */
    @Test
    void theBuyersWhoWouldRatherStayAwayAreThoseThatTheTeacherIsTold() {
        Plan plan = plan("taking-part");
        double[] sums = new double[2];
        long[] counts = new long[2];
        Plan long500 = PlanReader.read(
                        plan.source().replace("rounds: 8", "rounds: 500").replace("wanted: 24", "wanted: 200"))
                .orElseThrow();
        Strategy bots = new EquilibriumStrategy();
        HeadlessSession.play(long500, SessionSeed.of(2), seat -> bots, 1, round -> {
            if (round.block() == 0) {
                round.outcomes().forEach(outcome -> {
                    for (int side = 0; side < 2; side++) {
                        var seat = outcome.seats().get(side);
                        sums[side] += (seat.units() * seat.valueTicks() - seat.paymentTicks()) / 100.0;
                        counts[side]++;
                    }
                });
            }
        });

        assertThat(counts[0]).isEqualTo(50_000);
        assertThat(sums[0] / counts[0]).isCloseTo(100 / 6.0 - 100 / 3.0, offset(0.5));
        assertThat(sums[1] / counts[1]).isCloseTo(100 / 6.0 + 50 / 3.0, offset(0.5));
        assertThat(Math.sqrt(200 * 100 / 3.0)).isCloseTo(81.65, offset(0.005));
    }
}
