package dev.envelope.server.export;

import static dev.envelope.server.export.Unzipped.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.replay.Rederivation;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do, the tables say of totals and money what the session told them. */
class ExportAgreesTest {

    private static final int SESSIONS = 100;

    @ParameterizedTest
    @ValueSource(strings = {"", "consent: Do you agree?\n"})
    void totalsAndMoneyAreThoseOfTheSession(String forms) {
        for (int seed = 0; seed < SESSIONS; seed++) {
            new Run(new Random(seed), forms, "seed " + seed).check();
        }
    }

    private static final class Run {

        private final Random random;
        private final String name;
        private final List<Event> events = new ArrayList<>();
        private final Map<String, String> totals = new TreeMap<>();
        private SessionState state;
        private long now = 2_000;
        private int requests;
        private int keys;

        Run(Random random, String forms, String name) {
            this.random = random;
            String source = """
                    envelope: 1
                    seats: {wanted: 4, minimum: 3}
                    start: instructor
                    exchange_rate: 10
                    endowment: 30
                    show_up_fee: 2
                    late_arrivals: always
                    treatments:
                      main: {mechanism: all_pay, bidders: 3, values: [0, 100]}
                    blocks:
                      - {treatment: main, rounds: 1, practice: true}
                      - {treatment: main, rounds: 6}
                    """
                    + forms
                    + any("", "paid_rounds: {random: 2}\n", "paid_rounds: {last: 2}\n")
                    + any("", "bankruptcy: sit_out\n", "bankruptcy: stop\n")
                    + any("", "limited_liability: true\n")
                    + any("", "fill: truthful\n")
                    + any("", "uneven: bot\n", "uneven: larger_group\n")
                    + any(
                            "drop_outs: wait\n",
                            "drop_outs: {after: 60, plays: truthful}\n",
                            "drop_outs: {after: 60, missed: 2}\n")
                    + any("", "absent: {strategy: zero_intelligence}\n", "absent: last_message\n");
            this.name = name + "\n" + source;
            Plan plan = PlanReader.read(source).orElseThrow();
            Event.SessionOpened opening = SessionCore.open(1_000, plan, "HEADLESS", Played.SEED, false);
            events.add(opening);
            state = SessionState.opened(opening, Played.SEED);
        }

        private String any(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private void carryOut(Command command) {
            var decision = SessionCore.decide(state, command);
            for (Event event : decision.events()) {
                events.add(event);
                state = state.evolve(event);
                if (event instanceof Event.RoundSettled settled) {
                    for (int seat = 0; seat < state.seatNumbers(); seat++) {
                        totals.put(settled.round() + "/" + seat, points(state.totalTicks(seat)));
                    }
                }
            }
            assertThat(decision.state().phase()).isEqualTo(state.phase());
        }

        private String points(long ticks) {
            return state.plan().tick().multiply(BigDecimal.valueOf(ticks)).toPlainString();
        }

        private void step() {
            now += random.nextInt(3);
            int seat = random.nextInt(Math.max(1, state.seatNumbers()));
            Optional<Message> message = Optional.of(new Amount(100L * random.nextInt(60)));
            switch (random.nextInt(16)) {
                case 0 -> carryOut(new Command.TakeSeat(now, String.format("%064x", ++keys), random.nextInt(5) > 0));
                case 1 -> {
                    if (random.nextInt(3) == 0) {
                        carryOut(new Command.Remove(now, seat));
                    }
                }
                case 2 -> carryOut(new Command.Consent(now, seat, random.nextInt(4) > 0));
                case 3 -> carryOut(new Command.DropOut(now, seat));
                case 4 -> carryOut(new Command.GiveBack(now, seat));
                case 5 -> {
                    if (state.phase() == Phase.OPEN || state.phase() == Phase.LOBBY) {
                        carryOut(new Command.CloseRound(now));
                    }
                }
                case 6, 7 -> {
                    now = state.wakeAt().orElse(now);
                    carryOut(new Command.Tick(now));
                }
                case 8, 9 -> {
                    for (SessionState.Asked asked : state.asked()) {
                        carryOut(new Command.Reply(now, asked.seat(), state.round(), message));
                    }
                }
                default -> carryOut(new Command.Submit(now, seat, ++requests, state.round(), message.orElseThrow()));
            }
        }

        void check() {
            for (int i = 0; i < 6; i++) {
                carryOut(new Command.TakeSeat(now, String.format("%064x", ++keys), true));
            }
            for (int seat = 0; seat < state.seatNumbers(); seat++) {
                if (random.nextInt(4) > 0) {
                    carryOut(new Command.Consent(now, seat, true));
                }
            }
            for (int i = 0; i < 10; i++) {
                if (random.nextInt(4) == 0) {
                    step();
                }
            }
            carryOut(new Command.Start(now));
            if (state.phase() == Phase.LOBBY) {
                return;
            }
            for (int i = 0; i < 400 && state.phase() != Phase.FINISHED; i++) {
                step();
            }
            carryOut(new Command.End(now));
            for (int i = 0; i < 60 && state.phase() != Phase.FINISHED; i++) {
                if (state.phase() == Phase.OPEN) {
                    carryOut(new Command.CloseRound(now));
                }
                now = state.wakeAt().orElse(now);
                carryOut(new Command.Tick(now));
            }
            assertThat(state.phase()).as(name).isEqualTo(Phase.FINISHED);
            compare();
        }

        private void compare() {
            Rederivation again = Rederivation.of((Event.SessionOpened) events.get(0), Played.SEED);
            for (Event event : events.subList(1, events.size())) {
                assertThat(again.next(event)).as(name + event).isEmpty();
            }
            Unzipped export = Unzipped.of(events);
            for (Map<String, String> row : export.rows("long.csv")) {
                assertThat(cell(row, "total"))
                        .as(name + row)
                        .isEqualTo(totals.getOrDefault(cell(row, "round") + "/" + cell(row, "seat"), "0.00"));
            }
            for (Map<String, String> row : export.rows("payments.csv")) {
                int seat = Integer.parseInt(cell(row, "seat"));
                boolean filled = state.seat(seat).owner().keyHash().isEmpty();
                Optional<BigDecimal> told = filled || state.isFree(seat)
                        ? Optional.empty()
                        : state.pay(OptionalInt.of(seat)).paid().map(paid -> paid.money());
                assertThat(cell(row, "money"))
                        .as(name + row)
                        .isEqualTo(told.map(BigDecimal::toPlainString).orElse(""));
                assertThat(cell(row, "points")).as(name + row).isEqualTo(points(state.totalTicks(seat)));
            }
            Map<String, BigDecimal> sums = new TreeMap<>();
            for (Map<String, String> row : export.rows("long.csv")) {
                if (cell(row, "paid").equals("1")) {
                    sums.merge(cell(row, "participant"), new BigDecimal(cell(row, "payoff")), BigDecimal::add);
                }
            }
            for (Map<String, String> row : export.rows("payments.csv")) {
                if (!cell(row, "paid_points").isEmpty()) {
                    assertThat(new BigDecimal(cell(row, "paid_points")))
                            .as(name + row)
                            .isEqualByComparingTo(sums.getOrDefault(cell(row, "participant"), BigDecimal.ZERO));
                }
            }
            for (String[] table : new String[][] {
                {"wide.csv", "participant", "total"}, {"otree.csv", "participant.code", "participant.payoff"}
            }) {
                Map<String, String> across = new TreeMap<>();
                for (Map<String, String> row : export.rows(table[0])) {
                    across.put(cell(row, table[1]), cell(row, table[2]));
                }
                for (Map<String, String> row : export.rows("payments.csv")) {
                    assertThat(across.get(cell(row, "participant")))
                            .as(table[0] + name + row)
                            .isEqualTo(cell(row, "points"));
                }
            }
        }
    }
}
