package dev.envelope.server.export;

import static dev.envelope.server.export.Unzipped.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportedNumbersTest {

    @Test
    void everyNumberOfASessionIsFoundAgain() {
        Unzipped export = Unzipped.of(Played.PLAYED);
        List<Map<String, String>> rows = export.rows("long.csv");
        List<Map<String, String>> markets = export.rows("markets.csv");
        BigDecimal tick = Played.LARGER.tick();

        assertThat(rows).hasSize(7 * 10);
        for (Event event : Played.PLAYED) {
            if (event instanceof Event.RoundDealt dealt) {
                for (int market = 0; market < dealt.markets().size(); market++) {
                    for (Event.DealtSeat seat : dealt.markets().get(market).seats()) {
                        Map<String, String> row = row(rows, dealt.round(), seat.seat());
                        assertThat(row)
                                .containsEntry("market", String.valueOf(market + 1))
                                .containsEntry("value", points(tick, seat.valueTicks()));
                    }
                }
            } else if (event instanceof Event.RoundSettled settled) {
                for (int market = 0; market < settled.markets().size(); market++) {
                    check(settled, market, rows, markets, tick);
                }
            }
        }
        assertThat(rows).filteredOn(row -> cell(row, "value").isEmpty()).hasSize(10);
        assertThat(markets).hasSize(2 * 2 + 8 * 3);
    }

    private static void check(
            Event.RoundSettled settled,
            int market,
            List<Map<String, String>> rows,
            List<Map<String, String>> markets,
            BigDecimal tick) {
        Event.SettledMarket end = settled.markets().get(market);
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal gains = BigDecimal.ZERO;
        for (Event.SettledSeat seat : end.seats()) {
            Map<String, String> row = row(rows, settled.round(), seat.seat());
            assertThat(row)
                    .containsEntry("units", String.valueOf(seat.units()))
                    .containsEntry("payment", points(tick, seat.paymentTicks()));
            BigDecimal won = new BigDecimal(cell(row, "value")).multiply(new BigDecimal(cell(row, "units")));
            assertThat(new BigDecimal(cell(row, "payoff"))).isEqualByComparingTo(won.subtract(decimal(row, "payment")));
            revenue = revenue.add(decimal(row, "payment"));
            gains = gains.add(won);
        }
        int number = market + 1;
        Map<String, String> own = markets.stream()
                .filter(row -> cell(row, "round").equals(String.valueOf(settled.round()))
                        && cell(row, "market").equals(String.valueOf(number)))
                .findFirst()
                .orElseThrow();
        assertThat(decimal(own, "revenue")).isEqualByComparingTo(revenue);
        assertThat(decimal(own, "gains")).isEqualByComparingTo(gains);
        assertThat(cell(own, "price"))
                .isEqualTo(
                        end.priceTicks().isPresent()
                                ? points(tick, end.priceTicks().getAsLong())
                                : "");
    }

    @Test
    void totalsAndPaymentsAreTheSumsOfPayoffsThatCount() {
        Unzipped export = Unzipped.of(Played.PLAYED);
        List<Map<String, String>> rows = export.rows("long.csv");

        for (Map<String, String> paid : export.rows("payments.csv")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map<String, String> row : rows) {
                if (cell(row, "seat").equals(cell(paid, "seat"))) {
                    boolean counts = cell(row, "practice").equals("0")
                            && !cell(row, "payoff").isEmpty();
                    sum = sum.add(counts ? decimal(row, "payoff") : BigDecimal.ZERO);
                    assertThat(decimal(row, "total")).isEqualByComparingTo(sum);
                }
            }
            assertThat(decimal(paid, "points")).isEqualByComparingTo(sum);
        }
    }

    @Test
    void theWideTablesAreTheLongOneAcross() {
        Unzipped export = Unzipped.of(Played.PLAYED);
        List<Map<String, String>> wide = export.rows("wide.csv");
        List<Map<String, String>> otree = export.rows("otree.csv");

        assertThat(wide).hasSize(7);
        assertThat(otree).hasSize(7);
        for (Map<String, String> row : export.rows("long.csv")) {
            int seat = Integer.parseInt(cell(row, "seat"));
            String round = cell(row, "round");
            for (String column : List.of(
                    "market", "role", "value", "message", "by_default", "units", "payment", "price", "payoff")) {
                assertThat(wide.get(seat)).containsEntry(column + "_" + round, cell(row, column));
            }
            String app = "envelope." + round + ".";
            assertThat(otree.get(seat))
                    .containsEntry("participant.code", cell(row, "participant"))
                    .containsEntry(app + "player.id_in_group", cell(row, "agent"))
                    .containsEntry(app + "player.value", cell(row, "value"))
                    .containsEntry(app + "player.message", cell(row, "message"))
                    .containsEntry(app + "player.payment", cell(row, "payment"))
                    .containsEntry(app + "group.id_in_subsession", cell(row, "market"))
                    .containsEntry(app + "group.price", cell(row, "price"))
                    .containsEntry(app + "subsession.round_number", round)
                    .containsEntry(app + "subsession.treatment", cell(row, "treatment"));
        }
    }

    @Test
    void payoffsUnderTheNamesOfOtreeAddUp() {
        Unzipped export = Unzipped.of(Played.PLAYED);
        List<Map<String, String>> paid = export.rows("payments.csv");

        for (Map<String, String> row : export.rows("otree.csv")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int round = 1; round <= 10; round++) {
                sum = sum.add(decimal(row, "envelope." + round + ".player.payoff"));
            }
            int seat = Integer.parseInt(cell(row, "participant.id_in_session")) - 1;
            assertThat(decimal(row, "participant.payoff"))
                    .isEqualByComparingTo(sum)
                    .isEqualByComparingTo(decimal(paid.get(seat), "points"));
            assertThat(row).containsEntry("session.config.real_world_currency_per_point", "0.1428571429");
        }
    }

    /** A kept object is worth 40.005, half a tick more than 40: which is what a sale gains less than the winner's value. */
    @Test
    void gainsAreBeyondWhatKeepingTheObjectIsWorth() {
        BigDecimal kept = new BigDecimal("40.005");
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 6
                treatments:
                  main: {mechanism: {type: optimal, seller_value: 40.005}, bidders: 2, values: [0, 100]}
                rounds: 10
                """).orElseThrow();
        Unzipped export = Unzipped.of(
                HeadlessSession.record(plan, Played.SEED, seat -> (view, random) -> Report.of(view.valueTicks()), 1)
                        .events());
        List<Map<String, String>> rows = export.rows("long.csv");

        List<Map<String, String>> markets = export.rows("markets.csv");
        assertThat(markets).hasSize(30);
        assertThat(markets)
                .extracting(market -> cell(market, "winners").isEmpty())
                .contains(true, false);
        for (Map<String, String> market : markets) {
            BigDecimal realised = BigDecimal.ZERO;
            BigDecimal best = BigDecimal.ZERO;
            for (Map<String, String> row : rows) {
                if (cell(row, "round").equals(cell(market, "round"))
                        && cell(row, "market").equals(cell(market, "market"))) {
                    BigDecimal gained = decimal(row, "value").subtract(kept);
                    realised = cell(row, "units").equals("1") ? gained : realised;
                    best = best.max(gained);
                }
            }
            assertThat(decimal(market, "gains")).isEqualByComparingTo(realised);
            assertThat(decimal(market, "first_best_gains")).isEqualByComparingTo(best);
            assertThat(cell(market, "efficiency"))
                    .isEqualTo(best.signum() == 0 ? "" : realised.signum() == 0 ? "0.000000" : "1.000000");
        }
    }

    private static BigDecimal decimal(Map<String, String> row, String column) {
        return new BigDecimal(cell(row, column));
    }

    private static String points(BigDecimal tick, long ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks)).toPlainString();
    }

    private static Map<String, String> row(List<Map<String, String>> rows, int round, int seat) {
        return rows.stream()
                .filter(row -> cell(row, "round").equals(String.valueOf(round))
                        && cell(row, "seat").equals(String.valueOf(seat)))
                .findFirst()
                .orElseThrow();
    }
}
