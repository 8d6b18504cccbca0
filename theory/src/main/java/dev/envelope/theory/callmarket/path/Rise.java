package dev.envelope.theory.callmarket.path;

/**
 * How prices and types are asked to rise along a path.
 *
 * @param weight what a rate that is too small weighs against the conditions
 * @param least the smallest rate that is not, in units of the range of types
 */
record Rise(double weight, double least) {

    /** Where chances are so small that conditions say nothing it decides, elsewhere conditions do. */
    static final Rise WEAK = new Rise(1e-3, 1e-3);

    /** As much as the conditions: where these would have a path fall it all but rests, as it does where offers leap. */
    static final Rise FIRM = new Rise(1, 1e-3);

    /** The same, and nearer to rest. */
    static final Rise NEAR_REST = new Rise(1, 1e-5);
}
