package dev.envelope.server.export.table;

import dev.envelope.game.market.MarketGains;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Points;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** A row per market and round. */
public final class MarketsTable implements Table {

    private static final int EFFICIENCY_DECIMALS = 6;

    private static final List<Column> COLUMNS = RoundCells.between(
            List.of(Column.session()),
            List.of(
                    Column.integer("market", "", "the market's number in the round, from 1"),
                    Column.integer("seats", "", "how many seats it has"),
                    Column.text("winners", "the seats that received a unit, with blanks between"),
                    Column.text("sellers", "the seats that gave one up, with blanks between"),
                    Column.points("price", "the market's price; empty where it has none or nothing was traded"),
                    Column.points("revenue", "the sum of all payments: what the house keeps; negative when it pays in"),
                    Column.points(
                            "gains",
                            "the sum of units × value over its seats, less what a sold object is worth to a house that has a seller_value: what was gained, before payments"),
                    Column.points("first_best_gains", "the most that could have been gained at these values"),
                    new Column(
                            "efficiency",
                            Column.Type.DECIMAL,
                            "",
                            "gains ÷ first_best_gains, rounded half up to six decimals; empty where nothing could be gained"),
                    Column.text(
                            "voided", "why the market is void: nothing changed hands; empty for a regular outcome")));

    private final Facts facts;
    private final Points points;

    /** The table of the session with these {@code facts}. */
    public MarketsTable(Facts facts) {
        this.facts = facts;
        this.points = facts.points();
    }

    @Override
    public String file() {
        return "markets.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void round(ExportedRound round, Csv out) throws IOException {
        for (Outcome outcome : round.settled().outcomes()) {
            out.plain(facts.joinCode());
            RoundCells.write(round, out);
            outcome(outcome, MarketGains.of(round.settled().treatment(outcome.market()), outcome), out);
            out.endLine();
        }
    }

    private void outcome(Outcome outcome, MarketGains gains, Csv out) throws IOException {
        out.number(outcome.market() + 1).number(outcome.seats().size());
        out.plain(seats(outcome, 1)).plain(seats(outcome, -1)).plain(points.of(outcome.price()));
        out.plain(points.of(outcome.revenueTicks()));
        out.plain(points.of(gains.realised())).plain(points.of(gains.firstBest()));
        out.plain(gains.firstBest().signum() == 0 ? "" : efficiency(gains));
        out.text(outcome.voided().orElse(""));
    }

    private static String efficiency(MarketGains gains) {
        return gains.realised()
                .divide(gains.firstBest(), EFFICIENCY_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String seats(Outcome outcome, int sign) {
        return outcome.seats().stream()
                .filter(seat -> Integer.signum(seat.units()) == sign)
                .map(SeatOutcome::seat)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
