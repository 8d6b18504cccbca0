package dev.envelope.client.link;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.ControlDetails;
import java.util.List;

/** What a client says. The request id travels beside it. */
public sealed interface Outgoing {

    /** The first request of a connection: who is speaking. */
    sealed interface Hello extends Outgoing {}

    /**
     * A participant's hello.
     *
     * @param code the session's join code
     * @param name shown to the instructor
     * @param key gets the seat; 16 bytes in lower-case hexadecimal
     * @param person whether a person decides
     */
    record Participant(String code, String name, String key, boolean person) implements Hello {}

    /**
     * The instructor's hello.
     *
     * @param code the session's join code
     * @param token the secret that the server printed
     */
    record Instructor(String code, String token) implements Hello {}

    /** A spectator's hello. */
    record Spectator(String code) implements Hello {}

    /** A message for a round. */
    record Submit(int round, Message message) implements Outgoing {}

    /** Asks for everything the client may know. */
    record GetSnapshot() implements Outgoing {}

    /** Asks for a sign of life. */
    record Ping(long nonce) implements Outgoing {}

    /** An instructor's command, and what it is about. */
    record Control(Action action, ControlDetails details) implements Outgoing {}

    /** Asks who is in which seat. */
    record GetRoster() implements Outgoing {}

    /** Asks what a page says. */
    record GetForm(FormKind form) implements Outgoing {}

    /**
     * Fills out a page.
     *
     * @param form which
     * @param agreed whether the seat's owner agrees to take part, where that is asked
     * @param attempt which of the attempts to answer the questions on the instructions, from 1
     * @param answers the answers, where there are questions
     */
    record FillForm(FormKind form, boolean agreed, int attempt, List<FormAnswer> answers) implements Outgoing {

        /** Copies the list. */
        public FillForm {
            answers = List.copyOf(answers);
        }
    }

    /** What an instructor can do. */
    enum Action {
        /** Begin with the seats taken so far. */
        START,
        /** Stop the clock. */
        PAUSE,
        /** Let the clock go on. */
        RESUME,
        /** Close the open round now. */
        CLOSE_ROUND,
        /** Finish after the current round. */
        END,
        /** Give the open round more time. */
        EXTEND,
        /** Tell one seat or all something. */
        NOTE,
        /** Have the open round wait for a seat no more. */
        ADVANCE,
        /** Give a seat to a stand-in. */
        REPLACE,
        /** Give it back to its owner. */
        GIVE_BACK,
        /** Take it from its owner. */
        REMOVE,
        /** Let newcomers in. */
        OPEN_DOOR,
        /** Let no newcomers in. */
        CLOSE_DOOR,
        /** Let those with certain keys in. */
        INVITE
    }
}
