package dev.envelope.lab.command.serving;

import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.standin.HouseStandIns;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.net.NetworkSettings;
import dev.envelope.server.settings.ServerSettings;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Starting a server for a command and stopping it cleanly. */
final class Serving {
    private Serving() {}

    /** A server with {@code settings}; a {@link Failure} that says why when it cannot start. */
    static EnvelopeServer start(ServerSettings settings) {
        return start(settings, new HouseStandIns());
    }

    /** The same with stand-ins that may have worked out something before. */
    static EnvelopeServer start(ServerSettings settings, StandIns standIns) {
        try {
            return EnvelopeServer.start(settings, NetworkSettings.of(settings), standIns);
        } catch (RuntimeException refused) {
            throw new Failure(refused.getMessage());
        }
    }

    /** The address at which this machine itself reaches a server bound to {@code bind}. */
    static String local(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }

    /** The addresses at which a server bound to {@code bind} can be reached, each as HOST:PORT, the most useful first. */
    static List<String> addresses(String bind, int port) {
        if (!bind.equals("0.0.0.0") && !bind.equals("::")) {
            return List.of((bind.indexOf(':') < 0 ? bind : "[" + bind + "]") + ":" + port);
        }
        List<String> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    for (InetAddress address : Collections.list(network.getInetAddresses())) {
                        if (address instanceof Inet4Address) {
                            addresses.add(address.getHostAddress() + ":" + port);
                        }
                    }
                }
            }
        } catch (SocketException unknown) {
            addresses.clear();
        }
        addresses.add("localhost:" + port);
        return addresses;
    }
}
