package dev.envelope.server.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalContract;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.JournalInUseException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on a real server, and what happens when its connection breaks. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class PostgresJournalIT extends JournalContract {

    private String url = "";

    @Override
    protected Journal create() {
        url = PostgresServer.shared().database();
        return open();
    }

    private Journal open() {
        return open(url);
    }

    private static Journal open(String url) {
        return JournalAddress.parse(url).open();
    }

    private String name() {
        return nameIn(url);
    }

    private static String nameIn(String url) {
        return url.replaceAll("\\?.*", "").replaceAll(".*/", "");
    }

    private void execute(String sql) {
        PostgresServer.shared().execute(name(), sql);
    }

    @Test
    void recordsOutliveTheJournal() {
        journal.append(List.of(opening(1, chained("a", "b"))));
        journal.close();
        journal = open();
        assertThat(texts(1)).containsExactly("a", "b");
        assertThatThrownBy(() -> journal.append(List.of(Batch.of(1, 2, second("c")))))
                .hasMessageContaining("record 2 (expected: record 3)");
    }

    @Test
    void moreRowsThanAreReadAtOnceComeBackInOrder() {
        String[] texts = new String[75];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "record " + i;
        }
        List<StoredRecord> written = chained(texts);
        for (int i = 0; i < texts.length; i++) {
            List<StoredRecord> one = written.subList(i, i + 1);
            journal.append(List.of(i == 0 ? opening(1, one) : Batch.of(1, i + 1, one)));
        }
        assertThat(texts(1)).containsExactly(texts);
    }

    @Test
    void aSecondServerIsRefusedUntilTheFirstHasClosed() {
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalInUseException.class)
                .hasMessageContaining("/" + name() + ": in use by another process (expected: one server per database)");
        journal.close();
        journal = open();
        assertThat(journal.sessions()).isEmpty();
    }

    @Test
    void aFailedTransactionLeavesNothingBehind() {
        journal.append(List.of(opening(1, chained("a"))));
        Batch next = Batch.of(1, 2, second("b"));
        StoredSession taken = new StoredSession(2, "CODE1", 1_000, false, SECRETS);
        Batch clash = new Batch(2, 1, chained("x"), new TreeMap<>(), Optional.of(taken), false);
        assertThatThrownBy(() -> journal.append(List.of(next, clash))).isInstanceOf(JournalException.class);
        assertThat(texts(1)).containsExactly("a");
        journal.append(List.of(Batch.of(1, 2, second("c"))));
        assertThat(texts(1)).containsExactly("a", "c");
        assertThat(journal.sessions()).hasSize(1);
    }

    @Test
    void aConnectionThatBrokeWhileNothingWasAskedIsMadeAnew() {
        journal.append(List.of(opening(1, chained("a"))));
        endConnections();
        journal.append(List.of(Batch.of(1, 2, second("b"))));
        endConnections();
        assertThat(texts(1)).containsExactly("a", "b");
        assertThatThrownBy(this::open).isInstanceOf(JournalInUseException.class);
    }

    private void endConnections() {
        PostgresServer.shared()
                .execute(
                        "postgres",
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name()
                                + "' AND application_name = 'envelope'");
    }

    /** Whatever the network did, what append says is what the database has, then and later. */
    @ParameterizedTest
    @EnumSource(Cut.Moment.class)
    void whatACommitSaysIsSoWhereverItsConnectionBreaks(Cut.Moment moment) throws InterruptedException {
        try (Cut network = new Cut(PostgresServer.shared().port());
                Journal remote = open(through(network))) {
            journal.close();
            journal = remote;
            journal.append(List.of(opening(1, chained("a"))));
            int refused = moment == Cut.Moment.LATE ? 0 : 3;
            network.atNextCommit(moment, refused);
            boolean stored = append(Batch.of(1, 2, second("b")));
            assertThat(stored).isEqualTo(moment == Cut.Moment.AFTER || moment == Cut.Moment.NEVER);
            if (moment == Cut.Moment.LATE) {
                network.bringLate();
            }
            assertThat(texts(1)).isEqualTo(stored ? List.of("a", "b") : List.of("a"));
            assertThat(network.refusing()).isEqualTo(moment == Cut.Moment.NEVER ? refused : 0);
            journal.append(List.of(Batch.of(1, stored ? 3 : 2, second("c"))));
            assertThat(journal.sessions()).hasSize(1);
        }
    }

    /** A new database behind {@code network}; commits go there as text, so that they are seen on their way. */
    private static String through(Cut network) {
        String name = nameIn(PostgresServer.shared().database());
        return PostgresServer.address(network.port(), name) + "&preferQueryMode=simple";
    }

    private boolean append(Batch batch) {
        try {
            journal.append(List.of(batch));
            return true;
        } catch (JournalException e) {
            return false;
        }
    }

    @Test
    void namesAreStoredAlthoughTheAnswerToTheirCommitIsLost() {
        try (Cut network = new Cut(PostgresServer.shared().port());
                Journal remote = open(through(network))) {
            remote.append(List.of(opening(1, chained("a"))));
            network.atNextCommit(Cut.Moment.BEFORE, 0);
            remote.append(
                    List.of(new Batch(1, 2, List.of(), new TreeMap<>(Map.of(0, "Ann 安")), Optional.empty(), false)));
            assertThat(remote.names(1)).containsExactly(Map.entry(0, "Ann 安"));
        }
    }

    @Test
    void aDatabaseThatIsAwayRefusesAndIsFoundAgain() {
        try (PostgresServer server = PostgresServer.start();
                Journal own = open(server.database())) {
            own.append(List.of(opening(1, chained("a"))));
            server.crash();
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> own.append(List.of(Batch.of(1, 2, second("b")))))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("cannot be reached");
            }
            server.restart();
            await().until(() -> {
                try {
                    own.append(List.of(Batch.of(1, 2, second("c"))));
                    return true;
                } catch (JournalException notYet) {
                    return false;
                }
            });
            journal.close();
            journal = own;
            assertThat(texts(1)).containsExactly("a", "c");
        }
    }

    @Test
    void aChangedRowIsNamed() {
        journal.append(List.of(opening(1, chained("a", "b", "c"))));
        journal.close();
        execute("UPDATE batch SET records = set_byte(records, 4 + 1 + 32 + 4, 66)");
        journal = open();
        assertThatThrownBy(() -> texts(1)).hasMessageContaining("session 1: record 2 does not fit the chain");
    }

    @Test
    void aNewerSchemaIsRefused() {
        journal.close();
        execute("UPDATE schema_version SET version = 9");
        assertThatThrownBy(this::open)
                .hasMessageContaining(name() + ": schema version 9 (expected: 2; it was written by");
    }

    @Test
    void tablesOfAnotherProgramAreRefused() {
        String other = PostgresServer.shared().database();
        PostgresServer.shared().execute(nameIn(other), "CREATE TABLE session (id INTEGER)");
        assertThatThrownBy(() -> open(other)).hasMessageContaining("tables of another program");
    }

    @Test
    void aDatabaseWithoutAJournalIsNamedWhereOneIsExpected() {
        String empty = PostgresServer.shared().database();
        assertThatThrownBy(() -> JournalAddress.parse(empty).openExisting())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("no journal is in this database (expected: the --db of a server)");
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        String wrong = url.replace("p%26ss+word", "se%63ret");
        assertThatThrownBy(() -> open(wrong))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(name() + ": user tester is not let in")
                .hasMessageContaining("(expected: the right user and password")
                .hasMessageNotContaining("se%63ret")
                .hasMessageNotContaining("secret");
        assertThat(JournalAddress.parse(wrong).toString()).endsWith("/" + name());
    }

    @Test
    void aMissingDatabaseIsNamed() {
        assertThatThrownBy(() -> open(PostgresServer.shared().url("nowhere")))
                .hasMessageContaining("database \"nowhere\" does not exist (expected: a database that was made before");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/lab?user=lab"))
                .hasMessageStartingWith(
                        "jdbc:postgresql://127.0.0.1:1/lab: cannot be reached: Connection to 127.0.0.1:1")
                .hasMessageContaining("(expected: a PostgreSQL server that answers there)");
    }

    @Test
    void aDatabaseThatCannotBeWrittenIsRefused() {
        journal.close();
        PostgresServer.shared()
                .execute("postgres", "ALTER DATABASE " + name() + " SET default_transaction_read_only = on");
        assertThatThrownBy(this::open).hasMessageContaining("transaction_read_only is on (expected: off");
    }

    @Test
    void aUserWhoMayMakeNoTablesIsTold() {
        String empty = PostgresServer.shared().database();
        String database = nameIn(empty);
        PostgresServer.shared().execute(database, "CREATE ROLE guest" + database + " LOGIN PASSWORD 'x'");
        PostgresServer.shared().execute(database, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        String guest = empty.replaceAll("\\?.*", "?user=guest" + database + "&password=x");
        assertThatThrownBy(() -> open(guest))
                .hasMessageContaining(
                        "permission denied for schema public (expected: a user who may make tables there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void commitsWaitForTheDiskWhateverTheDefault(String setting) {
        journal.close();
        PostgresServer.shared()
                .execute("postgres", "ALTER DATABASE " + name() + " SET synchronous_commit = " + setting);
        journal = open();
        assertThat(((PostgresJournal) journal).synchronousCommit()).isEqualTo("on");
    }

    /** The record {@code text} after a first one, "a". */
    private static List<StoredRecord> second(String text) {
        return chained("a", text).subList(1, 2);
    }
}
