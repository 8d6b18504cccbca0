package dev.envelope.game.headless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameDrawsTest {

    /** Everybody bids 50.00, so that all ties are broken by lot; one of seven sits out. */
    private static List<Event> played(String matching) {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 7
                rounds: 2
                matching: MATCHING
                treatments:
                  one: {mechanism: first_price, bidders: 2, values: [60, 100]}
                  other: {mechanism: second_price, bidders: 2, values: [60, 100]}
                blocks:
                  - {treatment: one, draws: same}
                  - {treatment: other, draws: same}
                  - {treatment: other}
                """.replace("MATCHING", matching)).orElseThrow();
        return HeadlessSession.record(plan, SessionSeed.of(5), seat -> (view, random) -> new Amount(5_000), 1)
                .events();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random_strangers", "partners", "perfect_strangers"})
    void blocksOfOneLabelHaveTheSameValuesGroupsRolesAndTies(String matching) {
        List<Event> events = played(matching);
        List<List<Event.DealtMarket>> dealt = events.stream()
                .filter(Event.RoundDealt.class::isInstance)
                .map(event -> ((Event.RoundDealt) event).markets())
                .toList();
        List<List<Integer>> units = events.stream()
                .filter(Event.RoundSettled.class::isInstance)
                .map(event -> ((Event.RoundSettled) event)
                        .markets().stream()
                                .flatMap(market -> market.seats().stream().map(Event.SettledSeat::units))
                                .toList())
                .toList();

        assertThat(dealt.subList(2, 4)).isEqualTo(dealt.subList(0, 2));
        assertThat(units.subList(2, 4)).isEqualTo(units.subList(0, 2));
        assertThat(dealt.subList(4, 6)).isNotEqualTo(dealt.subList(0, 2));
    }
}
