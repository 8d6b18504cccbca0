package dev.envelope.theory.certificate.law;

/**
 * The law of messages that are rounded to whole ticks: one atom per tick.
 *
 * @param exact the law before rounding
 * @param tick the size of a tick, above 0
 */
public record TickLaw(MessageLaw exact, double tick) implements MessageLaw {

    @Override
    public double silent() {
        return exact.silent();
    }

    @Override
    public double lowest() {
        return rounded(exact.lowest());
    }

    @Override
    public double highest() {
        return rounded(exact.highest());
    }

    @Override
    public double first(double message) {
        return exact.first(message - tick / 2);
    }

    @Override
    public double below(double message) {
        return exact.below(message - tick / 2);
    }

    @Override
    public double atMost(double message) {
        return exact.below(message + tick / 2);
    }

    @Override
    public Slope slope(double from, double to) {
        return Slope.UNKNOWN;
    }

    @Override
    public boolean hasAtoms() {
        return true;
    }

    @Override
    public double[] breakpoints() {
        return new double[] {lowest(), highest()};
    }

    private double rounded(double message) {
        return Math.rint(message / tick) * tick;
    }
}
