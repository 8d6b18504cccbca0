package dev.envelope.theory.audit.interim;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import java.util.ArrayList;
import java.util.List;

/**
 * Profiles of types that fill the space evenly without chance: a grid with its ends for two agents; otherwise the corners, and
 * a Kronecker sequence of ranks whose steps are powers of the root of x^(n+1) = x + 1 (Roberts 2018).
 */
public final class Profiles {

    private static final int CORNERS_UP_TO = 8;
    private static final int PARTNERS = 32;

    /** How many types are looked at in all the profiles together, unless there are few profiles. */
    private static final int MOST_TYPES = 150_000;

    private static final int FEW = 100;

    private Profiles() {}

    /** About {@code count} profiles of types drawn from {@code types}; of many agents fewer, {@value #MOST_TYPES} types in all. */
    public static List<double[]> of(List<ValueDistribution> types, int count) {
        return types.size() <= 2
                ? grid(types, count)
                : sequence(types, Math.max(Math.min(count, FEW), Math.min(count, MOST_TYPES / types.size())));
    }

    /**
     * Profiles with one of the {@code landmarks} of an agent: the others' types are their lowest, from {@value #PARTNERS} or so
     * of the {@code profiles}, or that same number.
     */
    public static List<double[]> at(List<double[]> landmarks, List<ValueDistribution> types, List<double[]> profiles) {
        List<double[]> found = new ArrayList<>();
        double[] lowest = types.stream().mapToDouble(ValueDistribution::lower).toArray();
        List<double[]> partners = new ArrayList<>(List.of(lowest));
        for (int p = 0; p < profiles.size(); p += Math.max(1, profiles.size() / PARTNERS)) {
            partners.add(profiles.get(p));
        }
        for (int i = 0; i < types.size(); i++) {
            for (double landmark : landmarks.get(i)) {
                for (double[] partner : partners) {
                    double[] profile = partner.clone();
                    profile[i] = landmark;
                    found.add(profile);
                }
                double[] together = lowest.clone();
                for (int j = 0; j < together.length; j++) {
                    together[j] = Support.of(types.get(j)).contains(landmark) ? landmark : together[j];
                }
                found.add(together);
            }
        }
        return found;
    }

    private static List<double[]> grid(List<ValueDistribution> types, int count) {
        List<double[]> profiles = new ArrayList<>(List.of(new double[0]));
        int each = (int) Math.max(2, Math.round(types.size() == 1 ? count : Math.sqrt(count)));
        for (ValueDistribution type : types) {
            double[] even = Support.of(type).even(each);
            List<double[]> longer = new ArrayList<>();
            for (double[] begun : profiles) {
                for (double next : even) {
                    longer.add(with(begun, next));
                }
            }
            profiles = longer;
        }
        return profiles;
    }

    private static List<double[]> sequence(List<ValueDistribution> types, int count) {
        int n = types.size();
        List<double[]> profiles = new ArrayList<>();
        for (int corner = 0; n <= CORNERS_UP_TO && corner < 1 << n; corner++) {
            double[] profile = new double[n];
            for (int i = 0; i < n; i++) {
                profile[i] = (corner >> i & 1) == 0
                        ? types.get(i).lower()
                        : types.get(i).upper();
            }
            profiles.add(profile);
        }
        double root = 2;
        for (int i = 0; i < 64; i++) {
            root = StrictMath.pow(1 + root, 1.0 / (n + 1));
        }
        for (int k = 1; k <= count; k++) {
            double[] profile = new double[n];
            double step = 1;
            for (int i = 0; i < n; i++) {
                step /= root;
                double rank = 0.5 + k * step;
                profile[i] = types.get(i).quantile(rank - Math.floor(rank));
            }
            profiles.add(profile);
        }
        return profiles;
    }

    private static double[] with(double[] begun, double last) {
        double[] longer = java.util.Arrays.copyOf(begun, begun.length + 1);
        longer[begun.length] = last;
        return longer;
    }
}
