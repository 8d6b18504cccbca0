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

    /** The same figures with another ruling. */
    public Verdict withRuling(Ruling other) {
        return new Verdict(property, other, amount, low, high, witness, evidence);
    }

    /** The same with a further word on what was looked at. */
    public Verdict with(String word) {
        return new Verdict(property, ruling, amount, low, high, witness, evidence + "; " + word);
    }

    /** The same violation, said to be elsewhere. */
    public Verdict at(Witness other) {
        return new Verdict(property, ruling, amount, low, high, other, evidence);
    }

    /**
     * This one on what types expect beyond outside options of 0, where to abstain is a message: by {@code incentives}, of
     * the same strategies, no type expects less.
     */
    public Verdict impliedBy(Verdict incentives) {
        return ruling == Ruling.UNDECIDED && incentives.ruling == Ruling.HOLDS
                ? new Verdict(
                        property,
                        Ruling.HOLDS,
                        amount,
                        low,
                        high,
                        Witness.NONE,
                        "to abstain is a deviation; " + incentives.evidence)
                : this;
    }

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

    /**
     * The verdict where {@code amount} is a mean with a standard error: it fails where chance does not explain that it exceeds {@code
     * tolerance}, and holds where that is certain.
     */
    public static Verdict sampled(
            Property property,
            double amount,
            double error,
            double tolerance,
            boolean isCertain,
            Witness witness,
            String evidence) {
        double low = amount - SampledMean.SURELY * error;
        double high = amount + SampledMean.SURELY * error;
        Ruling ruling = isCertain ? Ruling.HOLDS : low > tolerance ? Ruling.FAILS : Ruling.UNDECIDED;
        return new Verdict(property, ruling, amount, low, high, witness, evidence);
    }

    /** The same said of another property. */
    public Verdict as(Property other) {
        return new Verdict(other, ruling, amount, low, high, witness, evidence);
    }

    /** The worse of two: what fails, then what is undecided, and of the same ruling the larger amount; this one if they are alike. */
    public Verdict orWorse(Verdict other) {
        int byRuling = Integer.compare(rank(other.ruling), rank(ruling));
        return byRuling > 0 || (byRuling == 0 && other.amount > amount) ? other : this;
    }

    private static int rank(Ruling ruling) {
        return switch (ruling) {
            case HOLDS -> 0;
            case UNDECIDED -> 1;
            case FAILS -> 2;
        };
    }
}
