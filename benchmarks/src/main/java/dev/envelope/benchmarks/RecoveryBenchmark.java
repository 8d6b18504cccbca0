package dev.envelope.benchmarks;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.settings.ServerSettings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a server takes to be back with the sessions of its journal.
 *
 * <p>Arguments: {@code fill DB SESSIONS SEATS ROUNDS} fills an empty journal with sessions that bots play and that have not
 * finished; {@code start DB RUNS} starts a server on it so many times and prints a line for each. The first start of a process
 * is the one that counts.
 */
public final class RecoveryBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final EventCodec CODEC = EventCodec.ofPlanFiles();
    private static final int RECORDS_PER_COMMIT = 20;

    private RecoveryBenchmark() {}

    /** Fills or measures. */
    public static void main(String[] arguments) {
        JournalAddress address = JournalAddress.parse(arguments[1]);
        if (arguments[0].equals("fill")) {
            int seats = Integer.parseInt(arguments[3]);
            int rounds = Integer.parseInt(arguments[4]);
            fill(address, Integer.parseInt(arguments[2]), seats, rounds);
        } else {
            for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
                OUT.println(started(address));
            }
        }
    }

    private static String started(JournalAddress address) {
        ServerSettings settings = ServerSettings.DEFAULT
                .withBind("127.0.0.1")
                .withPort(0)
                .withJournal(address)
                .withLimits(Limits.DEFAULT);
        double before = processorSeconds();
        long begin = System.nanoTime();
        try (EnvelopeServer server = EnvelopeServer.start(settings)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return String.format(
                    Locale.ROOT,
                    "%d sessions back in %.2f s, with %.2f s of processor time",
                    server.sessions().all().size(),
                    seconds,
                    processorSeconds() - before);
        }
    }

    /** The processor time of this process so far, the compiler's and the collector's included. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static void fill(JournalAddress address, int sessions, int seats, int rounds) {
        Plan plan = PlanReader.read(
                        "envelope: 1\nseats: " + seats + "\nrounds: " + rounds
                                + "\ntiming: none\ntreatments:\n  main: {mechanism: first_price, bidders: 4, values: [0, 100]}\n")
                .orElseThrow();
        SessionSeed seed = SessionSeed.of("benchmark");
        List<Event> events = HeadlessSession.record(
                        plan, seed, seat -> (view, random) -> new Amount(view.valueTicks() * 3 / 4), 1)
                .events();
        int open = lastOpening(events) + 1;
        try (Journal journal = address.open()) {
            for (long id = 1; id <= sessions; id++) {
                store(journal, id, seed, events.subList(0, open));
            }
        }
        OUT.printf("%d sessions of %d records stored%n", sessions, open);
    }

    /** The number of the event, from 0, that opens the last round, which nobody plays. */
    private static int lastOpening(List<Event> events) {
        int last = events.size() - 1;
        while (!(events.get(last) instanceof Event.RoundOpened)) {
            last--;
        }
        return last;
    }

    private static void store(Journal journal, long id, SessionSeed seed, List<Event> events) {
        StoredSession row = new StoredSession(
                id, "BENCH" + id, 0, false, new StoredSession.Secrets(seed.seedHex(), seed.nonceHex(), "70e4"));
        Chain chain = new Chain();
        for (int from = 0; from < events.size(); from += RECORDS_PER_COMMIT) {
            List<StoredRecord> records = new ArrayList<>();
            for (Event event : events.subList(from, Math.min(events.size(), from + RECORDS_PER_COMMIT))) {
                records.add(chain.add(CODEC.encode(event)));
            }
            Optional<StoredSession> opened = from == 0 ? Optional.of(row) : Optional.empty();
            journal.append(List.of(new Batch(id, from + 1, records, Collections.emptySortedMap(), opened, false)));
        }
    }
}
