package dev.envelope.game.session.command;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.seating.StandIn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that is asked of a session. The shell stamps it with the time at which it entered the session's queue.
 *
 * <p>Times never decrease; one that is earlier than the session's last event counts as that event's time.
 */
public sealed interface Command {

    /** When it entered the session's queue, in milliseconds of the server's clock. */
    long atMillis();

    /** What {@code visitor} makes of a command of this kind. */
    <R> R accept(CommandVisitor<R> visitor);

    /**
     * Someone wants a seat, or its seat again.
     *
     * @param atMillis when it was asked
     * @param keyHash SHA-256 of the seat key in lower-case hexadecimal
     * @param person whether a person decides
     */
    record TakeSeat(long atMillis, String keyHash, boolean person) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor begins with the seats taken so far. */
    record Start(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
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
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Time has come: what the session waits for is due. Harmless at any other time. */
    record Tick(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor stops the clock. */
    record Pause(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor lets the clock go on. */
    record Resume(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor closes the open round. */
    record CloseRound(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor ends the session after the current round. */
    record End(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The instructor gives the open round's deadline more time.
     *
     * @param millis how much, at least 1
     */
    record Extend(long atMillis, long millis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The instructor tells something.
     *
     * @param seat whom; empty for everybody
     * @param text what
     */
    record Tell(long atMillis, OptionalInt seat, String text) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor has the open round wait for a seat no more. */
    record Advance(long atMillis, int seat) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor gives a seat to a stand-in. */
    record Replace(long atMillis, int seat, StandIn standIn) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor gives a seat back to its owner. */
    record GiveBack(long atMillis, int seat) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor removes a seat's owner, for good. */
    record Remove(long atMillis, int seat) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The instructor gives out links for seats.
     *
     * @param keyHashes SHA-256 of their keys in lower-case hexadecimal
     */
    record Invite(long atMillis, List<String> keyHashes) implements Command {

        /** Copies the list. */
        public Invite {
            keyHashes = List.copyOf(keyHashes);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor opens or closes the door for newcomers. */
    record MoveDoor(long atMillis, boolean open) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A seat had no connection for as long as the plan says. */
    record DropOut(long atMillis, int seat) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * What a stand-in answers in the open round.
     *
     * @param round the round it was asked about
     * @param message its message; empty when it has none
     */
    record Reply(long atMillis, int seat, int round, Optional<Message> message) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A seat's owner agrees to take part, or does not. */
    record Consent(long atMillis, int seat, boolean agreed) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat answers the questions on the instructions.
     *
     * @param attempt which of its attempts, from 1
     */
    record Comprehend(long atMillis, int seat, int attempt, List<FormAnswer> answers) implements Command {

        /** Copies the list. */
        public Comprehend {
            answers = List.copyOf(answers);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A seat fills out the questionnaire. */
    record Fill(long atMillis, int seat, List<FormAnswer> answers) implements Command {

        /** Copies the list. */
        public Fill {
            answers = List.copyOf(answers);
        }

        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The server is back: it was down since the session's last event, and the clock stood still since. */
    record Recovered(long atMillis) implements Command {
        @Override
        public <R> R accept(CommandVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
