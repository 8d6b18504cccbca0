package dev.envelope.theory.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * How finely an audit looks, and what it compares with.
 *
 * @param types at how many evenly spaced types of each agent, at least 2
 * @param messages with how many evenly spaced messages beside what other types send, at least 2
 * @param profiles at how many profiles of all agents' types, at least 1
 * @param tolerance how much of the range of types is taken for rounding
 * @param outsideOptions what each agent gets by staying away, by its type; empty for 0
 * @param uniforms a stream of independent uniform numbers in [0, 1), needed where interim payoffs cannot be integrated
 * @param samples how many profiles are drawn from it, at least 100
 * @param tick the size of a tick where every message is a whole number of them: what rounding costs is then in the bounds on gains
 */
public record AuditSettings(
        int types,
        int messages,
        int profiles,
        double tolerance,
        List<DoubleUnaryOperator> outsideOptions,
        Optional<DoubleSupplier> uniforms,
        int samples,
        OptionalDouble tick) {

    /** 33 types, 65 messages, 2,000 profiles, a tolerance of 1e-8, outside options of 0, 8,000 samples once there is a stream. */
    public static final AuditSettings USUAL =
            new AuditSettings(33, 65, 2_000, 1e-8, List.of(), Optional.empty(), 8_000);

    /** Copies the list and checks the numbers. */
    public AuditSettings {
        outsideOptions = List.copyOf(outsideOptions);
        require(types >= 2, "types", types, "at least 2");
        require(messages >= 2, "messages", messages, "at least 2");
        require(profiles >= 1, "profiles", profiles, "at least 1");
        require(tolerance > 0 && tolerance < 1, "tolerance", tolerance, "above 0, below 1");
        require(samples >= 100, "samples", samples, "at least 100");
        require(tick.orElse(1) > 0 && tick.orElse(1) < Double.POSITIVE_INFINITY, "tick", tick, "above 0, finite");
    }

    /** The settings of an audit in real numbers, without ticks. */
    public AuditSettings(
            int types,
            int messages,
            int profiles,
            double tolerance,
            List<DoubleUnaryOperator> outsideOptions,
            Optional<DoubleSupplier> uniforms,
            int samples) {
        this(types, messages, profiles, tolerance, outsideOptions, uniforms, samples, OptionalDouble.empty());
    }

    /** These, for a game on ticks of size {@code size}. */
    public AuditSettings withTick(double size) {
        return new AuditSettings(
                types, messages, profiles, tolerance, outsideOptions, uniforms, samples, OptionalDouble.of(size));
    }

    /** These, with draws from {@code stream}, such as {@code generator::nextDouble}. */
    public AuditSettings withUniforms(DoubleSupplier stream) {
        return new AuditSettings(
                types, messages, profiles, tolerance, outsideOptions, Optional.of(stream), samples, tick);
    }

    /** These, with as many draws. */
    public AuditSettings withSamples(int count) {
        return new AuditSettings(types, messages, profiles, tolerance, outsideOptions, uniforms, count, tick);
    }

    /** These, with what each agent gets by staying away. */
    public AuditSettings withOutsideOptions(List<DoubleUnaryOperator> options) {
        return new AuditSettings(types, messages, profiles, tolerance, options, uniforms, samples, tick);
    }

    /** What agent {@code agent} of type {@code type} gets by staying away. */
    public double outsideOption(int agent, double type) {
        return outsideOptions.isEmpty() ? 0 : outsideOptions.get(agent).applyAsDouble(type);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
