package dev.envelope.lab.command.record;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.lab.command.CommandRun;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal of two sessions, one of them unfinished, and commands that export them. */
abstract class ExportRun extends CommandRun {

    static final Plan PLAN = PlanReader.read("""
            envelope: 1
            title: Friday
            seats: 4
            rounds: 3
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            """).orElseThrow();

    static final EventCodec CODEC = EventCodec.ofPlanFiles();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    Path database = Path.of("none");
    Path zip = Path.of("none");

    @BeforeEach
    void fill() {
        database = folder.resolve("friday.envelope");
        zip = folder.resolve("friday.zip");
        try (SqliteJournal journal = SqliteJournal.open(database)) {
            store(journal, 1, "HEADLESS", events());
            store(journal, 2, "CDFGH", events().subList(0, events().size() / 2));
        }
    }

    static List<Event> events() {
        return HeadlessSession.record(
                        PLAN, SessionSeed.of("export"), seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1)
                .events();
    }

    static void store(SqliteJournal journal, long id, String code, List<Event> events) {
        Chain chain = new Chain();
        List<StoredRecord> records = new ArrayList<>();
        events.forEach(event -> records.add(chain.add(CODEC.encode(event))));
        StoredSession row = new StoredSession(
                id, code, 1_700_000_000_000L, false, new StoredSession.Secrets("5eed", "0ce0", "70e4"));
        boolean finished = events.get(events.size() - 1) instanceof Event.SessionFinished;
        journal.append(List.of(new Batch(id, 1, records, new TreeMap<>(Map.of(0, "Ann")), Optional.of(row), finished)));
    }

    int export(String code, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("export", code, "--db", database.toString(), "--zip", zip.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int at = from; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
