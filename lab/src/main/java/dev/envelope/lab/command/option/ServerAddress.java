package dev.envelope.lab.command.option;

import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command that reaches a server takes: where it listens, and which certificates are believed. */
public final class ServerAddress {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "HOST:PORT",
            description = "Where the server listens; tls://HOST:PORT where it has a certificate.")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Believe the certificates in FILE (PEM) and no others, such as a server's own that is "
                    + "self-signed; with tls:// (those the Java runtime believes).")
    private @Nullable Path authorities;

    /** The server as it was typed. */
    public String typed() {
        return address;
    }

    /** The endpoint; wrong usage when it is none. */
    public Endpoint endpoint() {
        Endpoint endpoint;
        try {
            endpoint = Endpoint.parse(address);
        } catch (IllegalArgumentException unreadable) {
            throw usage(String.valueOf(unreadable.getMessage()));
        }
        if (authorities == null) {
            return endpoint;
        }
        if (!(endpoint instanceof Endpoint.Tls tls)) {
            throw usage("--ca: " + authorities + " for " + endpoint + " (expected: with tls://HOST:PORT)");
        }
        check(authorities);
        return Endpoint.tls(tls.host(), tls.port(), Trust.certificates(authorities));
    }

    private static void check(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new Failure(file + ": no certificate in it (expected: certificates in PEM)");
            }
            for (Certificate certificate : certificates) {
                ValidityDates.problem((X509Certificate) certificate).ifPresent(problem -> {
                    throw new Failure(file + ": " + problem + " (expected: certificates that are valid now)");
                });
            }
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: certificates in PEM)");
        } catch (IOException | CertificateException unreadable) {
            throw new Failure(file + ": " + unreadable.getMessage() + " (expected: certificates in PEM)");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
