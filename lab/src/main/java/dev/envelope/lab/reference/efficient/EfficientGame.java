package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.licence.WinnersValueMechanism;
import dev.envelope.theory.numeric.Bisection;
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
 */
record EfficientGame(EfficientMechanism mechanism, OneDimensionalChoice choice, List<OutsideOption> options) {

    private static final double ROUNDING = 1e-12;

    /** Agents to whom staying away is worth nothing. */
    static EfficientGame of(EfficientMechanism mechanism, OneDimensionalChoice choice) {
        return new EfficientGame(mechanism, choice, Collections.nCopies(choice.agents(), OutsideOption.nothing()));
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
        ValueDistribution type = choice.types().get(agent);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        OutsideOption option = options.get(agent);
        return mechanism.exAnteUtility(agent)
                - Expectation.of(type, type.lower(), type.upper(), 1e-13 * scale, List.of(), option::at);
    }

    /** How many agents there are, where all are alike. */
    int alike() {
        ValueDistribution first = choice.types().get(0);
        if (!choice.isSymmetric() || !choice.types().stream().allMatch(first::equals)) {
            throw new IllegalArgumentException("types: " + choice.types() + " (expected: agents that are alike)");
        }
        return choice.agents();
    }

    /** The type at which taking part begins, or for a seller ends, to be worth it. */
    double threshold(int agent) {
        ValueDistribution type = choice.types().get(agent);
        boolean isAtTop = netGain(agent, type.upper()) >= 0;
        if (isAtTop == netGain(agent, type.lower()) >= 0) {
            throw new IllegalArgumentException(
                    "net gain at both ends of the types: of one sign (expected: a type at which it changes)");
        }
        return Bisection.first(type.lower(), type.upper(), x -> netGain(agent, x) >= 0 == isAtTop);
    }

    double externality(int agent, double type) {
        requirePrivateValues();
        return new ExpectedExternality(choice).externality(agent, type);
    }

    double serviceProbability(int agent, double type) {
        if (choice instanceof ObjectAllocation object) {
            return object.winProbability(agent, type);
        }
        return Math.abs(choice.interimWeight(agent, type));
    }

    double probability() {
        if (choice instanceof PublicProject project) {
            return project.buildProbability();
        }
        if (choice instanceof BilateralTrade trade) {
            return trade.tradeProbability();
        }
        throw new IllegalArgumentException(
                "quantity: a probability of " + choice + " (expected: a project or a trade)");
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
        return VcgMechanism.withOptimalBasis(choice, options).expectedSurplus() >= -ROUNDING;
    }

    /** Refuses what the choice alone tells only where values are private. */
    private void requirePrivateValues() {
        if (mechanism instanceof WinnersValueMechanism) {
            throw new IllegalArgumentException("mechanism: one of interdependent values (expected: private values)");
        }
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
        if (choice instanceof BilateralTrade && at.has("buyer_value")) {
            reports = List.of(at.number("buyer_value"), at.number("seller_cost"));
        }
        for (String[] pair : new String[][] {{"value", "cost"}, {"v", "c"}}) {
            if (choice instanceof BilateralTrade && at.has(pair[0]) && at.has(pair[1])) {
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
        ValueDistribution own = choice.types().get(agent);
        if (type < own.lower() || type > own.upper()) {
            throw new IllegalArgumentException(
                    "at." + name + ": " + type + " (expected: a type in [" + own.lower() + ", " + own.upper() + "])");
        }
        return type;
    }

    /** Whom the case is about; the first of agents that are alike. */
    private int agent(ReferenceCase reference) {
        OptionalInt named = named(reference);
        ValueDistribution first = choice.types().get(0);
        boolean isAlike = choice.isSymmetric()
                && choice.types().stream().allMatch(first::equals)
                && options.stream().allMatch(options.get(0)::equals);
        if (named.isEmpty() && !isAlike) {
            throw new IllegalArgumentException("at: no agent (expected: one of agents that differ)");
        }
        return named.orElse(0);
    }

    private OptionalInt named(ReferenceCase reference) {
        Setting at = reference.at();
        if (choice instanceof BilateralTrade) {
            OptionalInt byName = trader(reference.quantity().text());
            return byName.isPresent() ? byName : trader(at.json().toString());
        }
        for (String name : List.of("bidder", "agent", "firm", "partner", "player")) {
            if (at.has(name)) {
                int number = at.count(name);
                if (number < 1 || number > choice.agents()) {
                    throw at.wrong(name, "1 to " + choice.agents());
                }
                return OptionalInt.of(number - 1);
            }
        }
        return reference.quantity().agent();
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
