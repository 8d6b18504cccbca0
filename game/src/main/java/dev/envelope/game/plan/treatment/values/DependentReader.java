package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.ListedValues;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.syntax.CsvTable;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads values that are not drawn for each by itself: with a part in common, or listed. */
public final class DependentReader {

    /** The keys of values with a part in common. */
    public static final Keys CORRELATED_KEYS = Keys.of("type", "common", "private");

    /** The keys of listed values. */
    public static final Keys LIST_KEYS = Keys.of("type", "values", "file");

    private static final String LISTED = "values such as [[10, 20], [30, 40]], or file: values.csv";
    private static final String SEAT = "seat";

    private final ValuesReader parts;
    private final BigDecimal tick;

    /** Reads parts with {@code parts}, on a grid of {@code tick} points. */
    DependentReader(ValuesReader parts, BigDecimal tick) {
        this.parts = parts;
        this.tick = tick;
    }

    /** The sum of a part that is drawn once for a market and one that is drawn for each. */
    Optional<DistributionSpec> correlated(Field field) {
        Optional<Section> section = Section.of(field, CORRELATED_KEYS, ValuesReader.EXPECTED);
        Optional<DistributionSpec> common =
                section.flatMap(s -> s.need("common", ValuesReader.EXPECTED)).flatMap(parts::independent);
        Optional<DistributionSpec> own =
                section.flatMap(s -> s.need("private", ValuesReader.EXPECTED)).flatMap(parts::independent);
        return common.isEmpty() || own.isEmpty()
                ? Optional.empty()
                : Optional.of(new DistributionSpec(
                        ValueKind.CORRELATED_TYPE, new TreeMap<>(), new TreeMap<>(), List.of(common.get(), own.get())));
    }

    /** Values as the plan or a file lists them. */
    Optional<DistributionSpec> listed(Field field) {
        Optional<Section> read = Section.of(field, LIST_KEYS, LISTED);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Section section = read.get();
        if (section.has("values") == section.has("file")) {
            return section.has("file")
                    ? section.at("file").fail("given beside values", "one of them")
                    : field.fail(LISTED);
        }
        return section.has("file")
                ? CsvTable.of(section.at("file"), List.of("round", "value")).flatMap(this::table)
                : rounds(section.at("values")).map(rounds -> ListedValues.of(rounds, false));
    }

    private Optional<List<List<Double>>> rounds(Field field) {
        int before = field.problems().count();
        List<List<Double>> rounds = new ArrayList<>();
        for (Field round : field.items(PlanLimits.LISTED, "rounds, each a value or a list of values")) {
            List<Double> values = new ArrayList<>();
            List<Field> items = round.isList() ? round.items(PlanLimits.MARKET, "values") : List.of(round);
            items.forEach(item -> item.amount()
                    .filter(points -> Grid.isOn(item, points, tick))
                    .ifPresent(points -> values.add(points.doubleValue())));
            rounds.add(values);
        }
        return rounds.isEmpty() || field.problems().count() > before ? Optional.empty() : Optional.of(rounds);
    }

    /** A line per round, or per round and seat, in order. */
    private Optional<DistributionSpec> table(CsvTable table) {
        List<List<Double>> rounds = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> round = table.whole(
                    row,
                    "round",
                    StrictMath.max(1, rounds.size()),
                    StrictMath.min(rounds.size() + 1, PlanLimits.LISTED));
            Optional<Double> value = value(table, row);
            if (round.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (round.get() > rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            List<Double> values = rounds.get(round.get() - 1);
            if (table.has(SEAT)
                    && table.whole(row, SEAT, values.size(), values.size()).isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(ListedValues.of(rounds, table.has(SEAT)));
    }

    private Optional<Double> value(CsvTable table, CsvTable.Row row) {
        String cell = table.cell(row, "value");
        if (!cell.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
            return table.fail(row, "value " + cell, "a number of points");
        }
        BigDecimal points = new BigDecimal(cell);
        return points.remainder(tick).signum() == 0
                ? Optional.of(points.doubleValue())
                : table.fail(row, "value " + cell, "a whole number of ticks of " + Grid.plain(tick));
    }
}
