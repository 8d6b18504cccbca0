package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.terminal.Terminal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One person's seat at a terminal: shows what the seat learns and sends what is typed, until the session is over or the
 * person leaves.
 */
public final class PersonTerminal {
    private static final Set<RefusalCode> TOO_LATE = EnumSet.of(RefusalCode.LATE, RefusalCode.WRONG_ROUND);

    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private final RoundBoard board;

    /** A person in {@code seat} at {@code terminal}, spoken to in {@code words}. */
    public PersonTerminal(SeatClient seat, Terminal terminal, Catalogue words) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
        this.board = new RoundBoard(seat, terminal, words);
    }

    /**
     * Plays {@code seat} at {@code terminal} and returns when the session is over or the person has left.
     *
     * @return what cut the connection for good; empty for a regular end
     */
    public static Optional<Throwable> play(SeatClient seat, Terminal terminal, Catalogue words) {
        return new PersonTerminal(seat, terminal, words).play();
    }

    /** Plays, and returns as {@link #play(SeatClient, Terminal, Catalogue)} does. */
    public Optional<Throwable> play() {
        seat.listen(board);
        Thread typing = new Thread(this::read, "typing");
        typing.setDaemon(true); // a thread that waits for a line cannot be woken
        typing.start();
        Optional<Throwable> cause = board.awaitEnd();
        seat.close();
        return cause;
    }

    /** Ends the play of one who is still there, and says that the seat is kept. Safe from any thread. */
    public void leave() {
        board.leaveAtOnce();
    }

    private void read() {
        Optional<String> line = terminal.read();
        while (line.isPresent() && !isQuit(line.get())) {
            if (!terminal.interactive()) {
                board.awaitTurn();
            }
            if (!board.forms().takes(line.get(), !terminal.interactive())) {
                act(TypedLine.of(line.get()));
            }
            line = terminal.read();
        }
        if (!terminal.interactive()) {
            board.awaitSettled();
        }
        board.leave();
    }

    /** A letter may be an answer where something is asked. */
    private boolean isQuit(String line) {
        return TypedLine.of(line) instanceof TypedLine.Quit
                && (!board.forms().isAsking() || line.strip().length() > 1);
    }

    private void act(TypedLine line) {
        if (line instanceof TypedLine.Points points) {
            offer(points);
        } else if (line instanceof TypedLine.Pass) {
            board.open()
                    .ifPresentOrElse(
                            view -> send(view.round(), new Abstain()), () -> terminal.say(words.text("no.round")));
        } else if (line instanceof TypedLine.Help) {
            terminal.say(words.text("help"));
        } else if (line instanceof TypedLine.Unclear unclear) {
            terminal.say(words.text("not.a.number", unclear.text()));
        } else {
            board.look();
        }
    }

    private void offer(TypedLine.Points points) {
        board.open()
                .ifPresentOrElse(
                        view -> {
                            OfferCheck check = OfferCheck.of(points.amount(), view.treatment(), words);
                            Message message = check.message();
                            if (message == null) {
                                terminal.say(check.complaint());
                            } else {
                                send(view.round(), message);
                            }
                        },
                        () -> terminal.say(words.text("no.round")));
    }

    private void send(int round, Message message) {
        board.sends(message);
        CompletionStage<?> answer = seat.submit(round, message).whenComplete((receipt, failure) -> {
            if (failure == null) {
                board.stored(round, message);
            } else {
                failed(round, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
        });
        if (!terminal.interactive()) {
            answer.exceptionally(failure -> null).toCompletableFuture().join();
        }
    }

    private void failed(int round, @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure instanceof Rejected rejected && TOO_LATE.contains(rejected.code())) {
            board.late(round);
        }
        terminal.say(explain(failure));
    }

    private String explain(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure instanceof Rejected rejected) {
            return words.text("refused", rejected.reason());
        }
        String message = String.valueOf(failure == null ? null : failure.getMessage());
        return words.text(failure instanceof NotSent ? "not.sent" : "unknown.outcome", message);
    }
}
