package dev.envelope.theory.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a property comes nearest to failing, or fails.
 *
 * @param agent the agent concerned, where it is one
 * @param type its type
 * @param message the message that gains, NaN for abstaining, where one does
 * @param profile the types of all agents, where the property is one of profiles; otherwise empty
 * @param types the agent's type, where it is of several numbers
 * @param messages the message that gains, where it is of several numbers; fewer are needed where not all units are bid for
 * @param others what the others send, in order, where that is not what their types should; NaN where one abstains
 */
public record Witness(
        OptionalInt agent,
        OptionalDouble type,
        OptionalDouble message,
        List<Double> profile,
        List<Double> types,
        List<Double> messages,
        List<List<Double>> others) {

    private static final double NEXT = 1e-14;

    /** Nothing to show. */
    public static final Witness NONE =
            new Witness(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    /** Copies the lists. */
    public Witness {
        profile = List.copyOf(profile);
        types = List.copyOf(types);
        messages = List.copyOf(messages);
        others = others.stream().map(List::copyOf).toList();
    }

    /** A witness where the others send what their types should. */
    public Witness(
            OptionalInt agent,
            OptionalDouble type,
            OptionalDouble message,
            List<Double> profile,
            List<Double> types,
            List<Double> messages) {
        this(agent, type, message, profile, types, messages, List.of());
    }

    /** A witness of types and messages of one number. */
    public Witness(OptionalInt agent, OptionalDouble type, OptionalDouble message, List<Double> profile) {
        this(agent, type, message, profile, List.of(), List.of());
    }

    /** A type of an agent, with a message that gains where one is given, of any number of numbers; none abstain. */
    public static Witness of(int agent, List<Double> type, Optional<List<Double>> message, List<Double> profile) {
        boolean isOne = type.size() == 1 && message.map(List::size).orElse(1) <= 1;
        return new Witness(
                OptionalInt.of(agent),
                isOne ? OptionalDouble.of(type.get(0)) : OptionalDouble.empty(),
                isOne && message.isPresent()
                        ? OptionalDouble.of(
                                message.get().isEmpty()
                                        ? Double.NaN
                                        : message.get().get(0))
                        : OptionalDouble.empty(),
                profile,
                isOne ? List.of() : type,
                isOne ? List.of() : message.orElse(List.of()));
    }

    public static Witness deviation(int agent, double type, double message) {
        return new Witness(OptionalInt.of(agent), OptionalDouble.of(type), OptionalDouble.of(message), List.of());
    }

    public static Witness type(int agent, double type) {
        return new Witness(OptionalInt.of(agent), OptionalDouble.of(type), OptionalDouble.empty(), List.of());
    }

    public static Witness profile(List<Double> types) {
        return new Witness(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), types);
    }

    public Witness at(List<Double> types) {
        return new Witness(agent, type, message, types, this.types, messages, others);
    }

    /** The same where the others send {@code bids}, one each, whatever their types; NaN to abstain. */
    public Witness whereOthersSend(List<Double> bids) {
        return whereOthersSendAll(bids.stream().map(List::of).toList());
    }

    /** The same of messages of several numbers, none of which abstain. */
    public Witness whereOthersSendAll(List<List<Double>> bids) {
        return new Witness(agent, type, message, profile, types, messages, bids);
    }

    /** In words, such as "agent 1 of type 0.9 that sends 0.6". */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        agent.ifPresent(i -> words.append("agent ").append(i + 1));
        type.ifPresent(x -> words.append(" of type ").append(shortly(x)));
        message.ifPresent(b -> words.append(Double.isNaN(b) ? " that abstains" : " that sends " + sent(b)));
        if (!types.isEmpty()) {
            words.append(" of type ").append(shortly(types));
        }
        if (!messages.isEmpty()) {
            words.append(" that sends ").append(shortly(messages));
        }
        if (!profile.isEmpty()) {
            words.append(words.length() == 0 ? "types " : " at types ").append(shortly(profile));
        }
        if (!others.isEmpty()) {
            words.append(" where the others send ")
                    .append(others.stream().map(Witness::sent).toList());
        }
        return words.toString();
    }

    private static String sent(List<Double> message) {
        boolean isNone = message.isEmpty() || Double.isNaN(message.get(0));
        return isNone
                ? "nothing"
                : message.size() == 1 ? sent(message.get(0)) : shortly(message).toString();
    }

    private static List<String> shortly(List<Double> numbers) {
        return numbers.stream().map(Witness::shortly).toList();
    }

    /** A message, said to be next to a number where only its last bits differ from it. */
    private static String sent(double message) {
        String words = shortly(message);
        double near = Double.parseDouble(words);
        boolean isNext = message != near && Math.abs(message - near) <= NEXT * Math.abs(near);
        return isNext ? (message > near ? "just above " : "just below ") + words : words;
    }

    private static String shortly(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
