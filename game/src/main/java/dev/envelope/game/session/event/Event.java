package dev.envelope.game.session.event;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.seating.StandIn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Something that happened in a session. Its events are all there is of a session: the state is their fold. */
public sealed interface Event {

    /** The time of the command that led to it, in milliseconds of the server's clock; never decreases. */
    long atMillis();

    /** What {@code visitor} makes of an event of this kind. */
    <R> R accept(EventVisitor<R> visitor);

    /**
     * The first event.
     *
     * @param atMillis when the session was opened
     * @param rulesVersion the version of the session core that decided the events
     * @param joinCode the session's join code
     * @param plan what is played
     * @param seedCommitment SHA-256(seed ‖ nonce) in lower-case hexadecimal
     * @param reproducible whether the seed was given
     * @param room the room whose address leads to the session; empty for none
     */
    record SessionOpened(
            long atMillis,
            String rulesVersion,
            String joinCode,
            Plan plan,
            String seedCommitment,
            boolean reproducible,
            String room)
            implements Event {

        /** A session in no room. */
        public SessionOpened(
                long atMillis,
                String rulesVersion,
                String joinCode,
                Plan plan,
                String seedCommitment,
                boolean reproducible) {
            this(atMillis, rulesVersion, joinCode, plan, seedCommitment, reproducible, "");
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat was taken.
     *
     * @param atMillis when
     * @param seat the seat's number: seats count up from 0; or that of a free one, or of one that a stand-in filled
     * @param keyHash SHA-256 of its key in lower-case hexadecimal
     * @param person whether a person decides
     */
    record SeatTaken(long atMillis, int seat, String keyHash, boolean person) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** No more seats are taken; the rounds begin. */
    record SessionStarted(long atMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Groups, roles and values of a round were drawn.
     *
     * @param atMillis when
     * @param round the round's number in the session, from 1
     * @param markets the groups; seats in none of them sit the round out
     */
    record RoundDealt(long atMillis, int round, List<DealtMarket> markets) implements Event {

        /** Copies the list. */
        public RoundDealt {
            markets = List.copyOf(markets);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A group.
     *
     * @param seats its seats in the order of the mechanism's agents, which gives them their roles
     * @param commonTicks what a unit is worth to all of them, where that is the same; told when the round is settled
     */
    record DealtMarket(List<DealtSeat> seats, OptionalLong commonTicks) {

        /** Copies the list. */
        public DealtMarket {
            seats = List.copyOf(seats);
        }

        /** A group of seats with values of their own. */
        public DealtMarket(List<DealtSeat> seats) {
            this(seats, OptionalLong.empty());
        }

        /** What a unit is worth to the agent {@code agent}: the common value, or its own. */
        public long worthTicks(int agent) {
            return commonTicks.orElse(seats.get(agent).valueTicks());
        }
    }

    /**
     * A seat of a group.
     *
     * @param seat the seat's number
     * @param valueTicks its private value, or cost for a seller, in ticks; its signal where the value is common
     */
    record DealtSeat(int seat, long valueTicks) {}

    /**
     * Messages are taken.
     *
     * @param atMillis when
     * @param round the round
     * @param closesAtMillis the deadline, absent where there is none
     */
    record RoundOpened(long atMillis, int round, OptionalLong closesAtMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A message was accepted and stands until the seat sends another one.
     *
     * @param atMillis when
     * @param round the round
     * @param seat the seat's number
     * @param requestId the client's id of the request
     * @param receipt the number of the receipt among the seat's, from 1
     * @param message the message
     */
    record MessageSealed(long atMillis, int round, int seat, long requestId, int receipt, Message message)
            implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Everyone has sealed.
     *
     * @param atMillis when
     * @param round the round
     * @param closesAtMillis when the round closes, unless its deadline comes first
     */
    record GraceStarted(long atMillis, int round, long closesAtMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The round takes no more messages. */
    record RoundClosed(long atMillis, int round, CloseReason reason) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The outcomes of a round.
     *
     * @param atMillis when
     * @param round the round
     * @param markets one entry per dealt market, in that order
     * @param nextRoundAtMillis when the next round begins; absent: at once, or never
     */
    record RoundSettled(long atMillis, int round, List<SettledMarket> markets, OptionalLong nextRoundAtMillis)
            implements Event {

        /** Copies the list. */
        public RoundSettled {
            markets = List.copyOf(markets);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The outcome of one market.
     *
     * @param seats one entry per seat of the market, in the market's order
     * @param priceTicks the uniform price, where there is one
     * @param voided why the market is void; empty for a regular outcome
     */
    record SettledMarket(List<SettledSeat> seats, OptionalLong priceTicks, Optional<String> voided) {

        /** Copies the list. */
        public SettledMarket {
            seats = List.copyOf(seats);
        }
    }

    /**
     * What one seat takes away.
     *
     * @param seat the seat's number
     * @param units units received: 1, 0, or −1 given up
     * @param paymentTicks what it pays in ticks; negative when it is paid
     * @param counted the message that counted
     * @param byDefault whether that is the treatment's default for the missing
     */
    record SettledSeat(int seat, int units, long paymentTicks, Optional<Message> counted, boolean byDefault) {}

    /** The clock stands still. */
    record Paused(long atMillis, PauseCause cause) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The clock goes on.
     *
     * @param atMillis when
     * @param shiftMillis how far all running deadlines have moved
     */
    record Resumed(long atMillis, long shiftMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The session finishes once the current round is settled. */
    record EndRequested(long atMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The open round has more time.
     *
     * @param closesAtMillis its new deadline
     */
    record RoundExtended(long atMillis, int round, long closesAtMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The instructor told something.
     *
     * @param seat whom; empty for everybody
     * @param text what
     */
    record NoteSent(long atMillis, OptionalInt seat, String text) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The open round no longer waits for the seat. */
    record SeatAdvanced(long atMillis, int round, int seat) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Something else acts for a seat from now on.
     *
     * @param standIn what
     * @param cause why; none of those that have an event of their own
     */
    record SeatHandedOver(long atMillis, int seat, StandIn standIn, HandOver cause) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The seat's owner acts for it again. */
    record SeatGivenBack(long atMillis, int seat) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The seat's owner was removed: before the first round the seat is free again, later it is one that has dropped out. */
    record SeatRemoved(long atMillis, int seat) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat that nobody has taken was given to a stand-in.
     *
     * @param seat the next number, or that of a seat whose owner was removed
     */
    record SeatFilled(long atMillis, int seat, StandIn standIn) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * What counts for a seat in this round unless its owner says something.
     *
     * @param message the stand-in's message; empty when it had none to give
     */
    record StandInReplied(long atMillis, int round, int seat, Optional<Message> message) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Links for seats were given out.
     *
     * @param keyHashes SHA-256 of their keys in lower-case hexadecimal
     */
    record SeatsInvited(long atMillis, List<String> keyHashes) implements Event {

        /** Copies the list. */
        public SeatsInvited {
            keyHashes = List.copyOf(keyHashes);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The instructor opened or closed the door for newcomers. */
    record DoorMoved(long atMillis, boolean open) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat's owner agreed to take part, or did not, or not any more: then before the first round the seat is free again, later
     * it counts as missing.
     */
    record ConsentAnswered(long atMillis, int seat, boolean agreed) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat answered the questions on the instructions.
     *
     * @param attempt which of its attempts, from 1
     * @param answers its answers, in the order of the questions
     * @param wrong the names of the questions that it answered wrong
     */
    record ComprehensionAnswered(long atMillis, int seat, int attempt, List<FormAnswer> answers, List<String> wrong)
            implements Event {

        /** Copies the lists. */
        public ComprehensionAnswered {
            answers = List.copyOf(answers);
            wrong = List.copyOf(wrong);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The rounds are over, what is paid is fixed, and the questionnaire can be filled out.
     *
     * @param closesAtMillis until when, at the latest
     */
    record QuestionnaireOpened(long atMillis, long closesAtMillis) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A seat filled out the questionnaire.
     *
     * @param answers its answers, in the order of the questions
     */
    record QuestionnaireAnswered(long atMillis, int seat, List<FormAnswer> answers) implements Event {

        /** Copies the list. */
        public QuestionnaireAnswered {
            answers = List.copyOf(answers);
        }

        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The last event.
     *
     * @param atMillis when
     * @param seed 32 bytes in lower-case hexadecimal
     * @param nonce 32 bytes in lower-case hexadecimal
     */
    record SessionFinished(long atMillis, String seed, String nonce) implements Event {
        @Override
        public <R> R accept(EventVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
