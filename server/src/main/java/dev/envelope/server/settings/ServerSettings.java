package dev.envelope.server.settings;

import dev.envelope.server.journal.sql.JournalAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is started.
 *
 * @param bind the address to listen on; {@code 0.0.0.0} is every interface
 * @param port the port to listen on; 0 lets the system choose
 * @param journal where the journal is, made when it is missing; absent keeps everything in memory and nothing for a restart
 * @param limits every bound the server keeps
 * @param tls certificate and key; absent serves plain connections only
 */
public record ServerSettings(
        String bind, int port, Optional<JournalAddress> journal, Limits limits, Optional<Tls> tls) {

    /** All interfaces, port 7777, {@code sessions.envelope} in the working directory, no TLS. */
    public static final ServerSettings DEFAULT = new ServerSettings(
            "0.0.0.0",
            7777,
            Optional.of(JournalAddress.of(Path.of("sessions.envelope"))),
            Limits.DEFAULT,
            Optional.empty());

    /** Checks the port. */
    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
    }

    /**
     * A server's certificate.
     *
     * @param certificateChain a PEM file
     * @param privateKey a PEM file, PKCS #8, not encrypted
     */
    public record Tls(Path certificateChain, Path privateKey) {}

    /** These settings on another address. */
    public ServerSettings withBind(String address) {
        return new ServerSettings(address, port, journal, limits, tls);
    }

    /** These settings on another port. */
    public ServerSettings withPort(int number) {
        return new ServerSettings(bind, number, journal, limits, tls);
    }

    /** These settings with another journal file. */
    public ServerSettings withJournal(Path file) {
        return withJournal(JournalAddress.of(file));
    }

    /** These settings with another journal. */
    public ServerSettings withJournal(JournalAddress address) {
        return new ServerSettings(bind, port, Optional.of(address), limits, tls);
    }

    /** These settings without a file: nothing survives the process. */
    public ServerSettings inMemory() {
        return new ServerSettings(bind, port, Optional.empty(), limits, tls);
    }

    /** These settings with other limits. */
    public ServerSettings withLimits(Limits bounds) {
        return new ServerSettings(bind, port, journal, bounds, tls);
    }

    /** These settings with TLS. */
    public ServerSettings withTls(Tls certificate) {
        return new ServerSettings(bind, port, journal, limits, Optional.of(certificate));
    }
}
