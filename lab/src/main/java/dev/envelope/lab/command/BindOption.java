package dev.envelope.lab.command;

import dev.envelope.client.api.Endpoint;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that listens: on which addresses. */
final class BindOption {
    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "The address to listen on (every one).")
    @SuppressWarnings("NullAway.Init")
    private String bind;

    /** The address to listen on. */
    String address() {
        return bind;
    }

    /** Where this machine itself reaches a server that listens on {@code port}. */
    Endpoint local(int port) {
        return Endpoint.tcp(Serving.local(bind), port);
    }

    /** Where a server that listens on {@code port} can be reached, each as HOST:PORT, the most useful first. */
    List<String> reachable(int port) {
        return Serving.addresses(bind, port);
    }
}
