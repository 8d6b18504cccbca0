package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.groups.GroupList;
import dev.envelope.game.plan.groups.Grouping;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.groups.RoleRule;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.CsvTable;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how seats are matched: a word, or {@code {type: fixed_list, groups: [[[0, 1], [2, 3]]], roles: rotating}}. */
final class MatchingReader {

    /** The keys of the long form. */
    static final Keys KEYS = Keys.of("type", "roles", "groups", "file");

    /** Who meets whom. */
    static final Choice<Matching> MATCHING = Choice.<Matching>none()
            .or("random_strangers", Matching.RANDOM_STRANGERS)
            .or("partners", Matching.PARTNERS)
            .or("perfect_strangers", Matching.PERFECT_STRANGERS)
            .or("fixed_list", Matching.FIXED_LIST);

    /** Who has which role. */
    static final Choice<RoleRule> ROLES = Choice.<RoleRule>none()
            .or("fixed", RoleRule.FIXED)
            .or("rotating", RoleRule.ROTATING)
            .or("random", RoleRule.RANDOM);

    private static final String GROUPS = "groups";
    private static final String FILE = "file";
    private static final String LISTED = "{type: fixed_list, groups: …} or {type: fixed_list, file: groups.csv}";
    private static final List<String> COLUMNS = List.of("round", "group", "seat");

    private MatchingReader() {}

    /** The matching at {@code field}. */
    static Optional<Grouping> read(Field field) {
        if (!field.isMapping()) {
            Optional<Matching> word = field.choice(MATCHING);
            return word.filter(matching -> matching == Matching.FIXED_LIST).isPresent()
                    ? field.fail("fixed_list without a list", LISTED)
                    : word.map(Grouping::of);
        }
        Optional<Section> section = Section.of(field, KEYS, MATCHING.expected());
        Optional<Matching> type =
                section.flatMap(s -> s.need("type", MATCHING.expected())).flatMap(f -> f.choice(MATCHING));
        return type.isEmpty() ? Optional.empty() : section.flatMap(s -> read(s, type.get()));
    }

    private static Optional<Grouping> read(Section section, Matching type) {
        RoleRule roles = section.get("roles").flatMap(f -> f.choice(ROLES)).orElse(RoleRule.usual(type));
        if (type == Matching.PERFECT_STRANGERS && roles != RoleRule.RANDOM) {
            return section.at("roles").fail("random, for who meets whom leaves no choice");
        }
        if (type != Matching.FIXED_LIST) {
            for (String key : List.of(GROUPS, FILE)) {
                section.get(key).ifPresent(f -> f.fail("given beside another type", "type fixed_list"));
            }
            return Optional.of(new Grouping(type, roles, GroupList.NONE));
        }
        if (section.has(GROUPS) == section.has(FILE)) {
            return section.has(FILE)
                    ? section.at(FILE).fail("given beside groups", "one of them")
                    : section.field().fail("fixed_list without a list", LISTED);
        }
        Optional<List<List<List<Integer>>>> rounds =
                section.has(FILE) ? table(section.at(FILE)) : listed(section.at(GROUPS));
        return rounds.map(GroupList::of).map(list -> new Grouping(type, roles, list));
    }

    /** Rounds of groups of seats. */
    private static Optional<List<List<List<Integer>>>> listed(Field field) {
        int before = field.problems().count();
        List<List<List<Integer>>> rounds = new ArrayList<>();
        for (Field round : field.items(PlanLimits.LISTED, "rounds, each a list of groups such as [[0, 1], [2, 3]]")) {
            List<List<Integer>> groups = new ArrayList<>();
            Set<Integer> met = new HashSet<>();
            for (Field group : round.items(PlanLimits.SEATS, "groups such as [0, 1]")) {
                List<Integer> seats = new ArrayList<>();
                for (Field seat : group.items(PlanLimits.MARKET, "seats, counted from 0")) {
                    seat.whole(0, PlanLimits.SEATS - 1).ifPresent(number -> {
                        if (!met.add(number)) {
                            seat.fail(
                                    "seat " + number + " for the second time in the round", "every seat once at most");
                        }
                        seats.add(number);
                    });
                }
                groups.add(seats);
            }
            rounds.add(groups);
        }
        return rounds.isEmpty() || field.problems().count() > before ? Optional.empty() : Optional.of(rounds);
    }

    /** A line per seat: its round, its group, and the seat; the lines of a group are in the order of the roles. */
    private static Optional<List<List<List<Integer>>>> table(Field field) {
        Optional<CsvTable> table = CsvTable.of(field, COLUMNS);
        return table.flatMap(MatchingReader::rounds);
    }

    private static Optional<List<List<List<Integer>>>> rounds(CsvTable table) {
        List<Map<String, List<Integer>>> rounds = new ArrayList<>();
        List<Set<Integer>> met = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Optional<Integer> round =
                    table.whole(row, "round", 1, StrictMath.min(rounds.size() + 1, PlanLimits.LISTED));
            Optional<Integer> seat = table.whole(row, "seat", 0, PlanLimits.SEATS - 1);
            if (round.isEmpty() || seat.isEmpty()) {
                return Optional.empty();
            }
            if (round.get() > rounds.size()) {
                rounds.add(new LinkedHashMap<>());
                met.add(new HashSet<>());
            }
            if (!met.get(round.get() - 1).add(seat.get())) {
                return table.fail(
                        row,
                        "seat " + seat.get() + " for the second time in round " + round.get(),
                        "every seat once at most");
            }
            rounds.get(round.get() - 1)
                    .computeIfAbsent(table.cell(row, "group"), group -> new ArrayList<>())
                    .add(seat.get());
        }
        List<List<List<Integer>>> groups = new ArrayList<>();
        rounds.forEach(round -> groups.add(List.copyOf(round.values())));
        return Optional.of(groups);
    }
}
