package dev.envelope.lab.reference.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A function of {@code x}, {@code v} or {@code value}: numbers, {@code + - * / ^}, brackets, {@code sqrt exp ln log min max
 * floor ceil round}, and further names that stand for numbers or functions. Letters count as small ones.
 *
 * <p>A sign of multiplication may be left out, as in {@code (n-1)x/n}, but not behind a division: {@code x/2n} has two
 * readings and is refused. A power binds first and from the right, {@code -x^2} is {@code -(x^2)}.
 */
public final class Expression {

    private final String text;
    private final Map<String, Supplier<DoubleUnaryOperator>> names;
    private final Map<String, DoubleUnaryOperator> functions;
    private int at;

    private Expression(
            String text, Map<String, Supplier<DoubleUnaryOperator>> names, Map<String, DoubleUnaryOperator> functions) {
        this.text = text.toLowerCase(Locale.ROOT);
        this.names = names;
        this.functions = functions;
    }

    /**
     * The function that {@code text} says.
     *
     * @param names what words in small letters stand for, asked for only where they stand
     * @param functions functions of one argument by their names in small letters
     * @throws IllegalArgumentException saying where it is not understood
     */
    public static DoubleUnaryOperator parse(
            String text, Map<String, Supplier<DoubleUnaryOperator>> names, Map<String, DoubleUnaryOperator> functions) {
        Expression expression = new Expression(text, names, functions);
        DoubleUnaryOperator whole = expression.sum();
        expression.skipSpace();
        if (expression.at < expression.text.length()) {
            throw expression.wrong("an operator or the end");
        }
        return whole;
    }

    private DoubleUnaryOperator sum() {
        DoubleUnaryOperator left = product();
        while (true) {
            DoubleUnaryOperator before = left;
            if (take('+')) {
                DoubleUnaryOperator right = product();
                left = x -> before.applyAsDouble(x) + right.applyAsDouble(x);
            } else if (take('-')) {
                DoubleUnaryOperator right = product();
                left = x -> before.applyAsDouble(x) - right.applyAsDouble(x);
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator product() {
        DoubleUnaryOperator left = signed();
        boolean isDivided = false;
        while (true) {
            DoubleUnaryOperator before = left;
            if (take('*')) {
                DoubleUnaryOperator right = signed();
                left = x -> before.applyAsDouble(x) * right.applyAsDouble(x);
                isDivided = false;
            } else if (take('/')) {
                DoubleUnaryOperator right = signed();
                left = x -> before.applyAsDouble(x) / right.applyAsDouble(x);
                isDivided = true;
            } else if (beginsFactor()) {
                if (isDivided) {
                    throw wrong("a sign of multiplication, for behind a division it could mean either");
                }
                DoubleUnaryOperator right = power();
                left = x -> before.applyAsDouble(x) * right.applyAsDouble(x);
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator signed() {
        if (take('-')) {
            DoubleUnaryOperator inner = signed();
            return x -> -inner.applyAsDouble(x);
        }
        return take('+') ? signed() : power();
    }

    private DoubleUnaryOperator power() {
        DoubleUnaryOperator base = factor();
        if (take('^')) {
            DoubleUnaryOperator exponent = signed();
            return x -> StrictMath.pow(base.applyAsDouble(x), exponent.applyAsDouble(x));
        }
        return base;
    }

    private DoubleUnaryOperator factor() {
        skipSpace();
        if (take('(')) {
            DoubleUnaryOperator inner = sum();
            close();
            return inner;
        }
        int from = at;
        if (isDigit(peek())) {
            return number();
        }
        while (Character.isLetter(peek())) {
            at++;
        }
        return named(text.substring(from, at), from);
    }

    private DoubleUnaryOperator number() {
        int from = at;
        while (isDigit(peek())) {
            at++;
        }
        if (peek() == 'e' && at + 1 < text.length() && "+-0123456789".indexOf(text.charAt(at + 1)) >= 0) {
            at += 2;
            while (isDigit(peek())) {
                at++;
            }
        }
        try {
            double number = Double.parseDouble(text.substring(from, at));
            return x -> number;
        } catch (NumberFormatException malformed) {
            at = from;
            throw wrong("a number");
        }
    }

    private DoubleUnaryOperator named(String name, int from) {
        Supplier<DoubleUnaryOperator> known = names.get(name);
        if (known != null) {
            return known.get();
        }
        DoubleUnaryOperator function = functions.get(name);
        return function == null ? usual(name, from) : of(one(), function);
    }

    private DoubleUnaryOperator usual(String name, int from) {
        return switch (name) {
            case "x", "v", "value" -> x -> x;
            case "sqrt" -> of(one(), Math::sqrt);
            case "exp" -> of(one(), StrictMath::exp);
            case "ln", "log" -> of(one(), StrictMath::log);
            case "floor" -> of(one(), Math::floor);
            case "ceil", "ceiling" -> of(one(), Math::ceil);
            case "round" -> of(one(), x -> Math.floor(x + 0.5));
            case "min" -> {
                List<DoubleUnaryOperator> two = arguments(2);
                yield x -> Math.min(two.get(0).applyAsDouble(x), two.get(1).applyAsDouble(x));
            }
            case "max" -> {
                List<DoubleUnaryOperator> two = arguments(2);
                yield x -> Math.max(two.get(0).applyAsDouble(x), two.get(1).applyAsDouble(x));
            }
            default -> {
                at = from;
                List<String> further = Stream.of(names.keySet(), functions.keySet())
                        .flatMap(Set::stream)
                        .sorted()
                        .toList();
                throw wrong("a number, x, a bracket, or one of sqrt, exp, ln, log, min, max, floor, ceil, round, "
                        + String.join(", ", further));
            }
        };
    }

    private static DoubleUnaryOperator of(DoubleUnaryOperator inner, DoubleUnaryOperator outer) {
        return x -> outer.applyAsDouble(inner.applyAsDouble(x));
    }

    private DoubleUnaryOperator one() {
        return arguments(1).get(0);
    }

    private List<DoubleUnaryOperator> arguments(int number) {
        if (!take('(')) {
            throw wrong("a bracket");
        }
        List<DoubleUnaryOperator> arguments = new ArrayList<>(List.of(sum()));
        while (arguments.size() < number) {
            if (!take(',')) {
                throw wrong("a comma");
            }
            arguments.add(sum());
        }
        close();
        return arguments;
    }

    private void close() {
        if (!take(')')) {
            throw wrong("a closing bracket");
        }
    }

    private boolean beginsFactor() {
        skipSpace();
        return peek() == '(' || isDigit(peek()) || Character.isLetter(peek());
    }

    private boolean take(char expected) {
        skipSpace();
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private IllegalArgumentException wrong(String expected) {
        String rest = Optional.of(text.substring(Math.min(at, text.length())))
                .filter(found -> !found.isEmpty())
                .orElse("the end");
        return new IllegalArgumentException(
                "function: \"" + text + "\", at column " + (at + 1) + ": " + rest + " (expected: " + expected + ")");
    }
}
