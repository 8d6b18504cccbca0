package dev.envelope.game.strategy;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A program that plays one seat: asked once a round, it answers with a message.
 *
 * <p>The same object plays headless, in a tournament and live. It is called by one thread at a time, and it must draw
 * all its randomness from the generator it is given, so that a run can be repeated.
 */
@FunctionalInterface
public interface Strategy {

    /**
     * The message to submit.
     *
     * @param view all the seat may know; its phase is {@link dev.envelope.game.view.Phase#OPEN}
     * @param random the only source of randomness; seeded per seat and round
     * @return a message of the kind the treatment's mechanism takes, or an abstention
     */
    Message decide(View view, RandomGenerator random);

    /**
     * Looks at the treatments of a session before it is played. Does nothing unless overridden.
     *
     * @throws RuntimeException when it cannot play one of them; the message says why
     */
    default void prepare(List<Treatment> treatments) {}

    /** Takes note of a settled round. Does nothing unless overridden. */
    default void learn(RoundResult result) {}
}
