package dev.envelope.game.asked;

import dev.envelope.theory.equilibrium.BayesianGame;

/** A game whose types are more than one private number, so that it is not audited. */
abstract class NotAudited implements AskedGame {

    /** What the types are instead. */
    abstract String reason();

    @Override
    public final BayesianGame audited() {
        throw new IllegalArgumentException("an audit is of games of one private number per agent; " + reason());
    }
}
