package dev.envelope.server.net;

import dev.envelope.server.settings.ServerSettings;
import java.util.Optional;

/**
 * Where the network listens. At least one of {@code socket} and {@code inProcess} is given.
 *
 * @param socket the TCP port; absent for none
 * @param inProcess the name under which the same Java process connects without a socket; absent for none
 * @param eventLoops how many threads do the network's work at most, at least 1; a loop is filled before the next one is
 *     used
 */
public record NetworkSettings(Optional<Socket> socket, Optional<String> inProcess, int eventLoops) {

    /** Checks that there is an entrance and a thread. */
    public NetworkSettings {
        if (socket.isEmpty() && inProcess.isEmpty()) {
            throw new IllegalArgumentException("socket, inProcess: neither (expected: at least one entrance)");
        }
        if (eventLoops < 1) {
            throw new IllegalArgumentException("eventLoops: " + eventLoops + " (expected: at least 1)");
        }
    }

    /**
     * The TCP port.
     *
     * @param bind the address to listen on; {@code 0.0.0.0} is every interface
     * @param port the port to listen on; 0 lets the system choose
     * @param tls certificate and key; absent serves plain connections only
     */
    public record Socket(String bind, int port, Optional<ServerSettings.Tls> tls) {}

    /** What {@code settings} say of the network, with up to one event loop for every processor. */
    public static NetworkSettings of(ServerSettings settings) {
        Socket socket = new Socket(settings.bind(), settings.port(), settings.tls());
        int loops = Runtime.getRuntime().availableProcessors();
        return new NetworkSettings(Optional.of(socket), Optional.empty(), loops);
    }

    /** No socket: only this Java process can connect, under {@code name}. */
    public static NetworkSettings inProcess(String name) {
        return new NetworkSettings(Optional.empty(), Optional.of(name), 1);
    }

    /** These settings with an entrance for this Java process beside the socket. */
    public NetworkSettings withInProcess(String name) {
        return new NetworkSettings(socket, Optional.of(name), eventLoops);
    }
}
