package dev.envelope.benchmarks;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.Recording;
import dev.envelope.server.export.SessionExport;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.SqliteJournal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the export of a large session takes.
 *
 * <p>Arguments: {@code FILE SEATS ROUNDS RUNS}. A missing FILE is filled first, with a session that bots play; run again with a
 * small {@code -Xmx} on the same file to see how much memory the export alone needs.
 */
public final class ExportBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final EventCodec CODEC = EventCodec.ofPlanFiles();
    private static final int RECORDS_PER_COMMIT = 20;

    private ExportBenchmark() {}

    /** Prints a line per run. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        if (Files.notExists(file)) {
            fill(file, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        }
        Path zip = file.resolveSibling("benchmark.zip");
        try (Journal journal = SqliteJournal.open(file)) {
            StoredSession session = journal.sessions().get(0);
            for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
                OUT.println(measured(journal, session, zip));
            }
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private static String measured(Journal journal, StoredSession session, Path zip) throws IOException {
        long begin = System.nanoTime();
        SessionExport.Summary written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            written = new SessionExport(Recording.of(journal, session), CODEC, true).writeTo(out);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d seats, %d rounds: %.2f s, %.1f MB of ZIP, heap of at most %d MB",
                written.seats(),
                written.rounds(),
                seconds,
                Files.size(zip) / 1e6,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void fill(Path file, int seats, int rounds) {
        Plan plan = PlanReader.read("envelope: 1\nseats: " + seats + "\nrounds: " + rounds
                        + "\ntreatments:\n  main: {mechanism: first_price, bidders: 4, values: [0, 100]}\n")
                .orElseThrow();
        List<Event> events = HeadlessSession.record(
                        plan,
                        SessionSeed.of("benchmark"),
                        seat -> (view, random) -> new Amount(view.valueTicks() * 3 / 4),
                        1)
                .events();
        try (Journal journal = SqliteJournal.open(file)) {
            Chain chain = new Chain();
            List<StoredRecord> batch = new ArrayList<>();
            long first = 1;
            for (Event event : events) {
                batch.add(chain.add(CODEC.encode(event)));
                if (batch.size() == RECORDS_PER_COMMIT || event instanceof Event.SessionFinished) {
                    journal.append(List.of(batch(first, batch)));
                    first += batch.size();
                    batch.clear();
                }
            }
            OUT.println(events.size() + " records stored");
        }
    }

    private static Batch batch(long first, List<StoredRecord> records) {
        StoredSession row =
                new StoredSession(1, "HEADLESS", 0, false, new StoredSession.Secrets("5eed", "0ce0", "70e4"));
        return first == 1
                ? new Batch(1, 1, records, Collections.emptySortedMap(), Optional.of(row), false)
                : Batch.of(1, first, records);
    }
}
