package dev.envelope.server.export.table;

import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Points;
import dev.envelope.server.export.cell.Said;
import dev.envelope.server.export.cell.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A row per seat and round: everything about a seat in a round. */
public final class LongTable implements Table {

    private static final List<Column> COLUMNS = RoundCells.between(
            List.of(Column.session(), Column.seat(), Column.participant(), Column.person()),
            List.of(
                    Column.integer(
                            "market", "", "the number of the seat's market in the round, from 1; empty: it sat out"),
                    Column.integer("agent", "", "the seat's number in its market, from 1, in the order of the roles"),
                    Column.text("role", "the name of the seat's role"),
                    Column.text("side", "bidder, buyer or seller"),
                    Column.points(
                            "value", "its private value; of a seller its cost; its signal where the value is common"),
                    Column.text("message_kind", "the kind of the message that counted: " + Said.KINDS),
                    Column.points("message", "the message that counted; empty: it abstained"),
                    Column.byDefault("by_default"),
                    Column.integer(
                            "messages_sent", "", "how many messages of the seat were accepted; the last one counted"),
                    Column.integer(
                            "first_sent_ms", "ms", "when the first was accepted, since the round opened, with pauses"),
                    Column.integer(
                            "last_sent_ms", "ms", "when the last was accepted, since the round opened, with pauses"),
                    Column.integer("units", "", "units received: 1, 0, or -1 given up"),
                    Column.points("payment", "what it pays; negative when it is paid"),
                    Column.points("price", "the market's price; empty where it has none or nothing was traded"),
                    Column.points("payoff", "units × value (or common_value) − payment"),
                    Column.points(
                            "total",
                            "the payoffs of its rounds up to this one that are no practice; whoever takes a bot's seat begins with 0, and "
                                    + "nothing is added after its owner has left for good"),
                    Column.utcMillis("opened_at", "when the round opened"),
                    Column.utcMillis("closed_at", "when it closed"),
                    Column.text("closed", "why it closed: all_sealed, deadline or instructor"),
                    Column.yesNo(
                            "paid",
                            "whether the round is paid, 0 of a bot that filled the seat and after its owner has left for good; empty: it sat out, or it is not known yet"),
                    Column.points(
                            "common_value", "what a unit is worth to everyone in the market; empty: to each its value"),
                    Column.standIn("stand_in")));

    private static final int OF_PART = 8;

    private final Facts facts;
    private final Points points;

    /** The table of the session with these {@code facts}. */
    public LongTable(Facts facts) {
        this.facts = facts;
        this.points = facts.points();
    }

    @Override
    public String file() {
        return "long.csv";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void round(ExportedRound round, Csv out) throws IOException {
        for (int seat = 0; seat < round.seats().size(); seat++) {
            row(round, seat, out);
        }
    }

    private void row(ExportedRound round, int seat, Csv out) throws IOException {
        ExportedRound.SeatRound own = round.seats().get(seat);
        Optional<Facts.Seat> owner = facts.seatIn(seat, round.number());
        out.plain(facts.joinCode()).number(seat);
        out.plain(owner.map(Facts.Seat::participant).orElse(""));
        out.plain(owner.map(one -> one.person() ? "1" : "0").orElse(""));
        RoundCells.write(round, out);
        if (own.part().isPresent()) {
            said(own.part().get(), out);
        } else {
            out.empty(OF_PART);
        }
        out.number(own.sent().count());
        out.number(round.sinceOpened(own.sent(), true)).number(round.sinceOpened(own.sent(), false));
        if (own.part().isPresent()) {
            got(own.part().get(), out);
        } else {
            out.empty(4);
        }
        out.plain(points.of(own.totalTicks()));
        out.number(round.openedAt()).number(round.closedAt()).plain(Words.of(round.closed()));
        out.plain(paid(round, seat));
        out.plain(points.of(own.part().map(ExportedRound.Part::commonTicks).orElse(OptionalLong.empty())));
        out.plain(own.part().map(ExportedRound.Part::standIn).orElse(""));
        out.endLine();
    }

    private String paid(ExportedRound round, int seat) {
        boolean unknown = facts.isPayOpen() && !facts.isUnpaid(seat, round);
        return unknown || round.seats().get(seat).part().isEmpty() ? "" : facts.pays(seat, round) ? "1" : "0";
    }

    private void said(ExportedRound.Part part, Csv out) throws IOException {
        out.number(part.market()).number(part.agent());
        out.text(part.role().name()).plain(Words.of(part.role().side())).plain(points.of(part.valueTicks()));
        out.plain(part.end().counted().map(Said::kind).orElse(""));
        out.plain(
                part.end().counted().map(said -> Said.numbers(said, points::of)).orElse(""));
        out.yesNo(part.end().byDefault());
    }

    private void got(ExportedRound.Part part, Csv out) throws IOException {
        out.number(part.end().units()).plain(points.of(part.end().paymentTicks()));
        out.plain(points.of(part.priceTicks())).plain(points.of(part.payoffTicks()));
    }
}
