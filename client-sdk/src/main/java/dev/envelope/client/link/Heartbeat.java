package dev.envelope.client.link;

import java.time.Duration;

/** Notices that nothing is heard any more: asks for a sign of life each period, and calls a silent one the end. */
final class Heartbeat {

    /** What a heartbeat does. */
    interface Pulse {

        /** Something was heard in the last period: ask again. */
        void beat();

        /** Nothing was heard in the last period, although it was asked for. */
        void silent(Duration period);
    }

    private final Loop loop;
    private final Duration period;
    private final Pulse pulse;
    private boolean heard = true;
    private Runnable cancel = () -> {};

    Heartbeat(Loop loop, Duration period, Pulse pulse) {
        this.loop = loop;
        this.period = period;
        this.pulse = pulse;
    }

    void start() {
        cancel = loop.schedule(period, this::tick);
    }

    void heard() {
        heard = true;
    }

    void stop() {
        cancel.run();
    }

    private void tick() {
        if (!heard) {
            pulse.silent(period);
            return;
        }
        heard = false;
        start();
        pulse.beat();
    }
}
