package dev.envelope.server.live;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Acts for seats whose owners are not there. Supplied by whoever starts the server, for the server knows no strategies.
 * Called by several threads, never by a session's: it may take its time.
 */
public interface StandIns {

    /** None: plans that need one are refused. */
    StandIns NONE = new StandIns() {
        @Override
        public void prepare(StandIn standIn, List<Treatment> treatments) {
            throw new IllegalArgumentException("stand-in: " + standIn.strategy()
                    + " (expected: none, for this server was started without strategies)");
        }

        @Override
        public Message decide(StandIn standIn, View view, RandomGenerator random) {
            throw new IllegalStateException("stand-in: " + standIn.strategy()
                    + " (expected: none, for this server was started without strategies)");
        }
    };

    /**
     * Looks at the treatments that {@code standIn} may have to play, before a session is opened.
     *
     * @throws RuntimeException when it cannot play one of them; the message says why
     */
    void prepare(StandIn standIn, List<Treatment> treatments);

    /**
     * What {@code standIn} says in the round of {@code view}.
     *
     * @param random the only source of randomness, of the session's seed
     * @throws RuntimeException when it has nothing to say
     */
    Message decide(StandIn standIn, View view, RandomGenerator random);
}
