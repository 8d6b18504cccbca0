package dev.envelope.game.session.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Listed groups, and who has which role. */
class MatchmakingTest {

    private static final String TRADE = "{mechanism: k_double_auction, buyer: [0, 100], seller: [0, 100]}";

    /** The groups of every round, seats in the order of the roles. */
    private static List<List<List<Integer>>> groups(String matching, int seats, String... lines) {
        HeadlessRun run = HeadlessSession.record(
                PlanReader.read("envelope: 1\nseats: " + seats + "\nmatching: " + matching + "\ntreatments:\n  main: "
                                + TRADE + "\n" + String.join("\n", lines))
                        .orElseThrow(),
                SessionSeed.of(3),
                seat -> (view, random) -> new Amount(view.role() == 0 ? 0 : 10_000),
                1);
        Rederivation derived =
                Rederivation.of((Event.SessionOpened) run.events().get(0), SessionSeed.of(3));
        assertThat(run.events().stream().skip(1))
                .allSatisfy(event -> assertThat(derived.next(event)).isEmpty());
        return run.events().stream()
                .filter(Event.RoundDealt.class::isInstance)
                .map(event -> ((Event.RoundDealt) event)
                        .markets().stream()
                                .map(market -> market.seats().stream()
                                        .map(Event.DealtSeat::seat)
                                        .toList())
                                .toList())
                .toList();
    }

    private static Set<Integer> buyers(List<List<Integer>> round) {
        Set<Integer> buyers = new TreeSet<>();
        round.forEach(group -> buyers.add(group.get(0)));
        return buyers;
    }

    private static Set<Set<Integer>> pairs(List<List<Integer>> round) {
        Set<Set<Integer>> pairs = new HashSet<>();
        round.forEach(group -> pairs.add(Set.copyOf(group)));
        return pairs;
    }

    @Test
    void listedGroupsArePlayedAsTheyAreListed() {
        String list = "{type: fixed_list, groups: [[[3, 0], [1, 2]], [[0, 1]]]}";

        assertThat(groups(list, 5, "rounds: 2"))
                .isEqualTo(List.of(List.of(List.of(3, 0), List.of(1, 2)), List.of(List.of(0, 1))));
    }

    @Test
    void oneListedRoundHoldsForAllAndRolesMayRotate() {
        String list = "{type: fixed_list, groups: [[[3, 0]]], roles: rotating}";

        assertThat(groups(list, 4, "rounds: 3"))
                .isEqualTo(List.of(List.of(List.of(3, 0)), List.of(List.of(0, 3)), List.of(List.of(3, 0))));
    }

    @Test
    void partnersRotate() {
        List<List<List<Integer>>> rounds = groups("{type: partners, roles: rotating}", 6, "rounds: 4");

        assertThat(pairs(rounds.get(1))).isEqualTo(pairs(rounds.get(0)));
        assertThat(buyers(rounds.get(1))).doesNotContainAnyElementsOf(buyers(rounds.get(0)));
        assertThat(rounds.get(2)).isEqualTo(rounds.get(0));
    }

    @Test
    void partnersMayDrawTheirRoles() {
        List<List<List<Integer>>> rounds = groups("{type: partners, roles: random}", 6, "rounds: 12");

        assertThat(rounds).allSatisfy(round -> assertThat(pairs(round)).isEqualTo(pairs(rounds.get(0))));
        assertThat(rounds.stream().map(MatchmakingTest::buyers).distinct().count())
                .isGreaterThan(2);
    }

    @Test
    void strangersMayKeepTheirRolesOrTakeTurns() {
        List<List<List<Integer>>> kept = groups("{type: random_strangers, roles: fixed}", 8, "rounds: 10");
        assertThat(kept).allSatisfy(round -> assertThat(buyers(round)).isEqualTo(buyers(kept.get(0))));
        assertThat(kept.stream().map(MatchmakingTest::pairs).distinct().count()).isGreaterThan(2);

        List<List<List<Integer>>> turns = groups("{type: random_strangers, roles: rotating}", 8, "rounds: 10");
        for (int round = 1; round < 10; round++) {
            assertThat(buyers(turns.get(round))).doesNotContainAnyElementsOf(buyers(turns.get(round - 1)));
        }
        assertThat(turns.stream().map(MatchmakingTest::pairs).distinct().count())
                .isGreaterThan(2);
    }

    /** Of seven, three pairs play and one waits: one of the larger class. */
    @Test
    void whoIsLeftOverTakesTurns() {
        List<List<List<Integer>>> rounds = groups("{type: random_strangers, roles: fixed}", 7, "rounds: 20");

        Set<Integer> played = new TreeSet<>();
        assertThat(rounds).allSatisfy(round -> assertThat(round).hasSize(3));
        rounds.forEach(round -> round.forEach(played::addAll));
        assertThat(played).hasSize(7);
        Set<Integer> buyers = new TreeSet<>();
        rounds.forEach(round -> buyers.addAll(buyers(round)));
        assertThat(buyers).hasSize(4);
    }

    @Test
    void regroupedPartnersKeepTheirRoles() {
        Regrouping regrouping = new Regrouping(List.of(0, 1));
        List<int[]> broken = List.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {4, 5});

        assertThat(regrouping.groups(broken, seat -> seat == 0 || seat == 3))
                .containsExactly(new int[] {2, 1}, new int[] {4, 5});
        assertThat(regrouping.groups(broken, seat -> seat == 0 || seat == 2 || seat == 4))
                .isEmpty();
        assertThat(new Regrouping(List.of(0, 0))
                        .groups(broken, seat -> seat == 0 || seat == 2 || seat == 4 || seat == 5))
                .containsExactly(new int[] {1, 3});
    }
}
