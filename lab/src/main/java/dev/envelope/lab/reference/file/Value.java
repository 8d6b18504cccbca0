package dev.envelope.lab.reference.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a quantity is: a number, a truth value, or a list of values. */
public sealed interface Value {

    /**
     * How far {@code reference} is from this: the largest distance of any number in it; +∞ where the shapes or truth values
     * differ.
     */
    double distance(Value reference);

    /** The largest number by absolute amount; 0 where there is none. */
    double magnitude();

    /** Whether every number is finite. */
    boolean isFinite();

    /** The plain value: a {@link Double}, a {@link Boolean}, or a {@link List} of these. */
    Object plain();

    /** What is to be said with it; empty where it speaks for itself. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** The same with {@code note}. */
    default Value with(String note) {
        return new Noted(this, note);
    }

    /** A number. */
    static Value of(double number) {
        return new Amount(number);
    }

    /** A truth value. */
    static Value of(boolean truth) {
        return new Truth(truth);
    }

    /** A list of numbers. */
    static Value of(double first, double... others) {
        List<Value> values = new ArrayList<>(List.of(of(first)));
        Arrays.stream(others).mapToObj(Value::of).forEach(values::add);
        return new Row(values);
    }

    /** A list of numbers. */
    static Value of(List<Double> numbers) {
        return new Row(numbers.stream().map(Value::of).toList());
    }

    /** A number. */
    record Amount(double number) implements Value {

        @Override
        public double distance(Value reference) {
            return reference instanceof Amount other ? Math.abs(number - other.number) : Double.POSITIVE_INFINITY;
        }

        @Override
        public double magnitude() {
            return Math.abs(number);
        }

        @Override
        public boolean isFinite() {
            return Double.isFinite(number);
        }

        @Override
        public Object plain() {
            return number;
        }

        @Override
        public String toString() {
            return Double.toString(number);
        }
    }

    /** Whether something holds. */
    record Truth(boolean holds) implements Value {

        @Override
        public double distance(Value reference) {
            return equals(reference) ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double magnitude() {
            return 0;
        }

        @Override
        public boolean isFinite() {
            return true;
        }

        @Override
        public Object plain() {
            return holds;
        }

        @Override
        public String toString() {
            return Boolean.toString(holds);
        }
    }

    /** A value of which something is to be said. */
    record Noted(Value value, String words) implements Value {

        @Override
        public double distance(Value reference) {
            return value.distance(reference);
        }

        @Override
        public double magnitude() {
            return value.magnitude();
        }

        @Override
        public boolean isFinite() {
            return value.isFinite();
        }

        @Override
        public Object plain() {
            return value.plain();
        }

        @Override
        public Optional<String> note() {
            return Optional.of(words);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Several values in order. */
    record Row(List<Value> values) implements Value {

        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }

        @Override
        public double distance(Value reference) {
            if (!(reference instanceof Row other) || other.values.size() != values.size()) {
                return Double.POSITIVE_INFINITY;
            }
            double largest = 0;
            for (int i = 0; i < values.size(); i++) {
                largest = Math.max(largest, values.get(i).distance(other.values.get(i)));
            }
            return largest;
        }

        @Override
        public double magnitude() {
            return values.stream().mapToDouble(Value::magnitude).max().orElse(0);
        }

        @Override
        public boolean isFinite() {
            return values.stream().allMatch(Value::isFinite);
        }

        @Override
        public Object plain() {
            return values.stream().map(Value::plain).toList();
        }

        /** What is to be said of any of them. */
        @Override
        public Optional<String> note() {
            List<String> notes = values.stream()
                    .flatMap(value -> value.note().stream())
                    .distinct()
                    .toList();
            return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
        }

        @Override
        public String toString() {
            return values.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
