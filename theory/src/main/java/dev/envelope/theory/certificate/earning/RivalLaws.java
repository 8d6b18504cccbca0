package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/** A contest with rivals who send independent messages, of which the laws are given, equal ones together. */
abstract class RivalLaws implements Contest {

    /** The different laws. */
    final List<MessageLaw> laws;

    /** How many rivals there are of each. */
    final int[] counts;

    RivalLaws(List<? extends MessageLaw> rivals) {
        this.laws = rivals.stream().<MessageLaw>map(law -> law).distinct().toList();
        this.counts = laws.stream()
                .mapToInt(law -> Collections.frequency(rivals, law))
                .toArray();
    }

    /** The highest message of any rival that sends one; −∞ where there is none. */
    @Override
    public final double highest() {
        return laws.stream()
                .filter(law -> law.silent() < 1)
                .mapToDouble(MessageLaw::highest)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    @Override
    public final boolean hasJumps() {
        return laws.stream().anyMatch(MessageLaw::hasAtoms);
    }

    /** Where a law is not smooth. */
    @Override
    public final DoubleStream breakpoints() {
        return laws.stream().filter(law -> law.silent() < 1).flatMapToDouble(law -> Arrays.stream(law.breakpoints()));
    }
}
