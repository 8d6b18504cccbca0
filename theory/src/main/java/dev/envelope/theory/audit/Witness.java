package dev.envelope.theory.audit;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a property comes nearest to failing, or fails.
 *
 * @param agent the agent concerned, where it is one
 * @param type its type
 * @param message the message that gains, NaN for abstaining, where one does
 * @param profile the types of all agents, where the property is one of profiles; otherwise empty
 */
public record Witness(OptionalInt agent, OptionalDouble type, OptionalDouble message, List<Double> profile) {

    /** Nothing to show. */
    public static final Witness NONE =
            new Witness(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    /** Copies the list. */
    public Witness {
        profile = List.copyOf(profile);
    }

    static Witness deviation(int agent, double type, double message) {
        return new Witness(OptionalInt.of(agent), OptionalDouble.of(type), OptionalDouble.of(message), List.of());
    }

    static Witness type(int agent, double type) {
        return new Witness(OptionalInt.of(agent), OptionalDouble.of(type), OptionalDouble.empty(), List.of());
    }

    static Witness profile(List<Double> types) {
        return new Witness(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), types);
    }

    Witness at(List<Double> types) {
        return new Witness(agent, type, message, types);
    }

    /** In words, such as "agent 1 of type 0.9 that sends 0.6". */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        agent.ifPresent(i -> words.append("agent ").append(i + 1));
        type.ifPresent(x -> words.append(" of type ").append(shortly(x)));
        message.ifPresent(b -> words.append(Double.isNaN(b) ? " that abstains" : " that sends " + shortly(b)));
        if (!profile.isEmpty()) {
            words.append(words.length() == 0 ? "types " : " at types ")
                    .append(profile.stream().map(Witness::shortly).toList());
        }
        return words.toString();
    }

    private static String shortly(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
