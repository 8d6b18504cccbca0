package dev.envelope.lab.command.option;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** From when to when a certificate is valid, beside this machine's clock. */
public final class ValidityDates {
    private ValidityDates() {}

    /** That {@code certificate} has expired or is not valid yet, with its dates; empty when it is valid now. */
    public static Optional<String> problem(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return Optional.empty();
        } catch (CertificateExpiredException past) {
            return Optional.of("the certificate has expired; " + dates(certificate));
        } catch (CertificateNotYetValidException early) {
            return Optional.of("the certificate is not valid yet; " + dates(certificate));
        }
    }

    private static String dates(X509Certificate certificate) {
        return "it is valid from " + certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant();
    }
}
