package dev.envelope.server.export;

import static dev.envelope.server.export.Unzipped.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.headless.HeadlessRun;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.PayView;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaidRoundsExportTest {

    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 5
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            blocks: [{treatment: main, rounds: 2, practice: true}, {treatment: main, rounds: 9}]
            paid_rounds: {random: 3}
            exchange_rate: 7
            show_up_fee: 2.5
            currency: EUR
            """).orElseThrow();
    private static final HeadlessRun RUN =
            HeadlessSession.record(PLAN, Played.SEED, seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1);

    @Test
    void thePaymentSheetHasWhatEverySeatWasTold() {
        Unzipped export = Unzipped.of(RUN.events());
        List<Map<String, String>> rows = export.rows("long.csv");

        for (Map<String, String> sheet : export.rows("payments.csv")) {
            int seat = Integer.parseInt(cell(sheet, "seat"));
            PayView.Paid told =
                    RUN.state().snapshot(OptionalInt.of(seat), 0).pay().paid().orElseThrow();
            assertThat(Arrays.stream(cell(sheet, "paid_rounds").split(" ")).map(Integer::parseInt))
                    .containsExactlyElementsOf(told.rounds());
            assertThat(new BigDecimal(cell(sheet, "money"))).isEqualByComparingTo(told.money());
            List<Map<String, String>> paid = rows.stream()
                    .filter(row -> cell(row, "seat").equals(cell(sheet, "seat")))
                    .filter(row -> cell(row, "paid").equals("1"))
                    .toList();
            assertThat(paid.stream().map(row -> Integer.parseInt(cell(row, "round"))))
                    .containsExactlyElementsOf(told.rounds());
            BigDecimal sum = paid.stream()
                    .map(row -> new BigDecimal(cell(row, "payoff")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(cell(sheet, "paid_points"))).isEqualByComparingTo(sum);
            assertThat(export.rows("wide.csv").get(seat)).containsEntry("paid_points", cell(sheet, "paid_points"));
        }
        assertThat(rows.stream().collect(Collectors.groupingBy(row -> cell(row, "paid"), Collectors.counting())))
                .containsEntry("1", 15L)
                .containsEntry("", 11L)
                .containsEntry("0", 55L - 15 - 11);
    }

    @Test
    void whatIsPaidIsOpenUntilTheSessionHasFinished() {
        List<Event> cut = RUN.events().stream()
                .filter(event -> !(event instanceof Event.SessionFinished))
                .toList();
        Unzipped export = Unzipped.of(cut);

        assertThat(export.rows("payments.csv")).allSatisfy(sheet -> {
            assertThat(sheet)
                    .containsEntry("paid_rounds", "")
                    .containsEntry("paid_points", "")
                    .containsEntry("money", "");
            assertThat(cell(sheet, "points")).isNotEmpty();
        });
        assertThat(export.rows("long.csv"))
                .filteredOn(row -> cell(row, "practice").equals("0"))
                .allSatisfy(row -> assertThat(row).containsEntry("paid", ""));
    }
}
