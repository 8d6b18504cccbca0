package dev.envelope.lab.verification;

import dev.envelope.theory.equilibrium.Predictions;

/** What a treatment is judged by, per market and in points. */
public enum Measure {
    /** What the house takes in, or loses. */
    REVENUE("revenue"),
    /** The value of what changes hands, less that to who had it: where payments stay among the seats. */
    GAINS("gains from trade");

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** What {@code predictions} say of it. */
    public double of(Predictions predictions) {
        return switch (this) {
            case REVENUE -> predictions.revenue();
            case GAINS -> predictions.gains();
        };
    }
}
