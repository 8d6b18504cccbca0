package dev.envelope.game.plan.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a plan file with its path. What it is asked for and is not, it notes as a problem and answers with empty.
 *
 * @param node the value's node
 * @param path where it is
 * @param problems where problems are noted
 */
public record Field(Node node, String path, Problems problems) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_NUMBER = 40;
    private static final int SHOWN = 60;

    /** Notes that {@code expected} should be here, and shows what is. */
    public <T> Optional<T> fail(String expected) {
        return fail(shown(), expected);
    }

    /** Notes a problem here. */
    public <T> Optional<T> fail(String found, String expected) {
        problems.add(node.getStartMark(), path, found, expected);
        return Optional.empty();
    }

    /** The value as people may read it in a message: what was written, shortened. */
    public String shown() {
        if (node.getNodeType() == NodeType.MAPPING) {
            return "a mapping";
        }
        if (node.getNodeType() == NodeType.SEQUENCE) {
            return "a list";
        }
        if (isNothing()) {
            return "nothing";
        }
        ScalarNode scalar = (ScalarNode) node;
        String text = scalar.getValue().replaceAll("\\p{Cntrl}", " ");
        String shortened = text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return scalar.isPlain() ? shortened : '"' + shortened + '"';
    }

    /** Whether nothing is written here, or {@code null}. */
    public boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
    }

    /** Whether this is a mapping. */
    public boolean isMapping() {
        return node.getNodeType() == NodeType.MAPPING;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return node.getNodeType() == NodeType.SEQUENCE;
    }

    /** A text of 1 to {@code longest} characters; numbers and words without quotes count as text. */
    public Optional<String> text(int longest) {
        String expected = "a text of 1 to " + longest + " characters";
        if (!(node instanceof ScalarNode scalar) || isNothing()) {
            return fail(expected);
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || text.length() > longest) {
            return fail(expected);
        }
        OptionalInt control = Unprintable.first(text);
        return control.isPresent()
                ? fail(Unprintable.named(control.getAsInt()), "text without control characters")
                : Optional.of(text);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag() {
        return choice(Choice.<Boolean>none().or("true", true).or("false", false));
    }

    /** One of the words of {@code choice}. */
    public <E> Optional<E> choice(Choice<E> choice) {
        return choice(choice, choice.expected());
    }

    /** The same where something else than a word could be; {@code expected} says all that could. */
    public <E> Optional<E> choice(Choice<E> choice, String expected) {
        if (!(node instanceof ScalarNode scalar) || isNothing()) {
            return fail(expected);
        }
        String word = scalar.getValue();
        if (choice.unplayed().contains(word)) {
            return fail(word + " is not played by this version", expected);
        }
        Optional<E> meaning = Optional.ofNullable(choice.played().get(word));
        if (meaning.isEmpty()) {
            String guess = Nearest.to(word, choice.words())
                    .map(w -> ", did you mean " + w + "?")
                    .orElse("");
            return fail(shown() + guess, expected);
        }
        return meaning;
    }

    /** A finite decimal number of ordinary length; {@code expected} says what for. */
    public Optional<BigDecimal> number(String expected) {
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            String text = scalar.getValue();
            if (text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text));
            }
            if (NOT_FINITE.matcher(text).matches()) {
                return fail(text + " is not a finite number", expected);
            }
        }
        return fail(expected);
    }

    /** A number from {@code least} to {@code most}. */
    public Optional<BigDecimal> number(BigDecimal least, BigDecimal most) {
        String expected = "a number from " + least.toPlainString() + " to " + most.toPlainString();
        Optional<BigDecimal> number = number(expected);
        return number.isPresent()
                        && (number.get().compareTo(least) < 0 || number.get().compareTo(most) > 0)
                ? fail(expected)
                : number;
    }

    /** An amount of points, within the limits. */
    public Optional<BigDecimal> amount() {
        return number(PlanLimits.AMOUNT.negate(), PlanLimits.AMOUNT);
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> whole(int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        Optional<BigDecimal> number = number(expected);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal n = number.get();
        boolean within = n.compareTo(BigDecimal.valueOf(least)) >= 0 && n.compareTo(BigDecimal.valueOf(most)) <= 0;
        return within && n.remainder(BigDecimal.ONE).signum() == 0 ? Optional.of(n.intValueExact()) : fail(expected);
    }

    /** The items of a list of 1 to {@code most}; empty when it is none. */
    public List<Field> items(int most, String what) {
        String expected = "a list of 1 to " + most + " " + what;
        if (!(node instanceof SequenceNode sequence)) {
            fail(expected);
            return List.of();
        }
        List<Node> nodes = sequence.getValue();
        if (nodes.isEmpty() || nodes.size() > most) {
            fail("a list of " + nodes.size(), expected);
            return List.of();
        }
        List<Field> items = new ArrayList<>();
        for (Node item : nodes) {
            items.add(new Field(item, path + "[" + (items.size() + 1) + "]", problems));
        }
        return items;
    }
}
