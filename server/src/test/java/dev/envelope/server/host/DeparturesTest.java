package dev.envelope.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.live.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final Refusal REASON = new Refusal(RefusalCode.UNAVAILABLE, "not stored");

    private final List<String> left = new ArrayList<>();
    private final List<Runnable> first = new ArrayList<>();
    private final List<Runnable> second = new ArrayList<>();
    private final Executor firstLane = first::add;
    private final Executor secondLane = second::add;

    @Test
    void outputsOfOneLaneAreOneTaskAndKeepTheirOrder() {
        Departures departures = new Departures();
        for (int i = 1; i <= 3; i++) {
            departures.release(output("a" + i, firstLane));
            departures.release(output("b" + i, secondLane));
        }
        departures.withdraw(output("a4", firstLane), REASON);
        departures.go();

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(left).isEmpty();
        first.get(0).run();
        assertThat(left).containsExactly("a1", "a2", "a3", "a4 withdrawn");
    }

    @Test
    void whatCannotLeaveStopsNobodyElse() {
        Departures departures = new Departures();
        departures.release(output("a1", firstLane));
        departures.release(output("fault", firstLane));
        departures.release(output("a2", firstLane));
        departures.release(output("closed", task -> {
            throw new RejectedExecutionException("closed");
        }));
        departures.release(output("b1", secondLane));
        departures.go();

        first.forEach(Runnable::run);
        second.forEach(Runnable::run);
        assertThat(left).containsExactly("a1", "a2", "b1");
    }

    private Output output(String name, Executor lane) {
        return new Output() {
            @Override
            public void release() {
                if (name.equals("fault")) {
                    throw new IllegalStateException(name);
                }
                left.add(name);
            }

            @Override
            public void withdraw(Refusal reason) {
                left.add(name + " withdrawn");
            }

            @Override
            public int answers() {
                return 0;
            }

            @Override
            public Executor lane() {
                return lane;
            }
        };
    }
}
