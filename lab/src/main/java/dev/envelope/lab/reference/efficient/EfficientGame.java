package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.NamedAgent;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FinitePayments;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.licence.WinnersValueMechanism;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An efficient mechanism with what staying away from it is worth, and the quantities that files ask of any such.
 *
 * @param mechanism the payments
 * @param choice what is chosen
 * @param options what staying away is worth to each agent
 * @param participants among whom it is chosen
 */
record EfficientGame(
        EfficientMechanism mechanism, EfficientChoice choice, List<OutsideOption> options, Participants participants) {

    private static final double ROUNDING = 1e-12;

    /** The game of agents whose types have densities. */
    static EfficientGame of(EfficientMechanism mechanism, OneDimensionalChoice choice, List<OutsideOption> options) {
        return new EfficientGame(mechanism, choice, options, Participants.of(choice));
    }

    Value payments(ReferenceCase reference) {
        double[] payments = mechanism.payments(profile(reference));
        return Value.of(
                IntStream.range(0, payments.length).mapToObj(i -> payments[i]).toList());
    }

    double paymentOfOne(ReferenceCase reference) {
        double[] profile = profile(reference);
        return ofOne(reference, i -> mechanism.payment(i, profile));
    }

    double sum(ReferenceCase reference) {
        double sum = 0;
        for (double payment : mechanism.payments(profile(reference))) {
            sum += payment;
        }
        return sum;
    }

    double netGain(int agent, double type) {
        return mechanism.interimUtility(agent, type) - options.get(agent).at(type);
    }

    double exAnteNetGain(int agent) {
        return mechanism.exAnteUtility(agent) - participants.mean(agent, options.get(agent)::at);
    }

    /** How many agents there are, where all are alike. */
    int alike() {
        if (!participants.areAlike()) {
            throw new IllegalArgumentException("agents: " + choice + " (expected: agents that are alike)");
        }
        return choice.agents();
    }

    /** The type at which taking part begins, or for a seller ends, to be worth it. */
    double threshold(int agent) {
        return participants.threshold(agent, type -> netGain(agent, type) >= 0);
    }

    double externality(int agent, double type) {
        requirePrivateValues();
        return new ExpectedExternality(choice).externality(agent, type);
    }

    /** Over all types; and over all agents where nobody is named. */
    double leastUtility(ReferenceCase reference) {
        if (!options.stream().allMatch(OutsideOption.nothing()::equals)) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: a net gain, where staying away is worth something)");
        }
        return leastNetGain(reference);
    }

    double leastNetGain(ReferenceCase reference) {
        OptionalInt agent = named(reference);
        IntStream agents = agent.isPresent() ? IntStream.of(agent.getAsInt()) : IntStream.range(0, choice.agents());
        return agents.mapToDouble(i -> leastGain(i).margin()).min().orElseThrow();
    }

    EfficientChoice.Reluctance leastGain(int agent) {
        return mechanism.leastGain(agent, options.get(agent));
    }

    EfficientChoice.Reluctance reluctance(int agent) {
        return choice.reluctance(agent, options.get(agent));
    }

    boolean isRational() {
        return IntStream.range(0, choice.agents()).allMatch(i -> leastGain(i).margin() >= -ROUNDING);
    }

    boolean isPossible() {
        requirePrivateValues();
        boolean isByVcg = VcgMechanism.withOptimalBasis(choice, options).expectedSurplus() >= -ROUNDING;
        if (!isByVcg && choice instanceof FiniteTypesChoice finite) {
            if (options.stream().allMatch(OutsideOption.nothing()::equals)) {
                return FinitePayments.largestSurplus(finite) >= -ROUNDING;
            }
            throw new IllegalArgumentException(
                    "types: finitely many, where VCG has a deficit (expected: densities, without"
                            + " which other mechanisms may do better)");
        }
        return isByVcg;
    }

    /** Refuses what the choice alone tells only where values are private. */
    private void requirePrivateValues() {
        if (mechanism instanceof WinnersValueMechanism) {
            throw new IllegalArgumentException("mechanism: one of interdependent values (expected: private values)");
        }
    }

    /** One number per agent; of traders the buyer's first, unless the quantity names them the other way round. */
    Value each(ReferenceCase reference, IntToDoubleFunction quantity) {
        if (named(reference).isPresent()) {
            return Value.of(ofOne(reference, quantity));
        }
        List<Double> all = new ArrayList<>(IntStream.range(0, choice.agents())
                .mapToObj(quantity::applyAsDouble)
                .toList());
        String text = reference.quantity().text();
        boolean isSellerFirst = text.contains("seller") && text.indexOf("seller") < text.indexOf("buyer");
        if (participants.areTraders() && isSellerFirst) {
            Collections.reverse(all);
        }
        return Value.of(all);
    }

    double ofOne(ReferenceCase reference, IntToDoubleFunction quantity) {
        return quantity.applyAsDouble(agent(reference));
    }

    double at(ReferenceCase reference, InterimQuantity quantity) {
        int agent = agent(reference);
        return quantity.of(agent, type(reference, agent));
    }

    private double type(ReferenceCase reference, int agent) {
        Setting at = reference.at();
        for (String name : List.of("value", "type", "x", "report", "buyer_value", "seller_cost", "cost")) {
            if (at.has(name)) {
                return checked(name, agent, at.number(name));
            }
        }
        throw at.wrong("value", "the agent's type");
    }

    private double[] profile(ReferenceCase reference) {
        Setting at = reference.at();
        List<Double> reports = List.of();
        for (String name : List.of("values", "types", "reports", "profile", "bids")) {
            reports = at.has(name) ? at.numbers(name) : reports;
        }
        if (participants.areTraders() && at.has("buyer_value")) {
            reports = List.of(at.number("buyer_value"), at.number("seller_cost"));
        }
        for (String[] pair : new String[][] {{"value", "cost"}, {"v", "c"}}) {
            if (participants.areTraders() && at.has(pair[0]) && at.has(pair[1])) {
                reports = List.of(at.number(pair[0]), at.number(pair[1]));
            }
        }
        if (reports.size() != choice.agents()) {
            throw at.wrong("values", "one for each of " + choice.agents());
        }
        double[] profile = new double[reports.size()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = checked("values", i, reports.get(i));
        }
        return profile;
    }

    private double checked(String name, int agent, double type) {
        if (!participants.has(agent, type)) {
            throw new IllegalArgumentException(
                    "at." + name + ": " + type + " (expected: a type in " + participants.types(agent) + ")");
        }
        return type;
    }

    /** Whom the case is about; the first of agents that are alike. */
    private int agent(ReferenceCase reference) {
        OptionalInt named = named(reference);
        boolean isAlike = participants.areAlike() && options.stream().allMatch(options.get(0)::equals);
        if (named.isEmpty() && !isAlike) {
            throw new IllegalArgumentException("at: no agent (expected: one of agents that differ)");
        }
        return named.orElse(0);
    }

    private OptionalInt named(ReferenceCase reference) {
        Setting at = reference.at();
        if (participants.areTraders()) {
            OptionalInt byName = trader(reference.quantity().text());
            return byName.isPresent() ? byName : trader(at.json().toString());
        }
        return NamedAgent.of(reference, choice.agents());
    }

    /** The one of the two of whom {@code words} are. */
    private static OptionalInt trader(String words) {
        boolean isBuyer = words.contains("buyer");
        return isBuyer == words.contains("seller")
                ? OptionalInt.empty()
                : OptionalInt.of(isBuyer ? BilateralTrade.BUYER : BilateralTrade.SELLER);
    }

    /** A quantity of an agent and its type. */
    @FunctionalInterface
    interface InterimQuantity {
        double of(int agent, double type);
    }
}
