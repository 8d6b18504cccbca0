package dev.envelope.game.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.game.session.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanUnderTest {

    private static final Plan PLAYED = PlanReader.read("""
            envelope: 1
            title: "Played: once"
            tick: 0.05
            seats: {wanted: 12, minimum: 4}
            start: instructor
            rounds: 3
            absent: abstain
            treatments:
              shading: &game
                mechanism: {type: first_price, reserve: 10}
                bidders: 3
                values: {type: power, a: 2, lo: 0, hi: 100}
                messages: {minimum: 0, maximum: 90}
              mixed:
                mechanism: all_pay
                bidders:
                  - {name: strong, count: 1, values: [0, 150]}
                  - {name: weak, count: 2, values: [0, 50]}
                matching: partners
              again: *game
            blocks:
              - {treatment: shading, draws: same}
              - {treatment: mixed, draws: same}
              - {treatment: again, practice: true}
            """).orElseThrow();

    private static Plan under(String mechanism) {
        return PlanUnder.of(PLAYED, mechanism).orElseThrow();
    }

    private static List<Event.RoundDealt> deals(Plan plan) {
        SessionSeed seed = SessionSeed.of(3);
        return HeadlessSession.record(plan, seed, seat -> (view, random) -> new Amount(0), 1).events().stream()
                .filter(Event.RoundDealt.class::isInstance)
                .map(Event.RoundDealt.class::cast)
                .toList();
    }

    private static List<List<Event.DealtMarket>> markets(Plan plan) {
        return deals(plan).stream().map(Event.RoundDealt::markets).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"second_price", "second-price", "vcg", "{type: second_price, reserve: 20}", "all_pay"})
    void everyRoundDealsTheSameGroupsAndValues(String mechanism) {
        assertThat(markets(under(mechanism))).hasSize(9).isEqualTo(markets(under("{type: first_price, reserve: 10}")));
    }

    @Test
    void everyTreatmentHasTheOtherMechanism() {
        Plan other = under("{type: second_price, reserve: 20}");

        assertThat(other.treatments()).extracting(Treatment::id).containsExactly("shading", "mixed", "again");
        assertThat(other.treatments()).allSatisfy(treatment -> {
            assertThat(treatment.mechanism().type()).isEqualTo(MechanismType.SECOND_PRICE);
            assertThat(treatment.mechanism().parameter("reserve", 0)).isEqualTo(20);
        });
        assertThat(other.title()).isEqualTo(PLAYED.title());
        assertThat(other.tick()).isEqualByComparingTo(PLAYED.tick());
        assertThat(other.seats()).isEqualTo(PLAYED.seats());
        assertThat(other.treatments().get(0).ticks().maximum()).isEqualTo(1_800); // bids stay within the same bounds
    }

    @Test
    void theMissingCountAsTheOtherMechanismHasIt() {
        assertThat(under("agv").treatments())
                .extracting(treatment -> treatment.absent().toString())
                .containsOnly("LEAST_INTEREST");
    }

    @Test
    void whatOnlyTheMechanismThatWasPlayedHasForTheMissingIsLeftOut() {
        Plan agv = PlanReader.read("""
                        envelope: 1
                        title: Expected externalities
                        seats: 6
                        rounds: 1
                        treatments:
                          agv: {mechanism: agv, bidders: 3, values: [0, 100]}
                        """).orElseThrow();

        for (String other : List.of("first_price", "second_price", "all_pay")) {
            assertThat(PlanUnder.of(agv, other).orElseThrow().treatments())
                    .extracting(treatment -> treatment.absent().toString())
                    .containsExactly("ABSTAIN");
        }
    }

    @Test
    void groupsMayBeAsLargeAsTheyWere() {
        Plan played = PlanReader.read("""
                        envelope: 1
                        seats: 7
                        rounds: 4
                        uneven: larger_group
                        treatments:
                          main: {mechanism: first_price, bidders: 3, values: [0, 100]}
                        """).orElseThrow();

        assertThat(markets(PlanUnder.of(played, "second_price").orElseThrow()))
                .hasSize(4)
                .isEqualTo(markets(played));
    }

    /** Bids in a third-price auction may exceed values by as much as its plan says. */
    @Test
    void underItsOwnMechanismBidsStayWithinTheSameBounds() {
        Plan played = PlanReader.read("""
                        envelope: 1
                        seats: 3
                        treatments:
                          main: {mechanism: third_price, bidders: 3, values: [0, 100], messages: {maximum: 400}}
                        """).orElseThrow();

        assertThat(PlanUnder.of(played, "third_price").orElseThrow().treatments())
                .isEqualTo(played.treatments());
    }

    @Test
    void whatDoesNotFitIsSaidInTheWordsOfThePlan() {
        assertThat(problems("k_double_auction")).anyMatch(line -> line.contains("3 bidders in k_double_auction"));
        assertThat(problems("secnd_price")).anyMatch(line -> line.contains("did you mean second_price"));
        assertThat(problems("{type: second_price, reserve")).isNotEmpty();
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("third_price")).anyMatch(line -> line.contains("treatments.mixed.messages: missing"));
    }

    private static List<String> problems(String mechanism) {
        PlanReading reading = PlanUnder.of(PLAYED, mechanism);
        return reading.problems().stream()
                .map((PlanProblem problem) -> problem.in("plan"))
                .toList();
    }
}
