package dev.envelope.lab.reference.words;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bidders a quantity is about: all, one, or those in square brackets after its name, counted from 1. */
public final class PerBidder {

    private static final Pattern SOME = Pattern.compile("\\[\\s*(\\d+(?:\\s*,\\s*\\d+)*)\\s*]");

    private PerBidder() {}

    /** The numbers of the bidders meant, out of one per bidder. */
    public static Value of(ReferenceCase reference, List<Double> numbers) {
        OptionalInt one = meant(reference);
        if (one.isPresent()) {
            return Value.of(number(reference, numbers, one.getAsInt()));
        }
        Matcher some = SOME.matcher(reference.quantity().text());
        if (!some.find()) {
            return Value.of(numbers);
        }
        return Value.of(Pattern.compile("\\s*,\\s*")
                .splitAsStream(some.group(1))
                .map(index -> number(reference, numbers, Integer.parseInt(index) - 1))
                .toList());
    }

    /** The bidder meant, from 0, where it is one. */
    public static OptionalInt meant(ReferenceCase reference) {
        return reference.at().has("bidder")
                ? OptionalInt.of(reference.at().count("bidder") - 1)
                : reference.quantity().agent();
    }

    private static double number(ReferenceCase reference, List<Double> numbers, int bidder) {
        if (bidder < 0 || bidder >= numbers.size()) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: bidders from 1 to " + numbers.size() + ")");
        }
        return numbers.get(bidder);
    }
}
