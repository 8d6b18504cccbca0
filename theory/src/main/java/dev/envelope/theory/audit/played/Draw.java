package dev.envelope.theory.audit.played;

import java.util.ArrayList;
import java.util.List;

/**
 * What chance decides.
 *
 * @param types what each agent knows, one number or several
 * @param common what is worth the same to everybody; 0 where nothing is
 */
public record Draw(List<List<Double>> types, double common) {

    /** Copies the lists. */
    public Draw {
        types = types.stream().map(List::copyOf).toList();
    }

    /** With another type of one agent. */
    Draw with(int agent, List<Double> type) {
        List<List<Double>> others = new ArrayList<>(types);
        others.set(agent, type);
        return new Draw(others, common);
    }

    /** All numbers in a row. */
    List<Double> profile() {
        return types.stream().flatMap(List::stream).toList();
    }
}
