package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rounds are paid, and what becomes of those who have lost too much. */
class PayTest {

    private static Plan plan(String... lines) {
        return PlanReader.read("""
                envelope: 1
                tick: 1
                treatments:
                  main: {mechanism: first_price, bidders: 2, values: [0, 100]}
                """ + String.join("\n", lines)).orElseThrow();
    }

    /** Everybody bids {@code ticks}. */
    private static HeadlessRun run(Plan plan, long ticks) {
        return HeadlessSession.record(plan, SessionSeed.of(3), seat -> (view, random) -> new Amount(ticks), 1);
    }

    private static PayView.Paid paid(SessionState state, int seat) {
        return state.snapshot(OptionalInt.of(seat), 0).pay().paid().orElseThrow();
    }

    private static List<List<Integer>> players(HeadlessRun run) {
        return run.events().stream()
                .filter(Event.RoundDealt.class::isInstance)
                .map(event -> ((Event.RoundDealt) event)
                        .markets().stream()
                                .flatMap(market -> market.seats().stream())
                                .map(Event.DealtSeat::seat)
                                .sorted()
                                .toList())
                .toList();
    }

    @Test
    void onlyDrawnRoundsArePaidAndOnlyAtTheEnd() {
        Plan plan = plan(
                "seats: 2",
                "rounds: 8",
                "paid_rounds: {random: 3}",
                "exchange_rate: 4",
                "show_up_fee: 2",
                "endowment: 10");
        Play play = new Play(plan).programs(2);
        assertThat(play.state.snapshot(OptionalInt.of(0), 0).pay())
                .isEqualTo(new PayView(plan.pay(), Optional.empty()));

        SessionState end = run(plan, 0).state();
        for (int seat = 0; seat < 2; seat++) {
            PayView.Paid paid = paid(end, seat);
            assertThat(paid.rounds()).hasSize(3);
            assertThat(paid.ticks()).isLessThan(end.result(seat).orElseThrow().totalTicks());
            assertThat(paid.money())
                    .isEqualByComparingTo(BigDecimal.valueOf(10 + paid.ticks())
                            .divide(BigDecimal.valueOf(4))
                            .add(new BigDecimal(2)));
        }
        assertThat(paid(end, 0).rounds()).isNotEqualTo(paid(end, 1).rounds());
        assertThat(end.snapshot(OptionalInt.empty(), 0).pay().paid()).isEmpty();
    }

    @Test
    void practiceIsNeverPaid() {
        Plan plan = plan(
                "blocks: [{treatment: main, rounds: 30, practice: true}, {treatment: main, rounds: 2}]",
                "paid_rounds: {random: 2}");

        assertThat(paid(run(plan, 0).state(), 1).rounds()).containsExactly(31, 32);
    }

    @Test
    void liabilityIsLimitedWhereThePlanSaysSo() {
        Plan unlimited = plan("seats: 2", "rounds: 1", "show_up_fee: 5");
        Plan limited = plan("seats: 2", "rounds: 1", "show_up_fee: 5", "limited_liability: true");

        assertThat(List.of(
                        paid(run(unlimited, 100).state(), 0).money(),
                        paid(run(unlimited, 100).state(), 1).money()))
                .anySatisfy(money -> assertThat(money).isLessThan(new BigDecimal(5)));
        assertThat(List.of(
                        paid(run(limited, 100).state(), 0).money(),
                        paid(run(limited, 100).state(), 1).money()))
                .allSatisfy(money -> assertThat(money).isEqualByComparingTo("5"));
    }

    @Test
    void whoHasLostTooMuchSitsOutAndTheOthersPlayOn() {
        HeadlessRun run = run(plan("seats: 6", "rounds: 40", "bankruptcy: sit_out", "endowment: 20"), 60);

        List<List<Integer>> players = players(run);
        assertThat(players.get(0)).hasSize(6);
        assertThat(players.get(players.size() - 1)).hasSizeBetween(2, 5);
        for (int round = 1; round < players.size(); round++) {
            assertThat(players.get(round - 1).size())
                    .isGreaterThanOrEqualTo(players.get(round).size());
        }
        assertThat(run.state().phase()).isEqualTo(Phase.FINISHED);
        assertThat(fits(run)).isTrue();
    }

    /** Everybody is bankrupt sooner or later: then there is nobody left to match, and the session ends. */
    @Test
    void aSessionWithoutAMarketEnds() {
        HeadlessRun run = run(plan("seats: 4", "rounds: 1000", "bankruptcy: sit_out", "matching: partners"), 100);

        assertThat(players(run).size()).isLessThan(20);
        assertThat(run.state().phase()).isEqualTo(Phase.FINISHED);
        assertThat(fits(run)).isTrue();
    }

    /** The partners of one that has gone are matched with each other. */
    @Test
    void groupsThatLostNobodyStayTogether() {
        HeadlessRun run =
                run(plan("seats: 6", "rounds: 40", "bankruptcy: sit_out", "endowment: 20", "matching: partners"), 60);

        assertThat(players(run))
                .allSatisfy(seats -> assertThat(seats.size() % 2).isZero());
        assertThat(players(run).get(players(run).size() - 1)).hasSizeLessThan(6);
        assertThat(fits(run)).isTrue();
    }

    @Test
    void aBankruptcyMayEndTheSession() {
        HeadlessRun run = run(plan("seats: 4", "rounds: 40", "bankruptcy: stop", "endowment: 5"), 60);

        assertThat(players(run).size()).isLessThan(40);
        assertThat(run.state().phase()).isEqualTo(Phase.FINISHED);
        long owing = IntStream.range(0, 4)
                .filter(seat -> run.state().result(seat).orElseThrow().totalTicks() < -5)
                .count();
        assertThat(owing).isPositive();
        assertThat(fits(run)).isTrue();
        assertThat(players(run(plan("seats: 4", "rounds: 40", "endowment: 5"), 60)))
                .hasSize(40);
    }

    /** Nobody is told when a next round begins that never will. */
    @Test
    void afterABankruptcyThatEndsTheSessionNoNextRoundIsAnnounced() {
        Play play = new Play(plan("seats: 2", "rounds: 40", "bankruptcy: stop", "timing: {result: 7}")).persons(2);
        play.bid(0, value(play, 0));
        play.bid(1, value(play, 1)); // nobody gains or loses
        long next = play.state.wakeAt().orElseThrow() + 7_000;
        play.tickAt(next - 7_000);
        assertThat(play.last(Event.RoundSettled.class).nextRoundAtMillis()).hasValue(next);

        play.tickAt(next);
        play.bid(0, 100);
        play.bid(1, 100);
        play.tickAt(play.state.wakeAt().orElseThrow());
        assertThat(play.last(Event.RoundSettled.class).nextRoundAtMillis()).isEmpty();
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    private static long value(Play play, int seat) {
        return play.state
                .snapshot(OptionalInt.of(seat), play.now)
                .view()
                .orElseThrow()
                .valueTicks();
    }

    private static boolean fits(HeadlessRun run) {
        Rederivation derived =
                Rederivation.of((Event.SessionOpened) run.events().get(0), SessionSeed.of(3));
        return run.events().stream()
                .skip(1)
                .allMatch(event -> derived.next(event).isEmpty());
    }
}
