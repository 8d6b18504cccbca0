package dev.envelope.server.export;

import static dev.envelope.server.export.Unzipped.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A session of three seats: seat 0 is a person's throughout; seat 1 a person's who drops out after round 1, is played by a strategy in
 * round 2, gets no answer of it in round 3 and is back in round 4; seat 2 a bot's, until a latecomer takes it in round 3 after the bot
 * has answered.
 */
class StandInsExportTest {

    private static final String SOURCE = """
            envelope: 1
            seats: {wanted: 3, minimum: 1}
            start: instructor
            rounds: 4
            fill: truthful
            late_arrivals: always
            drop_outs: {after: 60, plays: "shading:0.5"}
            treatments:
              main: {mechanism: first_price, bidders: 3, values: [0, 100]}
            exchange_rate: 10
            currency: EUR
            """;

    private final List<Event> events = new ArrayList<>();
    private SessionState state = opened(SOURCE);
    private long now;
    private long requests;

    private SessionState opened(String source) {
        Plan plan = PlanReader.read(source).orElseThrow();
        events.clear();
        now = 2_000;
        Event.SessionOpened opening = SessionCore.open(1_000, plan, "HEADLESS", Played.SEED, false);
        events.add(opening);
        return SessionState.opened(opening, Played.SEED);
    }

    @BeforeEach
    void play() {
        take(0);
        take(1);
        carryOut(new Command.Start(now));
        bid(0, 1_000);
        bid(1, 2_000);
        reply(2, 3_000);
        next();

        carryOut(new Command.DropOut(now, 1));
        bid(0, 1_000);
        reply(1, 3_000);
        reply(2, 20);
        next();

        bid(0, 1_000);
        carryOut(new Command.Reply(now, 1, 3, Optional.empty()));
        reply(2, 30);
        take(2);
        next();

        take(1);
        bid(0, 1_000);
        bid(1, 4_000);
        bid(2, 5_000);
        next();
    }

    private void carryOut(Command command) {
        var decision = SessionCore.decide(state, command);
        assertThat(decision.answer()).isNotInstanceOf(Answer.Refused.class);
        events.addAll(decision.events());
        state = decision.state();
    }

    private void take(int key) {
        carryOut(new Command.TakeSeat(now, ("a" + key).repeat(32), true));
    }

    private void bid(int seat, long ticks) {
        carryOut(new Command.Submit(now, seat, ++requests, state.round(), new Amount(ticks)));
    }

    private void reply(int seat, long ticks) {
        carryOut(new Command.Reply(now, seat, state.round(), Optional.of(new Amount(ticks))));
    }

    /** Closes the round, and begins the next one. */
    private void next() {
        carryOut(new Command.CloseRound(now));
        now = state.wakeAt().orElse(now);
        carryOut(new Command.Tick(now));
    }

    @Test
    void aRoundIsOfWhoHadTheSeatInIt() {
        Unzipped export = Unzipped.of(events);
        List<Map<String, String>> rows = export.rows("long.csv");
        List<Map<String, String>> sheet = export.rows("payments.csv");
        String latecomer = cell(sheet.get(2), "participant");

        assertThat(rows)
                .filteredOn(row -> cell(row, "seat").equals("2"))
                .extracting(
                        row -> cell(row, "person"),
                        row -> cell(row, "participant").equals(latecomer),
                        row -> cell(row, "paid"))
                .containsExactly(
                        tuple("0", false, "0"), tuple("0", false, "0"), tuple("1", true, "1"), tuple("1", true, "1"));
        assertThat(rows)
                .filteredOn(row -> !cell(row, "seat").equals("2"))
                .allSatisfy(row -> assertThat(row).containsEntry("person", "1").containsEntry("paid", "1"));
        Set<String> pseudonyms = new HashSet<>();
        rows.forEach(row -> pseudonyms.add(cell(row, "participant")));
        assertThat(pseudonyms).hasSize(4).allMatch(name -> name.matches("[a-z]{10}"));
        assertThat(export.rows("messages.csv"))
                .filteredOn(row -> cell(row, "seat").equals("2"))
                .extracting(row -> cell(row, "participant"))
                .containsExactly(latecomer);
    }

    @Test
    void whatOneIsPaidIsTheSumOfTheRoundsUnderItsPseudonym() {
        Unzipped export = Unzipped.of(events);
        Map<String, BigDecimal> payoffs = new HashMap<>();
        for (Map<String, String> row : export.rows("long.csv")) {
            payoffs.merge(cell(row, "participant"), new BigDecimal(cell(row, "payoff")), BigDecimal::add);
            assertThat(new BigDecimal(cell(row, "total")))
                    .isEqualByComparingTo(payoffs.getOrDefault(cell(row, "participant"), BigDecimal.ZERO));
        }

        List<Map<String, String>> sheet = export.rows("payments.csv");
        assertThat(sheet).hasSize(3);
        for (int seat = 0; seat < 3; seat++) {
            Map<String, String> paid = sheet.get(seat);
            BigDecimal points = new BigDecimal(cell(paid, "points"));
            var told = state.snapshot(OptionalInt.of(seat), 0).pay().paid().orElseThrow();
            assertThat(points).isEqualByComparingTo(payoffs.get(cell(paid, "participant")));
            assertThat(new BigDecimal(cell(paid, "paid_points"))).isEqualByComparingTo(points);
            assertThat(new BigDecimal(cell(paid, "money"))).isEqualByComparingTo(told.money());
        }
    }

    @Test
    void theLongTableTellsWhichStrategyAnswered() {
        Unzipped export = Unzipped.of(events);

        assertThat(export.rows("long.csv"))
                .extracting(
                        row -> cell(row, "round") + " " + cell(row, "seat"),
                        row -> cell(row, "message"),
                        row -> cell(row, "by_default"),
                        row -> cell(row, "stand_in"))
                .containsExactly(
                        tuple("1 0", "10.00", "0", ""),
                        tuple("1 1", "20.00", "0", ""),
                        tuple("1 2", "30.00", "1", "truthful"),
                        tuple("2 0", "10.00", "0", ""),
                        tuple("2 1", "30.00", "1", "shading:0.5"),
                        tuple("2 2", "0.20", "1", "truthful"),
                        tuple("3 0", "10.00", "0", ""),
                        tuple("3 1", "", "1", ""),
                        tuple("3 2", "0.30", "1", "truthful"),
                        tuple("4 0", "10.00", "0", ""),
                        tuple("4 1", "40.00", "0", ""),
                        tuple("4 2", "50.00", "0", ""));
        assertThat(export.rows("dictionary.csv"))
                .filteredOn(row -> cell(row, "column").contains("by_default"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(cell(row, "meaning")).contains("stand-in"));
    }

    @Test
    void theWideTablesHaveALineForTheBotAndOneForTheLatecomer() {
        Unzipped export = Unzipped.of(events);
        List<Map<String, String>> wide = export.rows("wide.csv");
        List<Map<String, String>> otree = export.rows("otree.csv");

        assertThat(wide)
                .extracting(row -> cell(row, "seat"), row -> cell(row, "person"))
                .containsExactly(tuple("0", "1"), tuple("1", "1"), tuple("2", "0"), tuple("2", "1"));
        assertThat(otree)
                .extracting(row -> cell(row, "participant.id_in_session"), row -> cell(row, "participant._is_bot"))
                .containsExactly(tuple("1", "0"), tuple("2", "0"), tuple("3", "1"), tuple("3", "0"));
        for (Map<String, String> row : export.rows("long.csv")) {
            String own = cell(row, "participant");
            String round = cell(row, "round");
            for (int line = 0; line < 4; line++) {
                boolean isOwn = cell(wide.get(line), "participant").equals(own);
                boolean isOther = cell(wide.get(line), "seat").equals(cell(row, "seat")) && !isOwn;
                if (isOwn) {
                    assertThat(wide.get(line))
                            .containsEntry("payoff_" + round, cell(row, "payoff"))
                            .containsEntry("message_" + round, cell(row, "message"))
                            .containsEntry("stand_in_" + round, cell(row, "stand_in"));
                    assertThat(otree.get(line))
                            .containsEntry("participant.code", own)
                            .containsEntry("envelope." + round + ".player.payoff", cell(row, "payoff"))
                            .containsEntry("envelope." + round + ".player.stand_in", cell(row, "stand_in"));
                } else if (isOther) {
                    assertThat(wide.get(line)).containsEntry("payoff_" + round, "");
                    assertThat(otree.get(line))
                            .containsEntry("envelope." + round + ".player.payoff", "0.00")
                            .containsEntry("envelope." + round + ".player.value", "");
                }
            }
        }
        assertThat(wide.get(2)).containsEntry("paid_points", "");
        for (int line = 0; line < 4; line++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int round = 1; round <= 4; round++) {
                sum = sum.add(new BigDecimal(cell(otree.get(line), "envelope." + round + ".player.payoff")));
            }
            assertThat(new BigDecimal(cell(otree.get(line), "participant.payoff")))
                    .isEqualByComparingTo(sum);
            assertThat(new BigDecimal(cell(wide.get(line), "total"))).isEqualByComparingTo(sum);
        }
    }

    /** What a bot has played is not its who came in the round in progress, of which nothing leaves. */
    @Test
    void whoCameInTheRoundInProgressIsNotThereYet() {
        int taken = events.size();
        while (!(events.get(taken - 1) instanceof Event.SeatTaken late && late.seat() == 2)) {
            taken--;
        }
        Unzipped export = Unzipped.of(Unzipped.zip(events.subList(0, taken), true, Map.of(0, "Ann", 2, "Late")));

        assertThat(export.rows("payments.csv").get(2))
                .containsEntry("person", "0")
                .containsEntry("money", "")
                .containsEntry("participant", cell(export.rows("long.csv").get(2), "participant"));
        assertThat(export.rows("names.csv")).hasSize(1);
        assertThat(Unzipped.of(events).rows("wide.csv").get(2))
                .containsEntry("participant", cell(export.rows("wide.csv").get(2), "participant"));
    }

    @Test
    void ofABotsRoundsNoneIsAmongTheDrawnOnes() {
        state = opened(SOURCE + "paid_rounds: {random: 3}\n");
        play();
        Unzipped export = Unzipped.of(events);

        Map<String, String> sheet = export.rows("payments.csv").get(2);
        assertThat(sheet).containsEntry("paid_rounds", "3 4").containsEntry("paid_points", cell(sheet, "points"));
        assertThat(export.rows("long.csv"))
                .filteredOn(row -> cell(row, "seat").equals("2"))
                .extracting(row -> cell(row, "paid"))
                .containsExactly("0", "0", "1", "1");
    }

    @Test
    void afterItsOwnerIsRemovedASeatIsPlayedByAStandInAndForNobody() {
        for (String paid : List.of("", "paid_rounds: {random: 3}\n")) {
            state = opened(SOURCE + paid);
            take(0);
            take(1);
            carryOut(new Command.Start(now));
            bid(0, 0);
            bid(1, 10);
            reply(2, 0);
            next();
            carryOut(new Command.Remove(now, 1));
            for (int round = 2; round <= 4; round++) {
                bid(0, 0);
                reply(1, 10);
                reply(2, 0);
                next();
            }

            Unzipped export = Unzipped.of(events);
            Map<String, String> sheet = export.rows("payments.csv").get(1);
            List<Map<String, String>> rows = export.rows("long.csv").stream()
                    .filter(row -> cell(row, "seat").equals("1"))
                    .toList();
            assertThat(rows)
                    .extracting(
                            row -> cell(row, "participant").equals(cell(sheet, "participant")),
                            row -> cell(row, "person"),
                            row -> cell(row, "by_default"),
                            row -> cell(row, "stand_in"),
                            row -> cell(row, "paid"),
                            row -> cell(row, "total"))
                    .containsExactly(
                            tuple(true, "1", "0", "", "1", cell(sheet, "points")),
                            tuple(false, "", "1", "shading:0.5", "0", cell(sheet, "points")),
                            tuple(false, "", "1", "shading:0.5", "0", cell(sheet, "points")),
                            tuple(false, "", "1", "shading:0.5", "0", cell(sheet, "points")));
            assertThat(rows).allMatch(row -> new BigDecimal(cell(row, "payoff")).signum() > 0);
            assertThat(sheet)
                    .containsEntry("points", cell(rows.get(0), "payoff"))
                    .containsEntry("paid_points", cell(rows.get(0), "payoff"))
                    .containsEntry("paid_rounds", paid.isEmpty() ? "" : "1");
            assertThat(new BigDecimal(cell(sheet, "money")))
                    .isEqualByComparingTo(
                            state.pay(OptionalInt.of(1)).paid().orElseThrow().money());
            assertThat(export.rows("wide.csv"))
                    .filteredOn(row -> cell(row, "seat").equals("1"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("total", cell(sheet, "points"))
                            .containsEntry("payoff_2", ""));
        }
    }

    @Test
    void theStrategyForTheMissingIsNamedWhereItsAnswerCounted() {
        state = opened(SOURCE.replace("fill: truthful", "absent: {strategy: zero_intelligence}")
                .replace("minimum: 1", "minimum: 3"));
        take(0);
        take(1);
        take(2);
        carryOut(new Command.Start(now));
        reply(0, 700);
        reply(1, 800);
        bid(1, 900);
        next();

        assertThat(Unzipped.of(events).rows("long.csv"))
                .extracting(row -> cell(row, "message"), row -> cell(row, "by_default"), row -> cell(row, "stand_in"))
                .containsExactly(tuple("7.00", "1", "zero_intelligence"), tuple("9.00", "0", ""), tuple("", "1", ""));
    }
}
