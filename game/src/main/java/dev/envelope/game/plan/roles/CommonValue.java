package dev.envelope.game.plan.roles;

import dev.envelope.theory.commonvalue.AdditiveSignals;
import dev.envelope.theory.commonvalue.ProportionalSignals;
import dev.envelope.theory.commonvalue.SignalModel;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Optional;
import java.util.SortedMap;

/** Values that are the same for all bidders, of which each knows a signal: {@code common_value} and {@code wallet}. */
public final class CommonValue {

    /** The value, uniform from {@code lo} to {@code hi}, and signals within {@code error} of it or up to {@code factor} times it. */
    public static final String MINERAL_RIGHTS = "common_value";

    /** The value is what is in all wallets; each knows its own. */
    public static final String WALLET = "wallet";

    private CommonValue() {}

    /** Whether {@code values} are of this kind. */
    public static boolean isOne(DistributionSpec values) {
        return values.type().equals(MINERAL_RIGHTS) || values.type().equals(WALLET);
    }

    /** What is in one wallet; empty where there are no wallets. */
    public static Optional<ValueDistribution> wallet(DistributionSpec values) {
        return values.type().equals(WALLET)
                ? Optional.of(StatedValues.distribution(values.parts().get(0)))
                : Optional.empty();
    }

    /**
     * The value and its signals.
     *
     * @throws IllegalArgumentException as theory does, with name, value and expectation
     */
    public static SignalModel signals(DistributionSpec values) {
        SortedMap<String, Double> numbers = values.parameters();
        double lo = numbers.getOrDefault("lo", 0.0);
        double hi = numbers.getOrDefault("hi", 1.0);
        return numbers.containsKey("error")
                ? new AdditiveSignals(lo, hi, numbers.getOrDefault("error", 1.0))
                : new ProportionalSignals(lo, hi, numbers.getOrDefault("factor", 2.0));
    }

    /** The range of the signals. */
    static Support support(DistributionSpec values) {
        return wallet(values).map(one -> new Support(one.lower(), one.upper())).orElseGet(() -> {
            SignalModel signals = signals(values);
            return new Support(signals.lowestSignal(), signals.highestSignal());
        });
    }
}
