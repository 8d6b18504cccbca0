package dev.envelope.theory.audit;

/**
 * The answer for one property: by how much it is violated where that is most, and where that is.
 *
 * @param property the property
 * @param ruling whether it holds
 * @param amount the largest violation found, in the unit of the types; 0 where none was, a mean where it is sampled
 * @param low the lower end of the interval for {@code amount}, which is itself where it is not sampled
 * @param high the upper end
 * @param witness where the violation is; {@link Witness#NONE} where there is none
 * @param evidence what was looked at
 */
public record Verdict(
        Property property, Ruling ruling, double amount, double low, double high, Witness witness, String evidence) {

    /** The verdict where {@code amount} is known: it fails where that exceeds {@code tolerance}. */
    public static Verdict exact(Property property, double amount, double tolerance, Witness witness, String evidence) {
        boolean fails = amount > tolerance;
        return new Verdict(
                property,
                fails ? Ruling.FAILS : Ruling.HOLDS,
                Math.max(0, amount),
                Math.max(0, amount),
                Math.max(0, amount),
                fails ? witness : Witness.NONE,
                evidence);
    }
}
