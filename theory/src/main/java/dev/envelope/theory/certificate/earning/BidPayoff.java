package dev.envelope.theory.certificate.earning;

/**
 * What one bidder's bids earn it, in utility, and bounds on how that changes along a span of bids for an interval of types. A
 * higher type earns more with every bid, and the more so with a higher one that wins more often.
 */
public interface BidPayoff {

    /** What the bids have to beat. */
    Contest contest();

    /** Whether earnings may jump at a bid. */
    boolean hasJumps();

    /** The least bid that counts; −∞ without a reserve. */
    double least();

    /** What {@code type} earns with a bid, ties broken. */
    double at(double type, double bid);

    /** What it earns just below {@code bid}. */
    double below(double type, double bid);

    /** What it earns just above {@code bid}. */
    double above(double type, double bid);

    /** How earnings change from just above bid {@code from} to just below bid {@code to}, for types from {@code low} to {@code high}. */
    Change over(double from, double to, double low, double high);

    /** What no type up to {@code high} gains by going from just above {@code bid} to any higher one. */
    double rest(double bid, double high);

    /** How far computed earnings can be from the true ones. */
    double doubt();

    /** The money for certain that is as good as {@code expected} utility. */
    double certain(double expected);

    /** What a gain is worth in money for certain, at most, to who earns {@code utility} before it, or less. */
    double money(double utility, double gain);

    /** The gain in utility that money for certain of {@code money} is to who earns {@code utility}. */
    double utility(double utility, double money);

    /**
     * Bounds on a change.
     *
     * @param least of the whole span, upwards
     * @param most of the whole span, upwards
     * @param up what no part of the span adds more than, upwards
     * @param down what no part of the span adds more than, downwards
     */
    record Change(double least, double most, double up, double down) {}
}
