package dev.envelope.client;

import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.Outgoing;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A spectator's membership: it can only listen. */
final class SpectatorMembership extends Membership implements SpectatorClient {

    private SpectatorMembership(Lifeline.Wiring wiring, Outgoing.Hello hello, Executor workers) {
        super(wiring, hello, workers);
    }

    /** Enters as a spectator. */
    static CompletionStage<SpectatorClient> enter(Lifeline.Wiring wiring, Outgoing.Spectator hello, Executor workers) {
        SpectatorMembership spectator = new SpectatorMembership(wiring, hello, workers);
        return spectator.enter(spectator);
    }

    @Override
    public void listen(SessionListener listener) {
        addListener(listener);
    }
}
