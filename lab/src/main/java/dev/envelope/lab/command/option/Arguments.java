package dev.envelope.lab.command.option;

import dev.envelope.client.api.Rejected;
import java.security.cert.CertificateException;

/** What several commands make of their arguments. */
public final class Arguments {
    private Arguments() {}

    /** Why a client's request failed, for a person. */
    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "the server's certificate is not believed: " + cause.getMessage()
                        + " (expected: one for this host that the Java runtime believes, or that is in the file of --ca)";
            }
        }
        return failure instanceof Rejected rejected ? rejected.reason() : String.valueOf(failure.getMessage());
    }
}
