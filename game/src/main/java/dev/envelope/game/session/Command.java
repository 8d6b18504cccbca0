package dev.envelope.game.session;

import dev.envelope.game.message.Message;

/**
 * Something that is asked of a session. The shell stamps it with the time at which it entered the session's queue.
 *
 * <p>Times never decrease; one that is earlier than the session's last event counts as that event's time.
 */
public sealed interface Command {

    /** When it entered the session's queue, in milliseconds of the server's clock. */
    long atMillis();

    /** Carries it out: the way back from the command to its rule, called by {@link SessionCore} only. */
    Answer carryOut(Deciding session);

    /**
     * Someone wants a seat, or its seat again.
     *
     * @param atMillis when it was asked
     * @param keyHash SHA-256 of the seat key in lower-case hexadecimal
     * @param person whether a person decides
     */
    record TakeSeat(long atMillis, String keyHash, boolean person) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.takeSeat(this);
        }
    }

    /** The instructor begins with the seats taken so far. */
    record Start(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.start();
        }
    }

    /**
     * A seat submits a message.
     *
     * @param atMillis when it was submitted
     * @param seat the seat's number
     * @param requestId the client's id of the request, not 0
     * @param round the round the message is meant for, from 1
     * @param message the message
     */
    record Submit(long atMillis, int seat, long requestId, int round, Message message) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.submit(this);
        }
    }

    /** Time has come: {@link SessionState#wakeAt()} has been reached. Harmless at any other time. */
    record Tick(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.tick();
        }
    }

    /** The instructor stops the clock. */
    record Pause(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.pause();
        }
    }

    /** The instructor lets the clock go on. */
    record Resume(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.resume();
        }
    }

    /** The instructor closes the open round. */
    record CloseRound(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.closeRound();
        }
    }

    /** The instructor ends the session after the current round. */
    record End(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.end();
        }
    }

    /** The server is back: it was down since the session's last event, and the clock stood still since. */
    record Recovered(long atMillis) implements Command {
        @Override
        public Answer carryOut(Deciding session) {
            return session.recovered();
        }
    }
}
