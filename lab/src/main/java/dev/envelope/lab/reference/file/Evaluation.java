package dev.envelope.lab.reference.file;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a case: a value, or the reason why there is none.
 *
 * @param reference the case
 * @param value what was computed
 * @param reason why nothing was
 * @param seconds how long it took
 */
public record Evaluation(ReferenceCase reference, Optional<Value> value, Optional<String> reason, double seconds) {

    static Evaluation of(ReferenceCase reference, Value value, double seconds) {
        return value.isFinite()
                ? new Evaluation(reference, Optional.of(value), Optional.empty(), seconds)
                : unsupported(reference, "the result is " + value + ", not a finite number", seconds);
    }

    static Evaluation unsupported(ReferenceCase reference, String reason, double seconds) {
        return new Evaluation(reference, Optional.empty(), Optional.of(reason), seconds);
    }

    /** What is to be said of the value, such as that it is of an approximate equilibrium. */
    public Optional<String> note() {
        return value.flatMap(Value::note);
    }

    /** How far the value is from the reference, where there are both. */
    public OptionalDouble distance() {
        return value.isPresent() && reference.value().isPresent()
                ? OptionalDouble.of(value.get().distance(reference.value().get()))
                : OptionalDouble.empty();
    }

    /** Whether there is a value, and where there is a reference, it is within the tolerance. */
    public boolean isGood() {
        return value.isPresent()
                && (reference.value().isEmpty()
                        || distance().orElseThrow()
                                <= reference.allowed(reference.value().get()));
    }
}
