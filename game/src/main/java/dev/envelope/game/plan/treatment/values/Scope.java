package dev.envelope.game.plan.treatment.values;

/** What the games of a file are for. */
public enum Scope {
    /** Live rounds: what they cannot play is refused by name. */
    PLAYED,
    /** Questions to theory, which knows more games than are played. */
    ASKED
}
