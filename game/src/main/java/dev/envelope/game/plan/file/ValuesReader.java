package dev.envelope.game.plan.file;

import dev.envelope.game.plan.DistributionSpec;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.theory.distribution.Distributions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads how values are drawn: {@code {type: uniform, lo: 0, hi: 100}}, or {@code [0, 100]} for short. */
final class ValuesReader {

    private static final String EXPECTED = "a distribution such as {type: uniform, lo: 0, hi: 100}";
    private static final List<String> OTHER_FAMILIES =
            List.of("power", "beta", "truncated_exponential", "truncated_normal", "truncated_lognormal", "mixture");
    private static final String[] OTHER_MODELS = {"correlated", "affiliated", "common_value", "list"};

    private final BigDecimal tick;

    /** Reads values on a grid of {@code tick} points. */
    ValuesReader(BigDecimal tick) {
        this.tick = tick;
    }

    /** The distribution at {@code field}. */
    Optional<DistributionSpec> read(Field field) {
        if (field.isList()) {
            return range(field);
        }
        Optional<Section> any = Section.any(field, EXPECTED);
        Optional<Field> typeField = any.flatMap(s -> s.need("type", types().expected()));
        Optional<String> type = typeField.flatMap(f -> f.choice(types()));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = Distributions.parametersOf(type.get());
        Keys keys = Keys.of("type").and(names.toArray(String[]::new));
        return Section.of(field, keys, EXPECTED).flatMap(s -> parameters(s, type.get(), names));
    }

    private static Choice<String> types() {
        Choice<String> choice = Choice.none();
        for (String family : Distributions.families()) {
            choice = choice.or(family, family);
        }
        List<String> played = Distributions.families();
        return choice.refusing(OTHER_FAMILIES.stream()
                        .filter(family -> !played.contains(family))
                        .toArray(String[]::new))
                .refusing(OTHER_MODELS);
    }

    private Optional<DistributionSpec> range(Field field) {
        List<Field> ends = field.items(2, "numbers");
        if (ends.size() != 2) {
            return ends.isEmpty() ? Optional.empty() : field.fail("a list of 1", "two numbers, [lowest, highest]");
        }
        Map<String, Field> fields = new TreeMap<>(Map.of("lo", ends.get(0), "hi", ends.get(1)));
        return parameters(new Section(field, fields), "uniform", List.of("lo", "hi"));
    }

    private Optional<DistributionSpec> parameters(Section section, String type, List<String> names) {
        TreeMap<String, BigDecimal> numbers = new TreeMap<>();
        for (String name : names) {
            section.need(name, "a number of " + type)
                    .flatMap(Field::amount)
                    .ifPresent(number -> numbers.put(name, number));
        }
        boolean onGrid = Stream.of("lo", "hi")
                        .filter(end -> !onGrid(section, numbers, end))
                        .count()
                == 0;
        return inOrder(section, numbers) && onGrid && numbers.size() == names.size()
                ? checked(section, type, numbers)
                : Optional.empty();
    }

    private boolean onGrid(Section section, Map<String, BigDecimal> numbers, String end) {
        Optional<BigDecimal> number = Optional.ofNullable(numbers.get(end));
        return number.isEmpty() || Grid.isOn(section.at(end), number.get(), tick);
    }

    private static boolean inOrder(Section section, Map<String, BigDecimal> numbers) {
        if (numbers.containsKey("lo")
                && numbers.containsKey("hi")
                && numbers.get("lo").compareTo(numbers.get("hi")) >= 0) {
            section.get("hi")
                    .ifPresent(hi -> hi.fail("a number above lo, "
                            + numbers.get("lo").stripTrailingZeros().toPlainString()));
            return false;
        }
        return true;
    }

    private static Optional<DistributionSpec> checked(Section section, String type, Map<String, BigDecimal> numbers) {
        TreeMap<String, Double> doubles = new TreeMap<>();
        numbers.forEach((name, number) -> doubles.put(name, number.doubleValue()));
        DistributionSpec spec = new DistributionSpec(type, doubles);
        return Theory.accepts(section.field(), () -> TreatmentTheory.distribution(spec))
                ? Optional.of(spec)
                : Optional.empty();
    }
}
