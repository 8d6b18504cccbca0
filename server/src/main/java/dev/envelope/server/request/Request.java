package dev.envelope.server.request;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.ControlDetails;
import java.util.List;

/** What a client asks, decoded. */
public sealed interface Request {

    /** The client's id of the request, not 0; the answer echoes it. */
    long id();

    /**
     * The first request of a connection.
     *
     * @param id the request's id
     * @param protocolVersion the version the client speaks
     * @param client the client program's name, for the log
     * @param identity who is speaking
     */
    record Hello(long id, int protocolVersion, String client, Identity identity) implements Request {}

    /**
     * A message for the open round; replaces the seat's earlier one.
     *
     * @param id the request's id
     * @param round the round it is meant for, from 1
     * @param message the message
     */
    record Submit(long id, int round, Message message) implements Request {}

    /** Asks for everything the client may know. */
    record GetSnapshot(long id) implements Request {}

    /** Asks for a sign of life; {@code nonce} comes back. */
    record Ping(long id, long nonce) implements Request {}

    /** An instructor's command, and what it is about. */
    record Control(long id, Action action, ControlDetails details) implements Request {}

    /** The instructor asks who is in which seat. */
    record GetRoster(long id) implements Request {}

    /** Asks what a page says. */
    record GetForm(long id, FormKind form) implements Request {}

    /**
     * Fills out a page.
     *
     * @param form which
     * @param agreed whether the seat's owner agrees to take part, where that is asked
     * @param attempt which of the attempts to answer the questions on the instructions, from 1
     * @param answers the answers, where there are questions
     */
    record FillForm(long id, FormKind form, boolean agreed, int attempt, List<FormAnswer> answers) implements Request {

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
