package dev.envelope.server.export.across;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Said;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.Facts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A row per seat and owner of it, with what long.csv has of each round in columns whose names end in its number. */
public final class WideTable extends RoundsAcross {

    private static final List<Column> FRONT = List.of(
            Column.session(),
            Column.seat(),
            Column.participant(),
            Column.person(),
            Column.points("total", "the payoffs of its exported rounds that are no practice"),
            Column.points(
                    "paid_points",
                    "the payoffs of its paid rounds; empty until the session has finished, where not all are, and of a bot that "
                            + "filled the seat"),
            Column.yesNo(
                    "consented",
                    "whether it has agreed to the plan's consent, and not changed its mind; empty: it was not asked"));

    private static final List<Column> OF_ROUND = List.of(
            Column.integer(
                    "market_{round}",
                    "",
                    "its market in the round, from 1; empty: it sat out, or another had the seat"),
            Column.text("role_{round}", "the name of its role"),
            Column.points("value_{round}", "its private value; of a seller its cost"),
            Column.points("message_{round}", "the message that counted; empty: it abstained"),
            Column.byDefault("by_default_{round}"),
            Column.integer("units_{round}", "", "units received: 1, 0, or -1 given up"),
            Column.points("payment_{round}", "what it pays; negative when it is paid"),
            Column.points("price_{round}", "the market's price"),
            Column.points("payoff_{round}", "units × value (or common_value) − payment, in practice too"),
            Column.points(
                    "common_value_{round}", "what a unit is worth to everyone in the market, where that is the same"),
            Column.standIn("stand_in_{round}"));

    /** The table of the session with these {@code facts}. */
    public WideTable(Facts facts) {
        super(facts, FRONT, "questionnaire_", OF_ROUND);
    }

    @Override
    public String file() {
        return "wide.csv";
    }

    @Override
    void front(Line line, long total, Csv out) throws IOException {
        Facts.Seat own = line.owner();
        out.plain(facts.joinCode()).number(line.seat()).plain(own.participant()).yesNo(own.person());
        out.plain(points.of(total));
        out.plain(points.of(line.last() ? facts.paidTicks(line.seat(), total) : OptionalLong.empty()));
        out.plain(own.consented().map(agreed -> agreed ? "1" : "0").orElse(""));
    }

    @Override
    void cells(ExportedRound round, Optional<ExportedRound.Part> own, Csv out) throws IOException {
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
        out.plain(part.standIn());
    }
}
