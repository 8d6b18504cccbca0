package dev.envelope.theory.certificate.earning;

/** Into how many parts a cell is cut. */
public final class Cuts {

    /** The most parts at a time. */
    static final int MOST = 16;

    private Cuts() {}

    /** The parts into which a cell of slack {@code slack} is cut so that each may have {@code target}; 1 where it has. */
    public static int of(double slack, double target) {
        return slack <= target ? 1 : (int) Math.max(2, Math.min(MOST, Math.ceil(Math.sqrt(slack / target))));
    }
}
