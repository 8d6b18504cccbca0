package dev.envelope.theory.mechanism;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is gained where objects, or what sellers have, change hands: the value to who gets them less that to who had them. */
final class Gains {

    private Gains() {}

    static double realised(Mechanism mechanism, MarketOutcome outcome, double[] types) {
        double gains = -mechanism.sellerValue() * outcome.sold();
        for (int i = 0; i < types.length; i++) {
            gains += outcome.coefficient(i) * types[i] + mechanism.externality(i, outcome, types);
        }
        return gains;
    }

    /** Where they go to those to whom they are worth most. */
    static double largest(Mechanism mechanism, double[] types) {
        List<Double> values = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            (mechanism.side(i) == Side.SELLER ? costs : values).add(types[i]);
        }
        values.sort(Collections.reverseOrder());
        Collections.sort(costs);
        boolean isMarket = !costs.isEmpty();
        int most = Math.min(values.size(), isMarket ? costs.size() : mechanism.objects());
        double gains = 0;
        for (int l = 0; l < most; l++) {
            gains += Math.max(0, values.get(l) - (isMarket ? costs.get(l) : mechanism.sellerValue()));
        }
        return gains;
    }
}
