package dev.envelope.client.link;

import java.util.concurrent.CompletionStage;

/** Makes connections to one server. Called on the client's loop. */
@FunctionalInterface
public interface Dialer {

    /**
     * A new connection that reports to {@code listener}.
     *
     * @return completes on the client's loop; fails when no connection can be made
     */
    CompletionStage<Link> dial(LinkListener listener);
}
