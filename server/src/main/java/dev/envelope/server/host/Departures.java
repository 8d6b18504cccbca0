package dev.envelope.server.host;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.server.live.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outputs that leave at the same time: those of one lane are handed to it as one task, so that its thread is woken once and
 * not for each. For one thread.
 */
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Map<Executor, List<Runnable>> byLane = new LinkedHashMap<>();

    /** Adds an output that may leave. */
    void release(Output output) {
        add(output.lane(), output::release);
    }

    /** Adds an output of which what it rests on was thrown away. */
    void withdraw(Output output, Refusal reason) {
        add(output.lane(), () -> output.withdraw(reason));
    }

    private void add(Executor lane, Runnable departure) {
        byLane.computeIfAbsent(lane, l -> new ArrayList<>()).add(departure);
    }

    /** Lets all of them go. */
    void go() {
        byLane.forEach((lane, departures) -> {
            try {
                lane.execute(() -> departures.forEach(Departures::depart));
            } catch (RejectedExecutionException e) {
                LOG.info("{} outputs are not sent: the server has closed", departures.size());
            }
        });
        byLane.clear();
    }

    private static void depart(Runnable departure) {
        try {
            departure.run();
        } catch (RuntimeException | Error e) { // the others' outputs leave all the same
            LOG.error("an output could not leave", e);
        }
    }
}
