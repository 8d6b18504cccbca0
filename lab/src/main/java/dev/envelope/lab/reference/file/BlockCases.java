package dev.envelope.lab.reference.file;

import java.util.Set;

/** What can evaluate the cases of some blocks. Several threads may ask at once. */
public interface BlockCases {

    /** The names of the blocks, as files give them. */
    Set<String> blocks();

    /**
     * The quantity of {@code reference} in its setting.
     *
     * @throws IllegalArgumentException saying what of the setting or the quantity is not understood or not known
     */
    Value evaluate(ReferenceCase reference);
}
