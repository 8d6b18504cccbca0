package dev.envelope.lab.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** One line for a person who waits, printed where something takes longer than {@link #SOON}; closing it takes it back. */
public final class SlowNotice implements AutoCloseable {

    /** After how long somebody wonders. */
    public static final Duration SOON = Duration.ofSeconds(2);

    private final Timer timer = new Timer("slow notice", true);
    private boolean isClosed;

    private SlowNotice() {}

    /**
     * Prints {@code words} on {@code err} unless this is closed before {@code delay} is over.
     *
     * @param isSeen whether a person sees {@code err}; otherwise nothing is ever printed
     */
    public static SlowNotice after(Duration delay, PrintWriter err, boolean isSeen, String words) {
        SlowNotice notice = new SlowNotice();
        if (isSeen) {
            notice.timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            notice.print(err, words);
                        }
                    },
                    delay.toMillis());
        }
        return notice;
    }

    private synchronized void print(PrintWriter err, String words) {
        if (!isClosed) {
            err.println(words);
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        timer.cancel();
    }
}
