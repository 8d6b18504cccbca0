package dev.envelope.theory.licence;

import java.util.Locale;

/** What a firm without the licence loses: α times an amount. */
public enum Loss {
    /** α times its own value. */
    OWN_VALUE,
    /** α, whatever the values. */
    CONSTANT,
    /** α times the value of the firm that has the licence: values are interdependent. */
    WINNERS_VALUE;

    /** As plan files call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
