package dev.envelope.theory.unlike.descent;

/** The first-order conditions of an auction cannot be followed to the lowest bid; the message says why. */
public final class UnfollowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfollowedException(String why) {
        super(why);
    }
}
