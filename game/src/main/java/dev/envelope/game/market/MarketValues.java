package dev.envelope.game.market;

import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.ListedValues;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.theory.commonvalue.SignalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The values of a market, in whole ticks: what its seats are told, and what a unit is worth to all where that is the same. */
public final class MarketValues {

    private final ValueKind kind;
    private final List<OfAgent> agents;
    private final Ticks ticks;
    private final DistributionSpec first;
    private final boolean hasCommonPart;

    private MarketValues(List<OfAgent> agents, Treatment treatment) {
        this.first = treatment.roles().get(0).values();
        this.kind = ValueKind.of(first);
        this.agents = agents;
        this.ticks = treatment.ticks();
        this.hasCommonPart = treatment.roles().stream()
                .map(role -> ValueKind.of(role.values()))
                .anyMatch(each -> each == ValueKind.COMMON || each == ValueKind.CORRELATED);
    }

    /** What one agent of the market is told. */
    @FunctionalInterface
    private interface OfAgent {
        /** Its value, or its signal, in ticks. */
        long told(int round, double common, int seat, double own);
    }

    /**
     * The values of a market.
     *
     * @param told what each seat is told, in the order of the mechanism's agents
     * @param common what a unit is worth to all of them, where that is the same and nobody is told it
     */
    public record Drawn(List<Long> told, OptionalLong common) {

        /** Copies the list. */
        public Drawn {
            told = List.copyOf(told);
        }
    }

    /** The values of the markets of {@code treatment}. */
    public static MarketValues of(Treatment treatment) {
        List<OfAgent> agents = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            for (int holder = 0; holder < role.count(); holder++) {
                agents.add(agent(role.values(), holder, treatment.ticks()));
            }
        }
        return new MarketValues(List.copyOf(agents), treatment);
    }

    /** Whether something is drawn for a market as a whole. */
    public boolean haveCommonPart() {
        return hasCommonPart;
    }

    private static OfAgent agent(DistributionSpec values, int holder, Ticks ticks) {
        switch (ValueKind.of(values)) {
            case WALLET -> {
                return agent(values.parts().get(0), holder, ticks);
            }
            case COMMON -> {
                SignalModel signals = CommonValue.signals(values);
                TickSupport range = range(values, ticks);
                return (round, common, seat, own) -> range.nearest(signals.quantile(own, value(signals, common)));
            }
            case CORRELATED -> {
                TickSupport shared = range(values.parts().get(0), ticks);
                TickSupport single = range(values.parts().get(1), ticks);
                return (round, common, seat, own) -> shared.value(common) + single.value(own);
            }
            case LISTED -> {
                TickSupport range = range(values, ticks);
                return (round, common, seat, own) -> range.nearest(ListedValues.value(values, round, holder, seat));
            }
            case INDEPENDENT -> {
                TickSupport range = range(values, ticks);
                return (round, common, seat, own) -> range.value(own);
            }
        }
        throw new IllegalStateException("values: " + values.type() + " (expected: of a known kind)");
    }

    private static TickSupport range(DistributionSpec values, Ticks ticks) {
        return TickSupport.of(StatedValues.distribution(StatedValues.range(values)), ticks);
    }

    private static double value(SignalModel signals, double uniform) {
        return signals.lowestValue() + (signals.highestValue() - signals.lowestValue()) * uniform;
    }

    /**
     * The values of the market of {@code seats}, in the order of the mechanism's agents.
     *
     * @param round the round within the block, from 0
     * @param common the market's number in [0, 1)
     * @param uniforms the numbers in [0, 1) of all seats of the session
     */
    public Drawn draw(int round, double common, double[] uniforms, int[] seats) {
        List<Long> told = new ArrayList<>(seats.length);
        for (int agent = 0; agent < seats.length; agent++) {
            told.add(agents.get(agent).told(round, common, seats[agent], uniforms[seats[agent]]));
        }
        return new Drawn(told, common(common, told));
    }

    private OptionalLong common(double common, List<Long> told) {
        if (kind == ValueKind.WALLET) {
            return OptionalLong.of(told.stream().mapToLong(Long::longValue).sum());
        }
        if (kind != ValueKind.COMMON) {
            return OptionalLong.empty();
        }
        double points = value(CommonValue.signals(first), common);
        return OptionalLong.of((long) StrictMath.floor(points / ticks.size().doubleValue() + 0.5));
    }
}
