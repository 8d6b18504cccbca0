package dev.envelope.server.live;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;

/** The connection of what nobody asked for. */
enum NoConnection implements Connection {
    INSTANCE;

    @Override
    public long id() {
        return 0;
    }

    @Override
    public void answer(long requestId, Response response) {
        throw new IllegalStateException("answer: " + response + " (expected: none, nobody asked)");
    }

    @Override
    public void push(Response response) {
        throw new IllegalStateException("push: " + response + " (expected: none, nobody is there)");
    }

    @Override
    public void end(Refusal reason) {
        throw new IllegalStateException("end: " + reason + " (expected: none, it is never open)");
    }
}
