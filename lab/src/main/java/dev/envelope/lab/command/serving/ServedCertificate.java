package dev.envelope.lab.command.serving;

import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.ValidityDates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate a server shows, as far as those who connect depend on it.
 *
 * @param file the PEM file of its chain
 * @param chain the chain, the server's own certificate first
 */
record ServedCertificate(Path file, List<X509Certificate> chain) {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    /** The certificate in {@code file}; a {@link Failure} when there is none. */
    static ServedCertificate read(Path file) {
        List<X509Certificate> chain = new ArrayList<>();
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                chain.add((X509Certificate) certificate);
            }
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: a certificate chain in PEM)");
        } catch (IOException | CertificateException unreadable) {
            throw new Failure(file + ": " + unreadable.getMessage() + " (expected: a certificate chain in PEM)");
        }
        if (chain.isEmpty()) {
            throw new Failure(file + ": no certificate in it (expected: a certificate chain in PEM)");
        }
        return new ServedCertificate(file, List.copyOf(chain));
    }

    /** That it, or one of its chain, is not valid now: a line for whoever starts the server. */
    Optional<String> warning() {
        return chain.stream()
                .flatMap(certificate -> ValidityDates.problem(certificate).stream())
                .findFirst()
                .map(problem -> "warning: " + file + ": " + problem + ": clients will not believe it");
    }

    /** The first of {@code hosts} that the certificate is for, or else a name that it is for; empty when it has none. */
    Optional<String> host(List<String> hosts) {
        List<String> names = names();
        return hosts.stream()
                .filter(names::contains)
                .findFirst()
                .or(() -> names.stream().filter(name -> !name.startsWith("*")).findFirst());
    }

    /** Whether the Java runtime believes it, so that a client needs no file of its own. */
    boolean isBelieved() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
                }
            }
            return true;
        } catch (GeneralSecurityException unknown) {
            return false;
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = chain.get(0).getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                if (alternative.get(0).equals(DNS) || alternative.get(0).equals(ADDRESS)) {
                    names.add(String.valueOf(alternative.get(1)));
                }
            }
            return names.isEmpty() ? commonName() : names;
        } catch (CertificateException | InvalidNameException unreadable) {
            return List.of();
        }
    }

    /** What clients compare with when there is no alternative name. */
    private List<String> commonName() throws InvalidNameException {
        return new LdapName(chain.get(0).getSubjectX500Principal().getName())
                .getRdns().stream()
                        .filter(part -> part.getType().equalsIgnoreCase("CN"))
                        .map(part -> String.valueOf(part.getValue()))
                        .toList();
    }
}
