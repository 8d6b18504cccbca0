package dev.envelope.server.export.table;

import dev.envelope.game.plan.Pay;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Points;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A row per seat: what its last owner is paid. */
public final class PaymentsTable implements Table {

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.seat(),
            Column.participant(),
            Column.person(),
            Column.points("points", "the payoffs of all exported rounds since it took the seat that are no practice"),
            Column.text("paid_rounds", "the rounds that are paid, one after another; empty: all, or not known yet"),
            Column.points(
                    "paid_points",
                    "the payoffs of the paid rounds since it took the seat; empty until the session has finished, where not all are, "
                            + "of a bot that filled the seat, and of one who has not agreed to take part or left before the first round"),
            Column.points("endowment", "what everyone starts with"),
            new Column("exchange_rate", Column.Type.DECIMAL, "points per unit of currency", "the plan's exchange rate"),
            new Column("show_up_fee", Column.Type.DECIMAL, "currency", "what everyone gets for coming"),
            new Column(
                    "money",
                    Column.Type.DECIMAL,
                    "currency",
                    "(endowment + paid_points) ÷ exchange_rate + show_up_fee, the first of these at least 0 where liability is "
                            + "limited, rounded once, to cents, half up (of a debt: away from 0); negative when the seat owes"),
            Column.text("currency", "the currency's name in the plan; empty where the plan pays nothing out"));

    private final Facts facts;
    private final Points points;

    /** The table of the session with these {@code facts}. */
    public PaymentsTable(Facts facts) {
        this.facts = facts;
        this.points = facts.points();
    }

    @Override
    public String file() {
        return "payments.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void end(long[] totals, Csv out) throws IOException {
        Pay pay = facts.plan().pay();
        for (int seat = 0; seat < totals.length; seat++) {
            out.plain(facts.joinCode()).number(seat);
            out.plain(facts.seat(seat).participant()).yesNo(facts.seat(seat).person());
            out.plain(points.of(totals[seat])).plain(rounds(seat));
            OptionalLong paid = facts.paidTicks(seat, totals[seat]);
            out.plain(points.of(paid)).plain(pay.endowment().toPlainString());
            out.plain(pay.pointsPerUnit().toPlainString()).plain(pay.showUpFee().toPlainString());
            out.plain(
                    paid.isPresent() ? pay.money(points.exact(paid.getAsLong())).toPlainString() : "");
            out.text(pay.currency());
            out.endLine();
        }
    }

    private String rounds(int seat) {
        return facts.earnings().isEmpty() || facts.seat(seat).isUnpaid()
                ? ""
                : facts.earnings().get(seat).paidRounds().stream()
                        .map(round -> Integer.toString(round))
                        .collect(Collectors.joining(" "));
    }
}
