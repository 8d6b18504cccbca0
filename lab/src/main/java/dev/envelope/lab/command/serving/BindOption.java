package dev.envelope.lab.command.serving;

import dev.envelope.client.api.Endpoint;
import dev.envelope.server.settings.ServerSettings;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that listens: on which addresses. */
final class BindOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "The address to listen on (every one).")
    @SuppressWarnings("NullAway.Init")
    private String bind;

    /** The usual settings on this address and {@code port}; wrong usage when it is no port. */
    ServerSettings settings(int port) {
        try {
            return ServerSettings.DEFAULT.withBind(bind).withPort(port);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), "--" + outside.getMessage());
        }
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
