package dev.envelope.server.journal.sql;

import java.util.concurrent.TimeUnit;

/** A wait for a database that is expected to change its mind. */
final class Pause {

    private Pause() {}

    /** Waits; false when the thread is asked to stop. */
    static boolean millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
