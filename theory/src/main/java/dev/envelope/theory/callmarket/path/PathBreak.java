package dev.envelope.theory.callmarket.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A point of a path at which the density of one side's types has a corner or a jump: the slopes of the path may jump there.
 *
 * @param at where on the path, as a share of the sum of types
 * @param isValue whether the values' distribution is not smooth there, or else the costs'
 * @param type the type
 */
record PathBreak(double at, boolean isValue, double type) {

    /** Breaks nearer to each other, or to an end of the path, are not told apart. */
    private static final double APART = 1e-6;

    /** Those of the distributions of a path's market, in its order. */
    static List<PathBreak> of(MeshPath path) {
        List<PathBreak> all = new ArrayList<>();
        for (double kink : path.market().values().kinks()) {
            path.shareAt(true, kink).ifPresent(at -> all.add(new PathBreak(at, true, kink)));
        }
        for (double kink : path.market().costs().kinks()) {
            path.shareAt(false, kink).ifPresent(at -> all.add(new PathBreak(at, false, kink)));
        }
        all.sort(Comparator.comparingDouble(PathBreak::at));
        List<PathBreak> apart = new ArrayList<>();
        double last = 0;
        for (PathBreak each : all) {
            if (each.at > last + APART && each.at < 1 - APART) {
                apart.add(each);
                last = each.at;
            }
        }
        return apart;
    }

    /** Whether both are of the same type of the same side. */
    boolean isOfSameType(PathBreak other) {
        return isValue == other.isValue && type == other.type;
    }
}
