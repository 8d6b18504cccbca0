package dev.envelope.theory.broken;

import dev.envelope.theory.broken.arrow.Upward;
import java.util.List;

/** Needs the package that needs this one. */
public record Round(List<Upward> upward) {
    /** Copies the list. */
    public Round {
        upward = List.copyOf(upward);
    }
}
