package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.GaussPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A path on a mesh, by its unknowns: for each piece the price x, the value V and the sum of types V + C where it begins, the rate
 * of the sum, and the rates of x and V at each point; last x, V and V + C where the path ends.
 *
 * <p>Between two breaks the rate of the sum is the same. So the breaks stay where they are on the mesh while the sums of types
 * that belong to them move.
 */
final class MeshPath {

    /** The number of unknowns of a piece. */
    static final int STRIDE = 2 * GaussPanel.STAGES + 4;

    /** The places of price, value and sum of types among the unknowns where a piece begins. */
    static final int PRICE = 0;

    static final int VALUE = 1;
    static final int SUM = 2;

    /** The place of the rate of the sum among the unknowns of a piece. */
    static final int LENGTH = 3;

    /** The place of the first rate of the price, which that of the value follows. */
    static final int RATES = 4;

    private static final int STAGES = GaussPanel.STAGES;

    private final Population market;
    private final PathMesh mesh;
    private final double[] z;

    private MeshPath(Population market, PathMesh mesh, double[] unknowns) {
        this.market = market;
        this.mesh = mesh;
        this.z = unknowns;
    }

    /** The number of unknowns on {@code mesh}. */
    private static int unknowns(PathMesh mesh) {
        return mesh.pieces() * STRIDE + 3;
    }

    /** The line on {@code mesh} between {@code ends}: price, value and cost below, then above. */
    static MeshPath line(Population market, PathMesh mesh, double[] ends) {
        double[] z = new double[unknowns(mesh)];
        double[] from = {ends[0], ends[1], ends[1] + ends[2]};
        double[] to = {ends[3], ends[4], ends[4] + ends[5]};
        for (int edge = 0; edge <= mesh.pieces(); edge++) {
            int at = edge * STRIDE;
            for (int i = 0; i < 3; i++) {
                z[at + i] = from[i] + mesh.edges().get(edge) * (to[i] - from[i]);
            }
            if (edge < mesh.pieces()) {
                z[at + LENGTH] = to[SUM] - from[SUM];
                for (int j = 0; j < STAGES; j++) {
                    z[at + RATES + 2 * j] = to[PRICE] - from[PRICE];
                    z[at + RATES + 2 * j + 1] = to[VALUE] - from[VALUE];
                }
            }
        }
        return new MeshPath(market, mesh, z);
    }

    /** Whose path it is. */
    Population market() {
        return market;
    }

    /** The pieces. */
    PathMesh mesh() {
        return mesh;
    }

    /** The unknowns, not copied. */
    double[] unknowns() {
        return z;
    }

    /** x, V and C at point {@code j} of a piece, then their rates. */
    double[] point(int piece, int j) {
        int at = piece * STRIDE;
        double width = mesh.width(piece);
        double price = z[at + PRICE];
        double value = z[at + VALUE];
        for (int i = 0; i < STAGES; i++) {
            price += width * GaussPanel.INTEGRALS[j][i] * z[at + RATES + 2 * i];
            value += width * GaussPanel.INTEGRALS[j][i] * z[at + RATES + 2 * i + 1];
        }
        double sum = z[at + SUM] + width * GaussPanel.POINTS[j] * z[at + LENGTH];
        double valueRate = z[at + RATES + 2 * j + 1];
        return new double[] {price, value, sum - value, z[at + RATES + 2 * j], valueRate, z[at + LENGTH] - valueRate};
    }

    /** The same between point {@code j} of a piece and the one before, or at an end of the piece. */
    double[] between(int piece, int j) {
        double share = ((j == 0 ? 0 : GaussPanel.POINTS[j - 1]) + (j == STAGES ? 1 : GaussPanel.POINTS[j])) / 2;
        double at = mesh.from(piece) + share * mesh.width(piece);
        int first = piece * STRIDE;
        double[] p = new double[STAGES];
        double[] v = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            p[i] = z[first + RATES + 2 * i];
            v[i] = z[first + RATES + 2 * i + 1];
        }
        GaussPanel prices = new GaussPanel(mesh.from(piece), mesh.width(piece), z[first + PRICE], p);
        GaussPanel values = new GaussPanel(mesh.from(piece), mesh.width(piece), z[first + VALUE], v);
        double value = values.at(at);
        double sum = z[first + SUM] + share * mesh.width(piece) * z[first + LENGTH];
        return new double[] {
            prices.at(at), value, sum - value, prices.slope(at), values.slope(at), z[first + LENGTH] - values.slope(at)
        };
    }

    /** Whether the sum rises and all types at points are within their supports. */
    boolean isInside() {
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            if (!(z[piece * STRIDE + LENGTH] > 0)) {
                return false;
            }
            for (int j = 0; j < STAGES; j++) {
                double[] point = point(piece, j);
                if (!(point[1] > market.values().lower()
                        && point[1] < market.values().upper()
                        && point[2] > market.costs().lower()
                        && point[2] < market.costs().upper())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Prices over the sum of types, piece by piece. */
    List<GaussPanel> prices() {
        return panels(PRICE, 0, 1);
    }

    /** Values over the sum of types. */
    List<GaussPanel> values() {
        return panels(VALUE, 0, 1);
    }

    /** Costs over the sum of types. */
    List<GaussPanel> costs() {
        return panels(VALUE, 1, -1);
    }

    /** {@code sums} times the sum of types and {@code sign} times an unknown, over the sum. */
    private List<GaussPanel> panels(int unknown, double sums, double sign) {
        List<GaussPanel> panels = new ArrayList<>();
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            int at = piece * STRIDE;
            double[] slopes = new double[STAGES];
            for (int j = 0; j < STAGES; j++) {
                slopes[j] = sums + sign * z[at + RATES + 2 * j + unknown] / z[at + LENGTH];
            }
            double from = z[at + SUM];
            double width = mesh.width(piece) * z[at + LENGTH];
            panels.add(new GaussPanel(from, width, sums * from + sign * z[at + unknown], slopes));
        }
        return panels;
    }

    private double first() {
        return z[SUM];
    }

    private double length() {
        return z[z.length - 3 + SUM] - first();
    }

    /** The share of the sum of types at which the value, or else the cost, is {@code type}; empty where none is. */
    OptionalDouble shareAt(boolean isValue, double type) {
        List<GaussPanel> panels = isValue ? values() : costs();
        if (type <= panels.get(0).start()) {
            return OptionalDouble.empty();
        }
        for (GaussPanel panel : panels) {
            if (type <= panel.end()) {
                return OptionalDouble.of((panel.find(type) - first()) / length());
            }
        }
        return OptionalDouble.empty();
    }

    /** The same path on the mesh whose edges are shares of the sum of types. */
    MeshPath normalised() {
        List<Double> edges = new ArrayList<>();
        List<PathBreak> breaks = new ArrayList<>();
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            double edge = piece == 0 ? 0 : (z[piece * STRIDE + SUM] - first()) / length();
            edges.add(edge);
            mesh.breakAt(piece).ifPresent(found -> breaks.add(new PathBreak(edge, found.isValue(), found.type())));
        }
        edges.add(1.0);
        return on(new PathMesh(List.copyOf(edges), List.copyOf(breaks)));
    }

    /** The same path on another mesh, whose edges are shares of the sum of types. */
    MeshPath on(PathMesh other) {
        List<GaussPanel> prices = prices();
        List<GaussPanel> values = values();
        double[] moved = new double[unknowns(other)];
        for (int i = 0; i < other.pieces(); i++) {
            int at = i * STRIDE;
            double start = first() + other.from(i) * length();
            int from = pieceAt(prices, start);
            moved[at + PRICE] = prices.get(from).at(start);
            moved[at + VALUE] = values.get(from).at(start);
            moved[at + SUM] = start;
            moved[at + LENGTH] = length();
            for (int j = 0; j < STAGES; j++) {
                double sum = first() + other.at(i, j) * length();
                int old = pieceAt(prices, sum);
                moved[at + RATES + 2 * j] = length() * prices.get(old).slope(sum);
                moved[at + RATES + 2 * j + 1] = length() * values.get(old).slope(sum);
            }
        }
        System.arraycopy(z, z.length - 3, moved, moved.length - 3, 3);
        return new MeshPath(market, other, moved);
    }

    private static int pieceAt(List<GaussPanel> panels, double sum) {
        int piece = 0;
        while (piece < panels.size() - 1 && panels.get(piece).to() < sum) {
            piece++;
        }
        return piece;
    }

    /** The path whose unknowns are less by {@code change} times {@code share}. */
    MeshPath less(double[] change, double share) {
        double[] next = new double[z.length];
        Arrays.setAll(next, i -> z[i] - share * change[i]);
        return new MeshPath(market, mesh, next);
    }
}
