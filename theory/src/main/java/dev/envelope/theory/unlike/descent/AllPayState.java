package dev.envelope.theory.unlike.descent;

/**
 * Where on a path what is known stands: first −ln G of each kind, then what is to be taken from what each pays at most, what each gains, and how
 * far bids have come down.
 *
 * @param kinds how many kinds there are
 */
record AllPayState(int kinds) {

    int size() {
        return 3 * kinds + 1;
    }

    int paid(int kind) {
        return kinds + kind;
    }

    int gained(int kind) {
        return 2 * kinds + kind;
    }

    int bid() {
        return 3 * kinds;
    }
}
