package dev.envelope.game.session.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Groups that take in who is left over. */
class LargerGroupsTest {

    private static List<Integer> sizes(List<int[]> groups) {
        return groups.stream().map(group -> group.length).toList();
    }

    @Test
    void sizesAreAsEvenAsCanBe() {
        LargerGroups fours = new LargerGroups(4);

        assertThat(sizes(fours.cut(new int[3]))).isEmpty();
        assertThat(sizes(fours.cut(new int[4]))).containsExactly(4);
        assertThat(sizes(fours.cut(new int[7]))).containsExactly(7);
        assertThat(sizes(fours.cut(new int[8]))).containsExactly(4, 4);
        assertThat(sizes(fours.cut(new int[11]))).containsExactly(6, 5);
        assertThat(sizes(fours.cut(new int[23]))).containsExactly(5, 5, 5, 4, 4);
    }

    @Test
    void whoHasLostTheOthersJoinsTheSmallestGroup() {
        LargerGroups threes = new LargerGroups(3);
        List<int[]> groups = List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6}, new int[] {7, 8, 9});

        assertThat(threes.without(seat -> seat == 1, groups))
                .containsExactly(new int[] {0, 2, 3}, new int[] {4, 5, 6}, new int[] {7, 8, 9});
        assertThat(threes.without(seat -> seat == 8, groups))
                .containsExactly(new int[] {0, 1, 2, 3, 9}, new int[] {4, 5, 6, 7});
        assertThat(threes.without(seat -> seat == 5 || seat == 8, groups))
                .containsExactly(new int[] {0, 1, 2, 3}, new int[] {4, 6, 7, 9});
    }

    /** Whoever sits out, nobody else does while there are enough for a group, and no group could be two. */
    @Test
    void nobodyIsLeftOver() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 3_000; trial++) {
            int size = random.nextInt(2, 7);
            int seats = random.nextInt(1, 40);
            boolean[] out = new boolean[seats];
            int gone = random.nextInt(0, 4);
            for (int i = 0; i < gone * seats / 4; i++) {
                out[random.nextInt(seats)] = true;
            }
            LargerGroups larger = new LargerGroups(size);
            List<int[]> groups = larger.without(
                    seat -> out[seat], larger.cut(IntStream.range(0, seats).toArray()));

            int left =
                    (int) IntStream.range(0, seats).filter(seat -> !out[seat]).count();
            Set<Integer> playing = new TreeSet<>();
            groups.forEach(group -> Arrays.stream(group).forEach(playing::add));
            assertThat(groups).allSatisfy(group -> assertThat(group.length).isBetween(size, 2 * size - 1));
            assertThat(groups.stream().mapToInt(group -> group.length).sum()).isEqualTo(playing.size());
            assertThat(playing).hasSize(left >= size ? left : 0).allMatch(seat -> !out[seat]);
        }
    }

    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 10
            uneven: larger_group
            matching: random_strangers
            reveal: own_rank
            treatments:
              first: {mechanism: first_price, bidders: 4, values: [0, 100]}
              second: {mechanism: second_price, bidders: 3, values: [0, 100]}
            blocks:
              - {treatment: first, rounds: 6}
              - {treatment: second, rounds: 6}
            """).orElseThrow();

    /** Every seat is told of the game in its own group, and the group's outcome is that of all its members. */
    @Test
    void everyGroupPlaysTheGameOfItsSize() {
        List<SettledRound> rounds = new ArrayList<>();
        Map<String, Integer> views = new TreeMap<>();
        HeadlessRun run = HeadlessSession.play(
                PLAN,
                SessionSeed.of(11),
                seat -> (view, random) -> {
                    int bidders = view.roleSpec().count();
                    views.merge(view.treatment().id() + " " + bidders, 1, Integer::sum);
                    return new Amount(view.valueTicks() * (bidders - 1) / bidders);
                },
                1,
                rounds::add);

        assertThat(run.refusals()).isEmpty();
        assertThat(views).isEqualTo(Map.of("first-of-5 5", 60, "second-of-4 4", 6 * 4, "second 3", 6 * 6));
        for (SettledRound round : rounds) {
            round.outcomes().forEach(outcome -> {
                Treatment game = round.treatment(outcome.market());
                assertThat(game.marketSize()).isEqualTo(outcome.seats().size());
                long highest = outcome.seats().stream()
                        .mapToLong(SeatOutcome::valueTicks)
                        .max()
                        .orElseThrow();
                SeatOutcome winner = outcome.seats().stream()
                        .filter(seat -> seat.units() == 1)
                        .findFirst()
                        .orElseThrow();
                assertThat(winner.valueTicks()).isEqualTo(highest);
                if (game.id().equals("first-of-5")) {
                    assertThat((double) winner.paymentTicks()).isCloseTo(0.8 * highest, within(1.0));
                }
            });
        }
    }

    @Test
    void theRecordFollowsFromTheSeed() {
        HeadlessRun run =
                HeadlessSession.record(PLAN, SessionSeed.of(11), seat -> (view, random) -> new Amount(100), 1);
        Rederivation derived =
                Rederivation.of((Event.SessionOpened) run.events().get(0), SessionSeed.of(11));

        assertThat(run.events().stream().skip(1))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(derived.next(event)).isEmpty());
    }

    /** Half of them bid above their values and are bankrupt before long. */
    @Test
    void theOthersPlayOnWithoutThoseWhoAreBankrupt() {
        Plan plan = PlanReader.read(PLAN.source() + "bankruptcy: sit_out\n").orElseThrow();
        List<List<Integer>> sizes = new ArrayList<>();
        HeadlessRun run = HeadlessSession.play(
                plan,
                SessionSeed.of(5),
                seat -> (view, random) -> new Amount(
                        seat % 2 == 0 ? 0 : StrictMath.min(10_000, view.valueTicks() + view.round() % 4 + 1)),
                1,
                round -> sizes.add(round.outcomes().stream()
                        .map(outcome -> outcome.seats().size())
                        .toList()));

        assertThat(run.refusals()).isEmpty();
        assertThat(sizes.get(0)).containsExactly(5, 5);
        assertThat(sizes.subList(0, 6)).allSatisfy(of -> assertThat(of).allMatch(size -> size >= 4 && size < 8));
        assertThat(sizes.get(5).stream().mapToInt(size -> size).sum()).isBetween(5, 9);
    }

    @Test
    void partnersStayTogether() {
        Plan plan = PlanReader.read(PLAN.source().replace("random_strangers", "partners"))
                .orElseThrow();
        List<Set<Set<Integer>>> groups = new ArrayList<>();
        HeadlessSession.play(plan, SessionSeed.of(5), seat -> (view, random) -> new Amount(100), 1, round -> {
            Set<Set<Integer>> of = new HashSet<>();
            round.outcomes()
                    .forEach(outcome -> of.add(Set.copyOf(
                            outcome.seats().stream().map(SeatOutcome::seat).toList())));
            groups.add(of);
        });

        assertThat(groups.subList(0, 6)).containsOnly(groups.get(0));
        assertThat(groups.subList(6, 12)).containsOnly(groups.get(6));
        assertThat(groups.get(0)).hasSize(2);
        assertThat(groups.get(6)).hasSize(3);
    }
}
