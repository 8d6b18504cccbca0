package dev.envelope.lab.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 8
            treatments:
              first: {mechanism: first_price, bidders: 4, values: [0, 100]}
              trade:
                mechanism: {type: k_double_auction, k: 0.5}
                buyer: {type: uniform, lo: 0, hi: 100}
                seller: {type: uniform, lo: 0, hi: 100}
            blocks:
              - {treatment: first, rounds: 400}
              - {treatment: trade, rounds: 2000}
            """).orElseThrow();

    private static final Strategy TRUTH = (view, random) -> new Amount(view.valueTicks());

    private static List<Finding> findings(Strategy strategy) {
        return findings(PLAN, strategy);
    }

    @Test
    void truthfulBidsDifferFromTheEquilibriumWhereTheoryShadesThem() {
        List<Finding> findings = findings(TRUTH);

        assertThat(findings).extracting(Finding::verdict).containsExactly("differs", "differs");
        // The truthful first-price revenue is E[highest of four] = 80; trade at the first best is 100/6.
        assertThat(findings.get(0).observed().sample(Measure.REVENUE).mean()).isCloseTo(80, within(3.0));
        assertThat(findings.get(1).observed().sample(Measure.GAINS).mean()).isCloseTo(100 / 6.0, within(1.5));
        assertThat(findings)
                .allSatisfy(
                        finding -> assertThat(finding.observed().efficiency()).isEqualTo(1));
    }

    @Test
    void equilibriumBidsAgree() {
        Strategy equilibrium = (view, random) -> {
            double value = view.value();
            double bid = switch (view.roleSpec().side()) {
                case BIDDER -> 0.75 * value; // Krishna, chapter 2: (n−1)/n
                case BUYER -> value <= 25 ? value : 100 / 12.0 + 2 * value / 3; // Chatterjee and Samuelson
                case SELLER -> value >= 75 ? value : 25 + 2 * value / 3;
            };
            return new Amount(view.treatment().ticks().nearest(bid));
        };

        List<Finding> findings = findings(equilibrium);

        assertThat(findings).extracting(Finding::agrees).containsExactly(true, true);
        assertThat(findings.get(0).observed().markets()).isEqualTo(800);
        assertThat(findings.get(1).observed().rounds()).isEqualTo(2_000);
        assertThat(findings.get(1).predictedEfficiency()).hasValueCloseTo(27 / 32.0, within(1e-6));
    }

    /** Where payments stay among the seats, what is judged is the gains, for the house takes nothing whatever is played. */
    @Test
    void balancedMechanismsAreJudgedByTheGains() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 6
                treatments:
                  agv: {mechanism: agv, bidders: 2, values: [0, 100]}
                  balanced: {mechanism: balanced, bidders: 3, values: [0, 100]}
                  agv-trade: {mechanism: agv, buyer: [0, 100], seller: [0, 100]}
                  vcg-trade: {mechanism: vcg, buyer: [0, 100], seller: [0, 100]}
                  vcg: {mechanism: vcg, bidders: 2, values: [0, 100]}
                rounds: 400
                """).orElseThrow();
        List<Finding> truthful = findings(plan, (view, random) -> Report.of(view.valueTicks()));
        List<Finding> zealous = findings(plan, (view, random) -> Report.of(view.valueTicks() % 2 * 10_000));

        assertThat(truthful).allMatch(Finding::agrees);
        assertThat(truthful)
                .extracting(finding -> finding.observed().measure())
                .containsExactly(Measure.GAINS, Measure.GAINS, Measure.GAINS, Measure.REVENUE, Measure.REVENUE);
        assertThat(truthful)
                .allSatisfy(
                        finding -> assertThat(finding.observed().efficiency()).isEqualTo(1));
        // E[max of two] = 200/3 and of three = 75; trade gains 100/6, which is also what VCG trade costs the house.
        assertThat(truthful)
                .extracting(finding -> finding.comparison().orElseThrow().predicted())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(200 / 3.0, 75.0, 100 / 6.0, -100 / 6.0, 100 / 3.0);
        assertThat(zealous).extracting(Finding::verdict).containsOnly("differs");
        assertThat(zealous.get(0).observed().sample(Measure.REVENUE).mean()).isZero();
        assertThat(zealous.get(0).observed().sample(Measure.REVENUE).variance()).isZero();
    }

    @Test
    void nothingIsPredictedWhereABoundKeepsSomeTypeFromItsBid() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 2
                treatments:
                  bounded:
                    mechanism: first_price
                    bidders: 2
                    values: [0, 1]
                    messages: {maximum: 0.3}
                rounds: 5
                """).orElseThrow();
        Finding finding = findings(plan, (view, random) -> new Amount(10)).get(0);

        assertThat(finding.verdict()).isEqualTo("no prediction");
        assertThat(finding.note()).startsWith("messages.maximum 0.3: without bounds a bidder of type 1.0 sends 0.5");
    }

    /** Of eleven seats in groups of three one group has three and two have four. */
    @Test
    void everySizeOfAGroupIsJudgedByItsOwnEquilibrium() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 11
                uneven: larger_group
                treatments:
                  main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                rounds: 1000
                """).orElseThrow();
        List<Finding> findings = findings(plan, (view, random) -> {
            int bidders = view.roleSpec().count();
            return new Amount(view.valueTicks() * (bidders - 1) / bidders);
        });

        assertThat(findings)
                .extracting(finding -> finding.observed().treatment().id() + " "
                        + finding.observed().markets())
                .containsExactly("main 1000", "main-of-4 2000");
        assertThat(findings).extracting(Finding::agrees).containsExactly(true, true);
        // (n−1)/(n+1), Krishna, chapter 2
        assertThat(findings)
                .extracting(finding -> finding.comparison().orElseThrow().predicted())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(50.0, 60.0);
    }

    /** Two values on [0, 100], kept for 50: sold from 75 on, which gains 100/6 of 500/24 (integrals of 2x over [0, 1]). */
    @Test
    void efficiencyIsOfGainsBeyondWhatKeepingTheObjectIsWorth() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 8
                treatments:
                  main: {mechanism: {type: optimal, seller_value: 50}, bidders: 2, values: [0, 100]}
                rounds: 1000
                """).orElseThrow();
        Finding finding =
                findings(plan, (view, random) -> Report.of(view.valueTicks())).get(0);

        SampleMoments gains = finding.observed().sample(Measure.GAINS);
        assertThat(finding.agrees()).isTrue();
        assertThat(finding.predictedEfficiency()).hasValueCloseTo(0.8, within(1e-9));
        assertThat(gains.mean()).isCloseTo(100 / 6.0, within(5 * gains.standardError()));
        assertThat(finding.observed().efficiency()).isCloseTo(0.8, within(0.02));
    }

    /** 60 for 50 gains 10 of 30; where 40 and 20 are the values, nothing can be gained; and 70 that is not sold to would have gained 20. */
    @Test
    void efficiencyOfARoundIsAsByHand() {
        Treatment treatment = PlanReader.read("""
                envelope: 1
                treatments:
                  main: {mechanism: {type: optimal, seller_value: 50}, bidders: 2, values: [0, 100]}
                """).orElseThrow().treatments().get(0);
        TreatmentStatistics observed = new TreatmentStatistics(treatment);

        observed.add(List.of(market(6_000, 1, 8_000), market(4_000, 0, 2_000), market(7_000, 0, 1_000)));
        assertThat(observed.sample(Measure.GAINS).mean()).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(observed.sample(Measure.REVENUE).mean()).isCloseTo(55 / 3.0, within(1e-12));
        assertThat(observed.efficiency()).isCloseTo(10 / 50.0, within(1e-12));
    }

    private static Outcome market(long value, int units, long other) {
        return new Outcome(
                0,
                List.of(new SeatOutcome(0, value, units, units * 5_500L), new SeatOutcome(1, other, 0, 0)),
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void practiceRoundsAreLeftOut() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 4
                treatments:
                  main: {mechanism: first_price, bidders: 2, values: [0, 100]}
                blocks:
                  - {treatment: main, rounds: 3, practice: true}
                  - {treatment: main, rounds: 5}
                """).orElseThrow();

        TreatmentStatistics observed = findings(plan, TRUTH).get(0).observed();

        assertThat(observed.rounds()).isEqualTo(5);
        assertThat(observed.markets()).isEqualTo(10);
    }

    private static List<Finding> findings(Plan plan, Strategy strategy) {
        Verification verification = new Verification(plan);
        HeadlessSession.play(plan, SessionSeed.of(1), seat -> strategy, 1, verification::add);
        return verification.findings();
    }

    @Test
    void recordedEventsGiveTheSameRoundsAsTheSessionItself() {
        List<SettledRound> told = new ArrayList<>();
        List<SettledRound> recorded = new ArrayList<>();
        HeadlessSession.play(PLAN, SessionSeed.of(1), seat -> TRUTH, 1, told::add);
        RecordedRounds reader = new RecordedRounds(PLAN, recorded::add);
        List<Event> events = HeadlessSession.record(PLAN, SessionSeed.of(1), seat -> TRUTH, 1)
                .events();
        events.forEach(reader);

        assertThat(recorded).hasSize(2_400).isEqualTo(told);
    }

    @Test
    void tableHasARowForEachTreatment() {
        List<String> lines = FindingsTable.lines(findings(TRUTH));

        assertThat(lines.get(0)).contains("observed", "± s.e.", "predicted", "efficiency");
        assertThat(lines.get(1))
                .startsWith("first")
                .contains("revenue", "60.000")
                .endsWith("differs");
        assertThat(lines.get(2))
                .startsWith("trade")
                .contains("gains from trade", "14.063")
                .endsWith("differs");
    }
}
