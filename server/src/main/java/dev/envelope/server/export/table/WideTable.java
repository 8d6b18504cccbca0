package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Said;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A row per seat, with what long.csv has of each round in columns whose names end in its number. */
public final class WideTable extends RoundsAcross {

    private static final List<Column> FRONT = List.of(
            Column.session(),
            Column.seat(),
            Column.participant(),
            Column.person(),
            Column.points("total", "the payoffs of all exported rounds that are no practice"),
            Column.points(
                    "paid_points",
                    "the payoffs of the paid rounds; empty until the session has finished, where not all are"));

    private static final List<Column> OF_ROUND = List.of(
            Column.integer("market_{round}", "", "the seat's market in the round, from 1; empty: it sat out"),
            Column.text("role_{round}", "the name of its role"),
            Column.points("value_{round}", "its private value; of a seller its cost"),
            Column.points("message_{round}", "the message that counted; empty: it abstained"),
            Column.yesNo("by_default_{round}", "whether the plan's rule for the missing chose the message"),
            Column.integer("units_{round}", "", "units received: 1, 0, or -1 given up"),
            Column.points("payment_{round}", "what it pays; negative when it is paid"),
            Column.points("price_{round}", "the market's price"),
            Column.points("payoff_{round}", "units × value (or common_value) − payment, in practice too"),
            Column.points(
                    "common_value_{round}", "what a unit is worth to everyone in the market, where that is the same"));

    /** The table of the session with these {@code facts}. */
    public WideTable(Facts facts) {
        super(facts, FRONT, "questionnaire_", OF_ROUND);
    }

    @Override
    public String file() {
        return "wide.csv";
    }

    @Override
    void front(int seat, long total, Csv out) throws IOException {
        Facts.Seat own = facts.seats().get(seat);
        out.plain(facts.joinCode()).number(seat).plain(own.participant()).yesNo(own.person());
        out.plain(points.of(total)).plain(points.of(facts.paidTicks(seat, total)));
    }

    @Override
    void cells(ExportedRound round, int seat, Csv out) throws IOException {
        Optional<ExportedRound.Part> own = round.seats().get(seat).part();
        if (own.isEmpty()) {
            out.empty(OF_ROUND.size());
            return;
        }
        ExportedRound.Part part = own.get();
        out.number(part.market()).text(part.role().name()).plain(points.of(part.valueTicks()));
        out.plain(
                part.end().counted().map(said -> Said.numbers(said, points::of)).orElse(""));
        out.yesNo(part.end().byDefault()).number(part.end().units());
        out.plain(points.of(part.end().paymentTicks())).plain(points.of(part.priceTicks()));
        out.plain(points.of(part.payoffTicks())).plain(points.of(part.commonTicks()));
    }
}
