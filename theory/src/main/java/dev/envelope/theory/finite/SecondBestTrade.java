package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.List;

/**
 * The most that a buyer and a seller of finitely many, independent types can expect to gain by trading where each has to want to take part
 * and to say its type, and nobody pays in (Myerson &amp; Satterthwaite 1983, for finitely many types).
 *
 * <p>Whoever trades no less often with a better type can be paid so that only the budget is left to be kept: E[(ψ(v) − γ(c))·x] ≥ 0, ψ(v_i) =
 * v_i − (v_{i+1} − v_i)·(1 − F(v_i))/f(v_i) and γ likewise. By duality of linear programmes the gains are min_{λ ≥ 0} E[(ā(v) − b̄(c))⁺],
 * ā the ironed v + λ·ψ(v) and b̄ the ironed c + λ·γ(c): convex in λ. Checked by {@code SecondBestTradeTest} against the linear
 * programme with all payments and constraints.
 *
 * @param buyer the distribution of the value v
 * @param seller the distribution of the cost c
 */
public record SecondBestTrade(DiscreteDistribution buyer, DiscreteDistribution seller) {

    private static final int DOUBLINGS = 60;
    private static final int THIRDS = 400;

    /** E[(v − c)·x], in the unit of the types. */
    public double gains() {
        double high = 1;
        for (int i = 0; i < DOUBLINGS && relaxed(2 * high) < relaxed(high); i++) {
            high *= 2;
        }
        double low = 0;
        high *= 2;
        double least = Math.min(relaxed(low), relaxed(high));
        for (int i = 0; i < THIRDS && Math.ulp(high) < high - low; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            double atLeft = relaxed(left);
            double atRight = relaxed(right);
            least = Math.min(least, Math.min(atLeft, atRight));
            if (atLeft <= atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return least;
    }

    /** What can be gained where a unit of money that is missing costs λ, {@code weight}. */
    private double relaxed(double weight) {
        double[] values = values(weight);
        double[] costs = costs(weight);
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < costs.length; j++) {
                double chance =
                        buyer.probabilities().get(i) * seller.probabilities().get(j);
                total += chance * Math.max(0, values[i] - costs[j]);
            }
        }
        return total;
    }

    private double[] values(double weight) {
        List<Double> points = buyer.points();
        List<Double> masses = buyer.probabilities();
        double[] values = new double[points.size()];
        double above = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            double rent = above == 0 ? 0 : (points.get(i + 1) - points.get(i)) * above / masses.get(i);
            values[i] = points.get(i) + weight * (points.get(i) - rent);
            above += masses.get(i);
        }
        return ironed(values, masses);
    }

    private double[] costs(double weight) {
        List<Double> points = seller.points();
        List<Double> masses = seller.probabilities();
        double[] costs = new double[points.size()];
        double below = 0;
        for (int j = 0; j < costs.length; j++) {
            double rent = j == 0 ? 0 : (points.get(j) - points.get(j - 1)) * below / masses.get(j);
            costs[j] = points.get(j) + weight * (points.get(j) + rent);
            below += masses.get(j);
        }
        return ironed(costs, masses);
    }

    /** The nearest numbers that do not fall, by pooling neighbours that do. */
    private static double[] ironed(double[] numbers, List<Double> masses) {
        double[] pooled = new double[numbers.length];
        double[] mass = new double[numbers.length];
        int[] size = new int[numbers.length];
        int pools = 0;
        for (int i = 0; i < numbers.length; i++) {
            pooled[pools] = numbers[i];
            mass[pools] = masses.get(i);
            size[pools++] = 1;
            while (pools > 1 && pooled[pools - 2] > pooled[pools - 1]) {
                double both = mass[pools - 2] + mass[pools - 1];
                pooled[pools - 2] = (pooled[pools - 2] * mass[pools - 2] + pooled[pools - 1] * mass[pools - 1]) / both;
                mass[pools - 2] = both;
                size[pools - 2] += size[pools - 1];
                pools--;
            }
        }
        double[] ironed = new double[numbers.length];
        int next = 0;
        for (int k = 0; k < pools; k++) {
            for (int i = 0; i < size[k]; i++) {
                ironed[next++] = pooled[k];
            }
        }
        return ironed;
    }
}
