package dev.envelope.client.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which certificates of a server are believed.
 *
 * @param certificates a PEM file of the certificates to believe; absent for those the Java runtime believes
 */
public record Trust(Optional<Path> certificates) {

    /** The certificates that the Java runtime believes. */
    public static Trust system() {
        return new Trust(Optional.empty());
    }

    /** Only the certificates in the PEM file {@code certificates}; what a self-signed server needs. */
    public static Trust certificates(Path certificates) {
        return new Trust(Optional.of(certificates));
    }
}
