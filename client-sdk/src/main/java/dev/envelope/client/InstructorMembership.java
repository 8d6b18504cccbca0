package dev.envelope.client;

import dev.envelope.client.api.NotSent;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.client.link.Incoming;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.link.LinkClosed;
import dev.envelope.client.link.Outgoing;
import java.util.concurrent.CompletableFuture;
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

    private CompletionStage<Void> control(Outgoing.Action action) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        if (!wiring.loop().execute(() -> control(action, result))) {
            result.completeExceptionally(new NotSent("the client was closed"));
        }
        return result;
    }

    private void control(Outgoing.Action action, CompletableFuture<Void> result) {
        if (!line.isUp()) {
            result.completeExceptionally(new NotSent("not connected"));
            return;
        }
        line.call(wiring.ids().getAsLong(), new Outgoing.Control(action)).whenComplete((answer, failure) -> {
            if (answer instanceof Incoming.Done) {
                result.complete(null);
            } else if (failure instanceof LinkClosed) {
                result.completeExceptionally(new OutcomeUnknown(String.valueOf(failure.getMessage()), failure));
            } else {
                result.completeExceptionally(failed(answer, failure));
            }
        });
    }
}
