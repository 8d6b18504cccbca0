package dev.envelope.server.export.across;

import dev.envelope.game.plan.Pay;
import dev.envelope.server.export.cell.Column;
import dev.envelope.server.export.cell.Csv;
import dev.envelope.server.export.cell.Said;
import dev.envelope.server.export.cell.Words;
import dev.envelope.server.export.table.ExportedRound;
import dev.envelope.server.export.table.Facts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A row per seat and owner of it under the names of oTree's wide export, for scripts that exist: an app called {@code envelope}, a subsession
 * per round, a group per market.
 */
public final class OtreeTable extends RoundsAcross {

    private static final String APP = "envelope";
    private static final String NOTHING = "always empty: there for scripts that name it";

    private static final List<Column> FRONT = List.of(
            Column.integer(
                    "participant.id_in_session",
                    "",
                    "the seat's number and 1; twice where somebody took a bot's seat, so tell rows apart by participant.code"),
            Column.text("participant.code", "the pseudonym of all other files"),
            Column.text("participant.label", NOTHING + "; names are in names.csv"),
            Column.yesNo("participant._is_bot", "whether it is no person but a program"),
            Column.integer("participant._index_in_pages", "", NOTHING),
            Column.integer("participant._max_page_index", "", NOTHING),
            Column.text("participant._current_app_name", "envelope"),
            Column.text("participant._current_page_name", NOTHING),
            Column.text("participant.time_started_utc", "when the seat was taken, as in 2026-11-21 09:00:00.000000"),
            Column.yesNo("participant.visited", "1"),
            Column.text("participant.mturk_worker_id", NOTHING),
            Column.text("participant.mturk_assignment_id", NOTHING),
            Column.points(
                    "participant.payoff",
                    "the sum of player.payoff in the row, without the endowment of payments.csv; what is paid is there too"),
            Column.text("session.code", "the session's join code"),
            Column.text("session.label", NOTHING),
            Column.text("session.mturk_HITId", NOTHING),
            Column.text("session.mturk_HITGroupId", NOTHING),
            Column.text("session.comment", NOTHING),
            Column.yesNo("session.is_demo", "0"),
            Column.text("session.config.name", "the plan's title"),
            new Column("session.config.participation_fee", Column.Type.DECIMAL, "currency", "the plan's show-up fee"),
            new Column(
                    "session.config.real_world_currency_per_point",
                    Column.Type.DECIMAL,
                    "currency per point",
                    "1 ÷ the plan's exchange rate, to ten significant digits"));

    private static final List<Column> OF_ROUND = List.of(
            Column.integer(
                    "envelope.{round}.player.id_in_group",
                    "",
                    "its number in its market, from 1; empty: it sat out, or another had the seat"),
            Column.text("envelope.{round}.player.role", "the name of its role"),
            Column.points(
                    "envelope.{round}.player.payoff",
                    "its payoff; 0 in practice, for who sat out, and where another had the seat"),
            Column.points("envelope.{round}.player.value", "its private value; of a seller its cost"),
            Column.points("envelope.{round}.player.message", "the message that counted; empty: it abstained"),
            Column.byDefault("envelope.{round}.player.by_default"),
            Column.integer("envelope.{round}.player.units", "", "units received: 1, 0, or -1 given up"),
            Column.points("envelope.{round}.player.payment", "what it pays; negative when it is paid"),
            Column.standIn("envelope.{round}.player.stand_in"),
            Column.integer("envelope.{round}.group.id_in_subsession", "", "the number of its market, from 1"),
            Column.points("envelope.{round}.group.price", "the market's price"),
            Column.integer("envelope.{round}.subsession.round_number", "", "the round's number"),
            Column.text("envelope.{round}.subsession.treatment", "the treatment's name in the plan"),
            Column.yesNo("envelope.{round}.subsession.practice", "whether the round's payoffs count nowhere"));

    /** The table of the session with these {@code facts}. */
    public OtreeTable(Facts facts) {
        super(facts, FRONT, "questionnaire.1.player.", OF_ROUND);
    }

    @Override
    public String file() {
        return "otree.csv";
    }

    @Override
    void front(Line line, long total, Csv out) throws IOException {
        Facts.Seat own = line.owner();
        Pay pay = facts.plan().pay();
        out.number(line.seat() + 1L)
                .plain(own.participant())
                .empty(1)
                .yesNo(!own.person())
                .empty(2);
        out.plain(APP).empty(1).plain(Words.otree(own.takenAt())).yesNo(true).empty(2);
        out.plain(points.of(total)).plain(facts.joinCode()).empty(4).yesNo(false);
        out.text(facts.plan().title()).plain(pay.showUpFee().toPlainString());
        out.plain(BigDecimal.ONE
                .divide(pay.pointsPerUnit(), new MathContext(10))
                .stripTrailingZeros()
                .toPlainString());
    }

    @Override
    void cells(ExportedRound round, Optional<ExportedRound.Part> own, Csv out) throws IOException {
        boolean practice = round.settled().practice();
        out.plain(own.map(part -> Integer.toString(part.agent())).orElse(""));
        out.text(own.map(part -> part.role().name()).orElse(""));
        out.plain(points.of(
                practice ? 0 : own.map(ExportedRound.Part::payoffTicks).orElse(0L)));
        if (own.isPresent()) {
            part(own.get(), out);
        } else {
            out.empty(8);
        }
        out.number(round.number()).text(round.treatment().id()).yesNo(practice);
    }

    private void part(ExportedRound.Part part, Csv out) throws IOException {
        out.plain(points.of(part.valueTicks()));
        out.plain(
                part.end().counted().map(said -> Said.numbers(said, points::of)).orElse(""));
        out.yesNo(part.end().byDefault()).number(part.end().units());
        out.plain(points.of(part.end().paymentTicks())).plain(part.standIn()).number(part.market());
        out.plain(points.of(part.priceTicks()));
    }
}
