package dev.envelope.server.host;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.live.Fold;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.settings.Limits;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What a session works with.
 *
 * @param threads the thread that the session is pinned to
 * @param committer makes things durable
 * @param journal where the session is stored
 * @param codec its records
 * @param timer for what is tried again
 * @param workers what takes its time is carried out on
 * @param standIns acts for seats whose owners are not there
 * @param clock the server's time in milliseconds
 * @param limits every bound
 */
public record Workplace(
        Executor threads,
        Committer committer,
        Journal journal,
        EventCodec codec,
        ScheduledExecutorService timer,
        Executor workers,
        StandIns standIns,
        LongSupplier clock,
        Limits limits) {

    private static final long RETRY_MILLIS = 500;

    /** The session as the journal has it; empty when it has no records. */
    public Optional<Fold> replay(StoredSession row) {
        return Fold.replay(codec, journal, row);
    }

    /** This workplace, its clock put forward to {@code atMillis} where it is behind: somebody has set it back. */
    public Workplace notBefore(long atMillis) {
        long behind = Math.max(0, atMillis - clock.getAsLong());
        return behind == 0
                ? this
                : new Workplace(
                        threads,
                        committer,
                        journal,
                        codec,
                        timer,
                        workers,
                        standIns,
                        () -> clock.getAsLong() + behind,
                        limits);
    }

    /** Runs {@code retry} at once after a first failure, and after a while when there were more. */
    void after(int failures, Runnable retry) {
        if (failures <= 1) {
            retry.run();
        } else {
            ScheduledFuture<?> unused = timer.schedule(retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
