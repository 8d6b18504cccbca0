package dev.envelope.server.session;

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
    public void close() {
        // It is never open.
    }
}
