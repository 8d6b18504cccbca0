package dev.envelope.theory.unlike;

/** The first-order conditions of an auction cannot be followed to the lowest bid; the message says why. */
final class UnfollowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfollowedException(String why) {
        super(why);
    }
}
