package dev.envelope.server.host;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.live.Output;
import java.util.List;
import java.util.Optional;

/**
 * What one drain of a session's queue leads to: records to store, and what may leave once they are.
 *
 * @param host the session
 * @param epoch how often its working state had been thrown away
 * @param batch what to store, if anything
 * @param outputs what may leave then, in order
 * @param state the session with all of the batch
 * @param broken whether a fault came after its outputs, so that it must be withdrawn
 */
record Commit(
        SessionHost host, int epoch, Optional<Batch> batch, List<Output> outputs, SessionState state, boolean broken) {}
