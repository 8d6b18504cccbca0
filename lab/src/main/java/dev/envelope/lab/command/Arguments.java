package dev.envelope.lab.command;

import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.Rejected;

/** What several commands make of their arguments. */
final class Arguments {
    private Arguments() {}

    /** The endpoint {@code HOST:PORT}. */
    static Endpoint endpoint(String text) {
        try {
            return Endpoint.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new Failure(unreadable.getMessage());
        }
    }

    /** Why a client's request failed, for a person. */
    static String reason(RuntimeException failure) {
        return failure instanceof Rejected rejected ? rejected.reason() : String.valueOf(failure.getMessage());
    }
}
