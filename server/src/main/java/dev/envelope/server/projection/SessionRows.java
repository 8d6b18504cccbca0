package dev.envelope.server.projection;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Said;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The rows that one session's records lead to. Of a round nothing is written before it is settled. For one thread. */
final class SessionRows {

    private final long session;
    private final QueryTables tables;
    private final List<Event.MessageSealed> messages = new ArrayList<>();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Event.RoundDealt> dealt = Optional.empty();
    private Optional<Event.RoundClosed> closed = Optional.empty();
    private long openedAtMillis;
    private long records;

    /** The rows of session number {@code session}, of which no record was followed yet. */
    SessionRows(long session, QueryTables tables) {
        this.session = session;
        this.tables = tables;
    }

    /** How many records were followed. */
    long records() {
        return records;
    }

    /** Follows the next record. */
    void next(Event event) throws SQLException {
        records++;
        if (event instanceof Event.SessionOpened opened) {
            open(opened);
        } else if (event instanceof Event.SeatTaken taken) {
            tables.taken(session, taken.seat(), taken.person(), taken.atMillis());
        } else if (event instanceof Event.RoundDealt next) {
            dealt = Optional.of(next);
            messages.clear();
        } else if (event instanceof Event.RoundOpened opened) {
            openedAtMillis = opened.atMillis();
        } else if (event instanceof Event.MessageSealed sealed) {
            messages.add(sealed);
        } else if (event instanceof Event.RoundClosed over) {
            closed = Optional.of(over);
        } else if (event instanceof Event.RoundSettled settled) {
            settle(settled);
        } else if (event instanceof Event.SessionFinished finished) {
            tables.followed(session, records);
            tables.finished(session, finished.atMillis());
        }
    }

    private void open(Event.SessionOpened opened) throws SQLException {
        plan = Optional.of(opened.plan());
        tables.insert(
                "sessions",
                List.of(
                        session,
                        opened.joinCode(),
                        opened.plan().title(),
                        opened.plan().tick().toPlainString(),
                        opened.plan().rounds(),
                        opened.atMillis(),
                        QueryTables.Absent.NUMBER,
                        records));
    }

    private void settle(Event.RoundSettled settled) throws SQLException {
        int round = settled.round();
        Event.RoundClosed over = closed.orElseThrow();
        tables.insert(
                "rounds",
                List.of(
                        session,
                        round,
                        plan.orElseThrow().blockOf(round).treatment().id(),
                        openedAtMillis,
                        over.atMillis(),
                        over.reason().name().toLowerCase(Locale.ROOT)));
        for (Event.MessageSealed sealed : messages) {
            insert(sealed);
        }
        messages.clear();
        List<Event.DealtMarket> groups = dealt.orElseThrow().markets();
        for (int market = 0; market < groups.size(); market++) {
            insert(round, market + 1, groups.get(market), settled.markets().get(market));
        }
        tables.followed(session, records);
    }

    private void insert(Event.MessageSealed sealed) throws SQLException {
        tables.insert(
                "messages",
                List.of(
                        session,
                        sealed.round(),
                        sealed.seat(),
                        sealed.receipt(),
                        sealed.atMillis(),
                        Said.kind(sealed.message()),
                        ticks(sealed.message())));
    }

    private void insert(int round, int market, Event.DealtMarket group, Event.SettledMarket outcome)
            throws SQLException {
        tables.insert("markets", List.of(session, round, market, number(outcome.priceTicks()), text(outcome.voided())));
        Map<Integer, Long> values = new TreeMap<>();
        group.seats().forEach(seat -> values.put(seat.seat(), seat.valueTicks()));
        int position = 0;
        for (Event.SettledSeat seat : outcome.seats()) {
            tables.insert(
                    "outcomes",
                    List.of(
                            session,
                            round,
                            market,
                            seat.seat(),
                            ++position,
                            values.getOrDefault(seat.seat(), 0L),
                            seat.units(),
                            seat.paymentTicks(),
                            text(seat.counted().map(Said::kind)),
                            text(seat.counted().map(SessionRows::ticks)),
                            seat.byDefault() ? 1 : 0));
        }
    }

    private static String ticks(Message message) {
        return Said.numbers(message, Long::toString);
    }

    private static Object number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : QueryTables.Absent.NUMBER;
    }

    private static Object text(Optional<String> value) {
        return value.isPresent() ? value.get() : QueryTables.Absent.TEXT;
    }
}
