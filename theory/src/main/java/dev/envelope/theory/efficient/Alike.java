package dev.envelope.theory.efficient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** What is worked out for each agent, once for those that are interchangeable. */
final class Alike {

    private Alike() {}

    /** {@code of} each agent of {@code choice}, in order. */
    static List<Double> each(EfficientChoice choice, IntFunction<Double> of) {
        return each(choice, Collections.nCopies(choice.agents(), 0), of);
    }

    /** The same where agents also differ by their {@code marks}. */
    static List<Double> each(EfficientChoice choice, List<?> marks, IntFunction<Double> of) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < choice.agents(); i++) {
            int first = first(choice, marks, i);
            all.add(first < i ? all.get(first) : of.apply(i));
        }
        return all;
    }

    /** The first agent that {@code agent} is like. */
    private static int first(EfficientChoice choice, List<?> marks, int agent) {
        if (choice instanceof OneDimensionalChoice line && line.isSymmetric()) {
            for (int i = 0; i < agent; i++) {
                if (line.types().get(i).equals(line.types().get(agent))
                        && marks.get(i).equals(marks.get(agent))) {
                    return i;
                }
            }
        }
        return agent;
    }
}
