package dev.envelope.client.link;

import java.time.Duration;

/** The one thread that everything of a client happens on, and its clock. */
public interface Loop {

    /**
     * Runs {@code task} on the loop, after what was handed over before.
     *
     * @return whether it will; a loop that has ended takes no more
     */
    boolean execute(Runnable task);

    /**
     * Runs {@code task} on the loop when {@code delay} has passed.
     *
     * @return takes it back, if run on the loop before it is due
     */
    Runnable schedule(Duration delay, Runnable task);
}
