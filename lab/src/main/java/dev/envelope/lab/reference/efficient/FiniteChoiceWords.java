package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FinitePayments;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How files describe an efficient choice among agents of finitely many types. */
final class FiniteChoiceWords {

    private static final List<String> GROUPS = List.of("bidders", "agents", "value_distributions");

    private static final double ROUNDING = 1e-12;

    private FiniteChoiceWords() {}

    /** The choice that {@code setting} describes, where it is one by finitely many types. */
    static Optional<FiniteTypesChoice> choice(Setting setting) {
        if (setting.has("buyer") && setting.has("seller")) {
            Optional<DiscreteDistribution> buyer = setting.discrete("buyer");
            Optional<DiscreteDistribution> seller = setting.discrete("seller");
            return buyer.isPresent() && seller.isPresent()
                    ? Optional.of(new FiniteTypesChoice(Kind.TRADE, List.of(buyer.get(), seller.get()), 0))
                    : Optional.empty();
        }
        List<DiscreteDistribution> types = types(setting);
        if (types.isEmpty()) {
            return Optional.empty();
        }
        if (setting.has("cost")) {
            return Optional.of(new FiniteTypesChoice(Kind.PROJECT, types, setting.number("cost")));
        }
        EfficientCases.requireServed(types, types.stream().mapToDouble(DiscreteDistribution::lower));
        return Optional.of(new FiniteTypesChoice(Kind.OBJECT, types, 0));
    }

    /** One distribution for so many, or groups; empty unless all are on finitely many types. */
    private static List<DiscreteDistribution> types(Setting setting) {
        String field = setting.has("distribution") ? "distribution" : "value_distribution";
        Optional<DiscreteDistribution> one = setting.discrete(field);
        if (one.isPresent()) {
            String count = Stream.of("n_bidders", "n_agents", "n")
                    .filter(setting::has)
                    .findFirst()
                    .orElse("n_agents");
            return Collections.nCopies(setting.count(count), one.get());
        }
        for (String name : GROUPS) {
            if (setting.isList(name)) {
                return groups(setting.objects(name));
            }
        }
        return List.of();
    }

    private static List<DiscreteDistribution> groups(List<Setting> groups) {
        List<DiscreteDistribution> types = new ArrayList<>();
        for (Setting group : groups) {
            Optional<DiscreteDistribution> type =
                    group.has("type") ? group.discrete() : group.discrete("value_distribution");
            if (type.isEmpty()) {
                return List.of();
            }
            types.addAll(Collections.nCopies(group.count("count", 1), type.get()));
        }
        return types;
    }

    /**
     * The game of {@code kind}, {@code agv}, {@code vcg} or another word for the balanced mechanism.
     *
     * @param isOptimal whether the basis of VCG are the most reluctant types
     */
    static EfficientGame game(FiniteTypesChoice choice, String kind, boolean isOptimal, OutsideOption option) {
        if (choice.indifference() > 0) {
            throw new IllegalArgumentException(
                    "buyer, seller: a value may equal a cost (expected: never, for payments depend on who trades then)");
        }
        List<OutsideOption> options = Collections.nCopies(choice.agents(), option);
        return new EfficientGame(
                mechanism(choice, kind, isOptimal, options), choice, options, new FiniteParticipants(choice));
    }

    private static EfficientMechanism mechanism(
            FiniteTypesChoice choice, String kind, boolean isOptimal, List<OutsideOption> options) {
        if (kind.startsWith("agv") || kind.contains("externality")) {
            return new ExpectedExternality(choice);
        }
        if (!kind.startsWith("vcg")) {
            requireVcgToCover(choice, options);
            return BalancedMechanism.of(choice, options);
        }
        return isOptimal ? VcgMechanism.withOptimalBasis(choice, options) : choice.plainVcg();
    }

    /** Refuses a balanced mechanism where there is one though VCG has a deficit: which of them is meant a file does not say. */
    private static void requireVcgToCover(FiniteTypesChoice choice, List<OutsideOption> options) {
        boolean isPlain = options.stream().allMatch(OutsideOption.nothing()::equals);
        double byVcg = VcgMechanism.withOptimalBasis(choice, options).expectedSurplus();
        double most = isPlain ? FinitePayments.largestSurplus(choice) : 0;
        if (byVcg < -ROUNDING && most < -ROUNDING) {
            throw new DeficitException(-most);
        }
        if (byVcg < -ROUNDING) {
            throw new IllegalArgumentException(
                    "types: finitely many, where VCG has a deficit (expected: densities, without"
                            + " which other mechanisms may do better)");
        }
    }
}
