package dev.envelope.server.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tables to query must hold, whichever database they are in. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class ProjectionsContract {

    private static final Plan PLAN = PlanReader.read("""
                    envelope: 1
                    title: Two auctions
                    seats: 4
                    treatments:
                      first: {mechanism: first_price, bidders: 2, values: [1, 100]}
                      second: {mechanism: second_price, bidders: 2, values: [1, 100]}
                    blocks:
                      - {treatment: first, rounds: 2}
                      - {treatment: second, rounds: 1}
                    """).orElseThrow();

    private static final EventCodec CODEC = EventCodec.ofPlanFiles();

    private static final List<Event> EVENTS = HeadlessSession.record(
                    PLAN, SessionSeed.of("tables"), seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1)
            .events();

    private JournalAddress address = JournalAddress.of(Path.of(""));
    private Optional<Journal> open = Optional.empty();
    private final Chain chain = new Chain();

    /** Where a new journal can be made. */
    abstract JournalAddress create();

    @BeforeEach
    void choose() {
        address = create();
    }

    @AfterEach
    void close() {
        open.ifPresent(Journal::close);
    }

    /** Opens the journal and has its tables kept. */
    private Journal kept() {
        Journal stored = address.open();
        Projections projections = Projections.of(stored, address);
        projections.start();
        Journal journal = new ProjectedJournal(stored, projections);
        open = Optional.of(journal);
        return journal;
    }

    /** Stores the events before number {@code end}, from where the chain is, five at a time. */
    private void store(Journal journal, int end) {
        while (chain.length() < end) {
            long first = chain.length() + 1;
            List<StoredRecord> records = new ArrayList<>();
            while (records.size() < 5 && chain.length() < end) {
                records.add(chain.add(CODEC.encode(EVENTS.get((int) chain.length()))));
            }
            StoredSession.Secrets secrets = new StoredSession.Secrets("aa", "bb", "cc");
            Optional<StoredSession> row =
                    first == 1 ? Optional.of(new StoredSession(1, "HEADLESS", 0, false, secrets)) : Optional.empty();
            boolean last = chain.length() == EVENTS.size();
            journal.append(List.of(new Batch(1, first, records, Collections.emptySortedMap(), row, last)));
        }
    }

    /** The number of the event that settles round {@code round}, from 0. */
    private static int settling(int round) {
        for (int i = 0; i < EVENTS.size(); i++) {
            if (EVENTS.get(i) instanceof Event.RoundSettled settled && settled.round() == round) {
                return i;
            }
        }
        throw new AssertionError("round " + round);
    }

    private List<List<String>> asked(String query) {
        try (Connection connection = address.connectTables();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> answer = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                answer.add(row);
            }
            return answer;
        } catch (SQLException e) {
            return List.of(List.of(String.valueOf(e.getMessage())));
        }
    }

    private String one(String query) {
        return asked(query).get(0).get(0);
    }

    private void execute(String sql) {
        try (Connection connection = address.connectTables();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void requireAll() {
        assertThat(
                        asked(
                                "SELECT session, join_code, title, rounds, records FROM sessions WHERE finished_ms IS NOT NULL"))
                .containsExactly(List.of("1", "HEADLESS", "Two auctions", "3", String.valueOf(EVENTS.size())));
        assertThat(one("SELECT count(*) FROM seats")).isEqualTo("4");
        assertThat(asked("SELECT round, treatment FROM rounds ORDER BY round"))
                .containsExactly(List.of("1", "first"), List.of("2", "first"), List.of("3", "second"));
        assertThat(one("SELECT count(*) FROM markets")).isEqualTo("6");
        assertThat(one("SELECT count(*) FROM messages")).isEqualTo("12");
        List<List<String>> outcomes = new ArrayList<>();
        for (Event event : EVENTS) {
            if (event instanceof Event.RoundSettled settled) {
                settled.markets()
                        .forEach(market -> market.seats()
                                .forEach(seat -> outcomes.add(List.of(
                                        String.valueOf(settled.round()),
                                        String.valueOf(seat.seat()),
                                        String.valueOf(seat.units()),
                                        String.valueOf(seat.paymentTicks())))));
            }
        }
        assertThat(asked("SELECT round, seat, units, payment_ticks FROM outcomes ORDER BY round, market, position"))
                .isEqualTo(outcomes);
    }

    @Test
    void aSeatIsOfWhoTookItLast() {
        Journal journal = kept();
        store(journal, 5);
        Event again = new Event.SeatTaken(77, 0, "cd".repeat(32), true);
        StoredRecord record = chain.add(CODEC.encode(again));
        journal.append(
                List.of(new Batch(1, 6, List.of(record), Collections.emptySortedMap(), Optional.empty(), false)));
        journal.close();

        assertThat(asked("SELECT is_person, taken_ms FROM seats WHERE seat = 0"))
                .containsExactly(List.of("1", "77"));
    }

    @Test
    void tablesFollowTheRecords() {
        Journal journal = kept();
        store(journal, EVENTS.size());
        journal.close();
        requireAll();
    }

    @Test
    void tablesCatchUpWithRecordsThatWereStoredWithoutThem() {
        try (Journal alone = address.open()) {
            store(alone, settling(2) - 3);
        }
        Journal journal = kept();
        store(journal, EVENTS.size());
        journal.close();
        requireAll();
    }

    /** As after a crash: rows that are there already stay, and are there once. */
    @Test
    void tablesThatWereLeftHalfWayAreGoneOnWith() {
        Journal journal = kept();
        store(journal, settling(1) + 1);
        journal.close();
        assertThat(one("SELECT count(*) FROM rounds")).isEqualTo("1");
        Journal again = kept();
        store(again, EVENTS.size());
        again.close();
        requireAll();
    }

    @Test
    void nothingOfARoundIsThereBeforeItIsSettled() {
        Journal journal = kept();
        store(journal, settling(2));
        journal.close();
        assertThat(one("SELECT max(round) FROM messages")).isEqualTo("1");
        assertThat(one("SELECT max(round) FROM outcomes")).isEqualTo("1");
        assertThat(one("SELECT records FROM sessions")).isEqualTo(String.valueOf(settling(1) + 1));
    }

    @Test
    void tablesOfAnotherVersionAreMadeAnew() {
        Journal journal = kept();
        store(journal, EVENTS.size());
        journal.close();
        execute("UPDATE tables_version SET version = 77");
        execute("UPDATE outcomes SET units = 9");
        kept().close();
        await().untilAsserted(this::requireAll);
    }

    @Test
    void tablesAreMadeAnewWhenThatIsAskedFor() {
        Journal journal = kept();
        store(journal, EVENTS.size());
        journal.close();
        execute("DELETE FROM outcomes");
        try (Journal alone = address.open()) {
            Projections.rebuild(alone, address);
        }
        requireAll();
    }

    /** Whatever is wrong with the tables, records are stored. */
    @Test
    void tablesThatCannotBeWrittenKeepNobodyFromStoring() {
        execute("CREATE TABLE sessions (theirs INTEGER)");
        Journal journal = kept();
        store(journal, EVENTS.size());
        int[] records = new int[1];
        journal.read(1, record -> records[0]++);
        assertThat(records[0]).isEqualTo(EVENTS.size());
        journal.close();
        assertThat(one("SELECT count(*) FROM sessions")).isEqualTo("0");
    }

    @Test
    void theDocumentedQueriesAnswer() throws IOException {
        Journal journal = kept();
        store(journal, EVENTS.size());
        journal.close();
        List<String> queries = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/records.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(queries).hasSize(2);
        List<List<String>> revenue = asked(queries.get(0));
        assertThat(revenue).extracting(row -> row.get(0)).containsExactly("first", "second");
        assertThat(revenue.get(0).subList(1, 3)).isEqualTo(List.of("2", revenue(1, 2)));
        assertThat(revenue.get(1).subList(1, 3)).isEqualTo(List.of("1", revenue(3, 3)));
        List<List<String>> shares = asked(queries.get(1));
        assertThat(shares).extracting(row -> row.get(0)).containsExactly("first", "second");
        assertThat(Double.parseDouble(shares.get(0).get(2))).isBetween(0.45, 0.5);
    }

    private static String revenue(int from, int to) {
        long sum = 0;
        for (Event event : EVENTS) {
            if (event instanceof Event.RoundSettled settled && settled.round() >= from && settled.round() <= to) {
                for (Event.SettledMarket market : settled.markets()) {
                    for (Event.SettledSeat seat : market.seats()) {
                        sum += seat.paymentTicks();
                    }
                }
            }
        }
        return String.valueOf(sum);
    }
}
