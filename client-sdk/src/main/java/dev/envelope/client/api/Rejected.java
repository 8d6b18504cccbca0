package dev.envelope.client.api;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;

/** The server refused, and nothing was changed: the code says whether another attempt can succeed. */
public final class Rejected extends ClientException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String reason;

    /** Refused with {@code refusal}. */
    public Rejected(Refusal refusal) {
        super(refusal.code() + ": " + refusal.reason());
        this.code = refusal.code();
        this.reason = refusal.reason();
    }

    /** Why, for programs. */
    public RefusalCode code() {
        return code;
    }

    /** Why, for people: what was found and what was expected. */
    public String reason() {
        return reason;
    }
}
