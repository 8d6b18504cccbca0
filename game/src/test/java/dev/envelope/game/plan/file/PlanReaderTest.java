package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    private static final String SHORT = """
            envelope: 1
            treatments:
              main: {mechanism: first_price, bidders: 4, values: [0, 100]}
            """;

    @Test
    void blocksThatSayTheSameAreToldApart() {
        Plan plan = PlanReader.read("""
                        envelope: 1
                        treatments:
                          main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                        blocks:
                          - {rounds: 2, draws: a}
                          - {rounds: 2, draws: a}
                        """).orElseThrow();

        assertThat(plan.blocks().get(0)).isEqualTo(plan.blocks().get(1));
        assertThat(plan.blockIndexOf(2)).isZero();
        assertThat(plan.blockIndexOf(3)).isEqualTo(1);
    }

    @Test
    void roundsCanCloseAtTheirDeadlineOnlyOrWhenTheInstructorSays() {
        assertThat(timing("{type: fixed, seconds: 30, result: 2}"))
                .isEqualTo(new Timing(OptionalLong.of(30_000), 5_000, 2_000, Timing.Closing.DEADLINE));
        assertThat(timing("fixed"))
                .isEqualTo(new Timing(OptionalLong.of(60_000), 5_000, 5_000, Timing.Closing.DEADLINE));
        assertThat(timing("instructor"))
                .isEqualTo(new Timing(OptionalLong.empty(), 5_000, 5_000, Timing.Closing.INSTRUCTOR));
        assertThat(timing("none")).isEqualTo(new Timing(OptionalLong.empty(), 5_000, 5_000));
    }

    private static Timing timing(String said) {
        return PlanReader.read("""
                        envelope: 1
                        timing: %s
                        treatments:
                          main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                        """.formatted(said))
                .orElseThrow()
                .treatments()
                .get(0)
                .timing();
    }

    @Test
    void perfectStrangersNeedEnoughSeats() {
        String plan = """
                envelope: 1
                matching: perfect_strangers
                seats: 9
                rounds: %d
                treatments:
                  main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                """;
        assertThat(PlanReader.read(plan.formatted(4))
                        .orElseThrow()
                        .treatments()
                        .get(0)
                        .matching())
                .isEqualTo(Matching.PERFECT_STRANGERS);
        assertThat(PlanReader.read(plan.formatted(5)).problems())
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "line 4, column 9: rounds: 5 rounds of main in which no two of 9 seats meet twice in groups of 3"
                                + " (expected: at most 4)");
    }

    @Test
    void whatWasFoundIsNotSaidToBeAllThereIsAndEveryBlockIsNamed() {
        assertThat(PlanReader.read("""
                envelope: 1
                matching: perfect_strangers
                seats: 18
                treatments:
                  three: {mechanism: first_price, bidders: 3, values: [0, 100]}
                  two: {mechanism: first_price, bidders: 2, values: [0, 100]}
                blocks:
                  - {treatment: three, rounds: 9}
                  - {treatment: two, rounds: 17}
                  - {treatment: two, rounds: 18}
                """).problems())
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "line 8, column 5: blocks[1]: 9 rounds of three in which no two of 18 seats meet twice in groups of 3"
                                + " (expected: at most 6, the most that were found; more than 8 there cannot be)",
                        "line 10, column 5: blocks[3]: 18 rounds of two in which no two of 18 seats meet twice in groups of 2"
                                + " (expected: at most 17)");
    }

    @Test
    void threeLinesAreAPlanWithDefaults() {
        Plan plan = PlanReader.read(SHORT).orElseThrow();
        Treatment treatment = plan.treatments().get(0);

        assertThat(plan.source()).isEqualTo(SHORT);
        assertThat(plan.tick()).isEqualByComparingTo("0.01");
        assertThat(plan.seats()).isEqualTo(new Seats(4, 4, Seats.Start.WHEN_FULL));
        assertThat(plan.rounds()).isEqualTo(10);
        assertThat(treatment.id()).isEqualTo("main");
        assertThat(treatment.matching()).isEqualTo(Matching.RANDOM_STRANGERS);
        assertThat(treatment.timing()).isEqualTo(Timing.DEFAULT);
        assertThat(treatment.reveal()).isEqualTo(Reveal.DEFAULT);
        assertThat(treatment.absent()).isEqualTo(AbsentRule.ABSTAIN);
        assertThat(treatment.ticks().minimum()).isZero();
        assertThat(treatment.ticks().maximum()).isEqualTo(10_000);
    }

    @Test
    void aTreatmentOverridesWhatThePlanSaysForAll() {
        Plan plan = PlanReader.read("""
                envelope: 1
                timing: {seconds: 1.5, grace: 0, result: 0.25}
                reveal: {after: own_rank, sealed_count: true}
                treatments:
                  a: {mechanism: vcg, bidders: 2, values: [0, 100], matching: partners, timing: none, reveal: nothing}
                  b: {mechanism: vcg, bidders: 2, values: [0, 100], absent: last_message}
                """).orElseThrow();

        Treatment a = plan.treatments().get(0);
        Treatment b = plan.treatments().get(1);
        assertThat(a.timing().openMillis()).isEmpty();
        assertThat(a.reveal()).isEqualTo(new Reveal(Reveal.After.NOTHING, true));
        assertThat(a.matching()).isEqualTo(Matching.PARTNERS);
        assertThat(b.timing()).isEqualTo(new Timing(OptionalLong.of(1_500), 0, 250));
        assertThat(b.reveal()).isEqualTo(new Reveal(Reveal.After.OWN_RANK, true));
        assertThat(b.absent()).isEqualTo(AbsentRule.LAST_MESSAGE);
    }

    @Test
    void allFormsOfRolesSayTheSame() {
        String start = "envelope: 1\ntreatments:\n  main:\n    mechanism: second_price\n    ";
        Plan counted = PlanReader.read(start + "bidders: 2\n    value_distribution: {type: uniform, lo: 0, hi: 9}\n")
                .orElseThrow();
        Plan listed = PlanReader.read(start + "bidders: [{count: 2, values: [0, 9]}]\n")
                .orElseThrow();
        Plan full = PlanReader.read(start
                        + "roles: [{name: bidder, side: bidder, count: 2, values: {type: uniform, lo: 0, hi: 9}}]\n")
                .orElseThrow();

        assertThat(listed.treatments()).isEqualTo(counted.treatments()).isEqualTo(full.treatments());
        assertThat(full.treatments().get(0).roles().get(0).values()).isEqualTo(DistributionSpec.uniform(0, 9));
    }

    @Test
    void theBuyerComesFirstWhateverTheOrderOfTheFile() {
        Plan plan = PlanReader.read("""
                envelope: 1
                treatments:
                  trade:
                    mechanism: k_double_auction
                    roles: [{side: seller, values: [-5, 80]}, {side: buyer, values: [20, 100]}]
                """).orElseThrow();

        Treatment trade = plan.treatments().get(0);
        assertThat(trade.roles()).extracting(r -> r.side()).containsExactly(Side.BUYER, Side.SELLER);
        assertThat(trade.ticks().minimum()).isEqualTo(-500);
        assertThat(trade.ticks().maximum()).isEqualTo(10_000);
    }

    @Test
    void blocksShareDrawsByLabelAndOtherwiseDrawForThemselves() {
        Plan plan = PlanReader.read(SHORT + """
                blocks:
                  - {rounds: 2, practice: true}
                  - {rounds: 3, draws: same}
                  - {treatment: main, rounds: 4, draws: same}
                  - {}
                """).orElseThrow();

        assertThat(plan.blocks()).extracting(b -> b.draws()).containsExactly("#1", "same", "same", "#4");
        assertThat(plan.blocks()).extracting(b -> b.practice()).containsExactly(true, false, false, false);
        assertThat(plan.blockOf(6)).isEqualTo(plan.blocks().get(2));
        assertThat(plan.rounds()).isEqualTo(19);
    }

    @Test
    void payAndInstructionsAreKept() {
        Plan plan = PlanReader.read(SHORT + """
                title: Hidden values
                instructions: |
                  Read *this*.
                exchange_rate: 20
                currency: EUR
                show_up_fee: 5.50
                endowment: 100
                seed: 7
                seats: {wanted: 12, minimum: 8}
                start: instructor
                """).orElseThrow();

        assertThat(plan.title()).isEqualTo("Hidden values");
        assertThat(plan.instructions()).isEqualTo("Read *this*.");
        assertThat(plan.pay().pointsPerUnit()).isEqualByComparingTo(BigDecimal.valueOf(20));
        assertThat(plan.pay().showUpFee()).isEqualByComparingTo("5.5");
        assertThat(plan.pay().endowment()).isEqualByComparingTo("100");
        assertThat(plan.seed()).contains("7");
        assertThat(plan.seats()).isEqualTo(new Seats(12, 8, Seats.Start.INSTRUCTOR));
    }

    @Test
    void aNullReserveIsNone() {
        Plan plan = PlanReader.read(SHORT.replace("first_price,", "{type: first_price, reserve: null},"))
                .orElseThrow();

        assertThat(plan.treatments().get(0).mechanism().parameters()).isEmpty();
    }
}
