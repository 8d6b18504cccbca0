package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.roles.CommonValue;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.theory.distribution.Distributions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads how values are drawn: {@code {type: uniform, lo: 0, hi: 100}}, or {@code [0, 100]} for short. */
public final class ValuesReader {

    /** What is expected where a distribution should be. */
    static final String EXPECTED = "a distribution such as {type: uniform, lo: 0, hi: 100}";

    private static final String AFFILIATED = "affiliated";
    private static final String[] COMMON_VALUES = {CommonValue.MINERAL_RIGHTS, CommonValue.WALLET};
    private static final String[] PLAYED_MODELS = {ValueKind.CORRELATED_TYPE, ValueKind.LIST_TYPE};
    private static final String FACTOR = "factor";

    /** The keys of a common value with signals. */
    public static final Keys COMMON_KEYS = Keys.of("type", "lo", "hi", "error", FACTOR);

    /** The keys of wallets. */
    public static final Keys WALLET_KEYS = Keys.of("type", "values");

    private final Optional<BigDecimal> tick;
    private final Scope scope;

    private ValuesReader(Optional<BigDecimal> tick, Scope scope) {
        this.tick = tick;
        this.scope = scope;
    }

    /** Reads values whose ends are on a grid of {@code tick} points. */
    public ValuesReader(BigDecimal tick, Scope scope) {
        this(Optional.of(tick), scope);
    }

    /** The distribution at {@code field}. */
    public Optional<DistributionSpec> read(Field field) {
        if (field.isList()) {
            return range(field);
        }
        Optional<Section> any = Section.any(field, EXPECTED);
        Optional<Field> typeField = any.flatMap(s -> s.need("type", types().expected()));
        Optional<String> type = typeField.flatMap(f -> f.choice(types()));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (CompositeReader.CONTINUOUS.contains(type.get()) || type.get().equals(CompositeReader.DISCRETE)) {
            return new CompositeReader(new ValuesReader(Optional.empty(), scope), scope)
                    .read(field, type.get())
                    .filter(spec -> isSupported(field, spec));
        }
        if (List.of(COMMON_VALUES).contains(type.get())) {
            return commonValue(field, type.get()).filter(spec -> isSupported(field, spec));
        }
        if (List.of(PLAYED_MODELS).contains(type.get())) {
            return model(field, type.get());
        }
        List<String> names = Distributions.parametersOf(type.get());
        Keys keys = Keys.of("type").and(names.toArray(String[]::new));
        return Section.of(field, keys, EXPECTED).flatMap(s -> parameters(s, type.get(), names));
    }

    private Choice<String> types() {
        Choice<String> choice = Choice.none();
        for (String family : Distributions.families()) {
            choice = choice.or(family, family);
        }
        for (String type : CompositeReader.CONTINUOUS) {
            choice = choice.or(type, type);
        }
        if (scope == Scope.PLAYED) {
            for (String type : tick.isPresent() ? COMMON_VALUES : new String[] {}) {
                choice = choice.or(type, type);
            }
            for (String type : tick.isPresent() ? PLAYED_MODELS : new String[] {}) {
                choice = choice.or(type, type);
            }
            return choice.refusing(CompositeReader.DISCRETE, AFFILIATED);
        }
        choice = choice.or(CompositeReader.DISCRETE, CompositeReader.DISCRETE);
        for (String type : tick.isPresent() ? COMMON_VALUES : new String[] {}) {
            choice = choice.or(type, type);
        }
        return choice.refusing(PLAYED_MODELS).refusing(AFFILIATED);
    }

    /** Values that hang together, or are listed. */
    private Optional<DistributionSpec> model(Field field, String type) {
        DependentReader dependent = new DependentReader(this, tick.orElseThrow());
        return type.equals(ValueKind.LIST_TYPE) ? dependent.listed(field) : dependent.correlated(field);
    }

    /** A value from {@code lo} to {@code hi} with signals, or the wallets that it is in. */
    private Optional<DistributionSpec> commonValue(Field field, String type) {
        if (type.equals(CommonValue.WALLET)) {
            return Section.of(field, WALLET_KEYS, EXPECTED)
                    .flatMap(s -> s.need("values", EXPECTED))
                    .flatMap(this::independent)
                    .map(wallet -> new DistributionSpec(type, new TreeMap<>(), new TreeMap<>(), List.of(wallet)));
        }
        return Section.of(field, COMMON_KEYS, EXPECTED).flatMap(section -> {
            if (section.has("error") && section.has(FACTOR)) {
                return section.at(FACTOR).fail("given beside error", "one of them");
            }
            String signal = section.has(FACTOR) ? FACTOR : "error";
            return parameters(section, type, List.of("lo", "hi", signal));
        });
    }

    /** The distribution at {@code field}, of values that are drawn by themselves. */
    Optional<DistributionSpec> independent(Field field) {
        return read(field)
                .filter(spec -> ValueKind.of(spec) == ValueKind.INDEPENDENT
                        || field.fail(spec.type(), "values drawn by themselves").isPresent());
    }

    /** Whether theory takes {@code spec} and, where there is a grid, its ends are on it. */
    private boolean isSupported(Field field, DistributionSpec spec) {
        if (!Theory.accepts(field, () -> StatedValues.support(spec))) {
            return false;
        }
        Support ends = StatedValues.support(spec);
        return tick.isEmpty()
                || CommonValue.isOne(spec)
                || (isOnGrid(field, ends.lower()) && isOnGrid(field, ends.upper()));
    }

    /** Up to the noise of what was computed. */
    private boolean isOnGrid(Field field, double end) {
        double size = tick.orElseThrow().doubleValue();
        if (StrictMath.abs(end / size - StrictMath.rint(end / size)) <= Support.NOISE) {
            return true;
        }
        field.fail("values that end at " + end, "ends that are a whole number of ticks of " + Grid.plain(tick.get()));
        return false;
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
        return number.isEmpty() || tick.isEmpty() || Grid.isOn(section.at(end), number.get(), tick.get());
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
        return Theory.accepts(section.field(), () -> StatedValues.support(spec)) ? Optional.of(spec) : Optional.empty();
    }
}
