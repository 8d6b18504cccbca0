package dev.envelope.server.live;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Something that leaves a session once everything decided before it is durable. */
public interface Output {

    /** Everything before it is durable: let it go. */
    void release();

    /** What it rests on was thrown away. */
    void withdraw(Refusal reason);

    /** How many requests it answers: 0 or 1. */
    int answers();

    /** What it leaves on. */
    default Executor lane() {
        return Runnable::run;
    }

    /** The answer to request {@code requestId}. */
    record Answered(Connection connection, long requestId, Response response) implements Output {

        @Override
        public Executor lane() {
            return connection.lane();
        }

        @Override
        public void release() {
            connection.answer(requestId, response);
        }

        @Override
        public void withdraw(Refusal reason) {
            connection.answer(requestId, new Response.Refused(reason));
        }

        @Override
        public int answers() {
            return 1;
        }
    }

    /** A push. Withdrawn, it was never news. */
    record Pushed(Connection connection, Response response) implements Output {

        @Override
        public Executor lane() {
            return connection.lane();
        }

        @Override
        public void release() {
            connection.push(response);
        }

        @Override
        public void withdraw(Refusal reason) {
            // Nobody asked for it, and what it told did not happen.
        }

        @Override
        public int answers() {
            return 0;
        }
    }

    /** A connection that makes way for a newer one of its seat; should that one not be welcomed after all, it may come back. */
    record Displaced(Connection connection, Refusal reason) implements Output {

        @Override
        public Executor lane() {
            return connection.lane();
        }

        @Override
        public void release() {
            connection.end(reason);
        }

        @Override
        public void withdraw(Refusal fault) {
            connection.end(fault);
        }

        @Override
        public int answers() {
            return 0;
        }
    }

    /** Someone in this process who waits. */
    record Awaited(CompletableFuture<Boolean> done) implements Output {

        @Override
        public void release() {
            done.complete(true);
        }

        @Override
        public void withdraw(Refusal reason) {
            done.completeExceptionally(new JournalException(reason.reason()));
        }

        @Override
        public int answers() {
            return 0;
        }
    }
}
