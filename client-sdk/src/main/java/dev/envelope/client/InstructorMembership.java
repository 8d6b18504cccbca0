package dev.envelope.client;

import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.Outgoing;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.view.SeatStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The instructor's membership: it can command. */
final class InstructorMembership extends Membership implements InstructorClient {

    private InstructorMembership(Lifeline.Wiring wiring, Outgoing.Hello hello, Executor workers) {
        super(wiring, hello, workers);
    }

    /** Enters as the instructor. */
    static CompletionStage<InstructorClient> enter(
            Lifeline.Wiring wiring, Outgoing.Instructor hello, Executor workers) {
        InstructorMembership instructor = new InstructorMembership(wiring, hello, workers);
        return instructor.enter(instructor);
    }

    @Override
    public CompletionStage<Void> start() {
        return control(Outgoing.Action.START);
    }

    @Override
    public CompletionStage<Void> pause() {
        return control(Outgoing.Action.PAUSE);
    }

    @Override
    public CompletionStage<Void> resume() {
        return control(Outgoing.Action.RESUME);
    }

    @Override
    public CompletionStage<Void> closeRound() {
        return control(Outgoing.Action.CLOSE_ROUND);
    }

    @Override
    public CompletionStage<Void> end() {
        return control(Outgoing.Action.END);
    }

    @Override
    public void listen(SessionListener listener) {
        addListener(listener);
    }

    @Override
    public CompletionStage<Void> extend(Duration time) {
        return control(Outgoing.Action.EXTEND, ControlDetails.time(time.toMillis()));
    }

    @Override
    public CompletionStage<Void> tell(String text) {
        return control(Outgoing.Action.NOTE, ControlDetails.note(OptionalInt.empty(), text));
    }

    @Override
    public CompletionStage<Void> tell(int seat, String text) {
        return control(Outgoing.Action.NOTE, ControlDetails.note(OptionalInt.of(seat), text));
    }

    @Override
    public CompletionStage<Void> advance(int seat) {
        return control(Outgoing.Action.ADVANCE, ControlDetails.of(seat));
    }

    @Override
    public CompletionStage<Void> replace(int seat, String strategy) {
        return control(Outgoing.Action.REPLACE, ControlDetails.strategy(seat, strategy));
    }

    @Override
    public CompletionStage<Void> giveBack(int seat) {
        return control(Outgoing.Action.GIVE_BACK, ControlDetails.of(seat));
    }

    @Override
    public CompletionStage<Void> remove(int seat) {
        return control(Outgoing.Action.REMOVE, ControlDetails.of(seat));
    }

    @Override
    public CompletionStage<Void> moveDoor(boolean open) {
        return control(open ? Outgoing.Action.OPEN_DOOR : Outgoing.Action.CLOSE_DOOR);
    }

    @Override
    public CompletionStage<Void> invite(List<SeatKey> keys) {
        return control(
                Outgoing.Action.INVITE,
                ControlDetails.links(keys.stream().map(SeatKey::hash).toList()));
    }

    @Override
    public CompletionStage<List<SeatStatus>> roster() {
        return ask(
                new Outgoing.GetRoster(),
                answer -> answer instanceof Incoming.Roster roster ? Optional.of(roster.seats()) : Optional.empty());
    }

    private CompletionStage<Void> control(Outgoing.Action action) {
        return control(action, ControlDetails.NONE);
    }

    private CompletionStage<Void> control(Outgoing.Action action, ControlDetails details) {
        return ask(
                        new Outgoing.Control(action, details),
                        answer -> answer instanceof Incoming.Done ? Optional.of(true) : Optional.empty())
                .thenAccept(done -> {});
    }
}
