package dev.envelope.server.export.table;

import dev.envelope.game.plan.Pay;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A row per seat: what it is paid. */
public final class PaymentsTable implements Table {

    private static final int CENTS = 2;

    private static final List<Column> COLUMNS = List.of(
            Column.session(),
            Column.seat(),
            Column.participant(),
            Column.person(),
            Column.points("points", "the payoffs of all exported rounds that are no practice"),
            Column.points("endowment", "what everyone starts with"),
            new Column("exchange_rate", Column.Type.DECIMAL, "points per unit of currency", "the plan's exchange rate"),
            new Column("show_up_fee", Column.Type.DECIMAL, "currency", "what everyone gets for coming"),
            new Column(
                    "money",
                    Column.Type.DECIMAL,
                    "currency",
                    "(endowment + points) ÷ exchange_rate + show_up_fee, rounded once, to cents, half up (of a debt: away "
                            + "from 0); negative when the seat owes"),
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
            out.plain(facts.seats().get(seat).participant())
                    .yesNo(facts.seats().get(seat).person());
            out.plain(points.of(totals[seat])).plain(pay.endowment().toPlainString());
            out.plain(pay.pointsPerUnit().toPlainString()).plain(pay.showUpFee().toPlainString());
            out.plain(money(pay, points.exact(totals[seat])).toPlainString()).text(pay.currency());
            out.endLine();
        }
    }

    static BigDecimal money(Pay pay, BigDecimal points) {
        return pay.endowment()
                .add(points)
                .add(pay.showUpFee().multiply(pay.pointsPerUnit()))
                .divide(pay.pointsPerUnit(), CENTS, RoundingMode.HALF_UP);
    }
}
