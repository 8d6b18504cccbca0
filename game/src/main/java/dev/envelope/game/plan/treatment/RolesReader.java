package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.values.Scope;
import dev.envelope.game.plan.treatment.values.ValuesReader;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who takes part: {@code roles}, or for short {@code bidders} with {@code values}, or {@code buyer} and {@code
 * seller}.
 */
final class RolesReader {

    private static final String ROLES = "roles";
    private static final String BIDDERS = "bidders";
    private static final String BUYER = "buyer";
    private static final String SELLER = "seller";
    private static final String VALUES = "values";
    private static final String VALUE_DISTRIBUTION = "value_distribution";
    private static final String EXPECTED = "bidders, or buyer and seller, or roles";
    private static final String WANTS = "wants";

    /** The keys of a role. */
    static final Keys BIDDER_KEYS = Keys.of("name", "count", VALUES, VALUE_DISTRIBUTION);

    /** The sides of a market. */
    static final Choice<Side> SIDES =
            Choice.<Side>none().or("bidder", Side.BIDDER).or(BUYER, Side.BUYER).or(SELLER, Side.SELLER);

    /** Stands for values with a problem, so that who takes part is known all the same. */
    private static final DistributionSpec UNREADABLE = DistributionSpec.uniform(0, 1);

    private final ValuesReader values;
    private final Scope scope;

    /** Reads values on a grid of {@code tick} points. */
    RolesReader(BigDecimal tick, Scope scope) {
        this.values = new ValuesReader(tick, scope);
        this.scope = scope;
    }

    /**
     * The roles of {@code treatment}; empty when it is not known who takes part. Unreadable values are noted, and others
     * stand for them.
     */
    Optional<List<RoleSpec>> read(Section treatment) {
        List<String> given = List.of(ROLES, BIDDERS, BUYER, SELLER).stream()
                .filter(treatment::has)
                .toList();
        if (given.isEmpty()) {
            treatment.missing(BIDDERS, EXPECTED);
            return Optional.empty();
        }
        if (given.size() > 1 && !given.equals(List.of(BUYER, SELLER))) {
            return treatment.at(given.get(1)).fail("given beside " + given.get(0), "one of " + EXPECTED);
        }
        return complete(treatment, given.get(0));
    }

    private Optional<List<RoleSpec>> complete(Section treatment, String form) {
        List<RoleSpec> roles = new ArrayList<>();
        switch (form) {
            case ROLES -> roles.addAll(listed(treatment, ROLES));
            case BIDDERS -> roles.addAll(bidders(treatment));
            default -> roles.addAll(pair(treatment));
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(roles));
    }

    private List<RoleSpec> pair(Section treatment) {
        for (String unused : List.of(VALUES, VALUE_DISTRIBUTION)) {
            treatment
                    .get(unused)
                    .ifPresent(f -> f.fail("given beside buyer and seller", "their own distributions only"));
        }
        List<RoleSpec> roles = new ArrayList<>();
        one(treatment, BUYER, Side.BUYER).ifPresent(roles::add);
        one(treatment, SELLER, Side.SELLER).ifPresent(roles::add);
        return roles.size() == 2 ? roles : List.of();
    }

    private Optional<RoleSpec> one(Section treatment, String name, Side side) {
        Optional<Field> given = treatment.need(name, "a distribution such as {type: uniform, lo: 0, hi: 100}");
        boolean isRole = given.filter(Field::isMapping)
                .flatMap(f -> Section.any(f, "a distribution"))
                .filter(f -> !f.has("type") && (f.has("count") || f.has(VALUES)))
                .isPresent();
        if (isRole) {
            return treatment
                    .at(name)
                    .fail(
                            "a role",
                            "the values of one " + name + "; several are written as roles: [{side: " + name
                                    + ", count: 3, values: [0, 100]}, …]");
        }
        return given.map(f -> new RoleSpec(name, side, 1, values.read(f).orElse(UNREADABLE)));
    }

    private List<RoleSpec> bidders(Section treatment) {
        Field field = treatment.at(BIDDERS);
        if (field.isList()) {
            return listed(treatment, BIDDERS);
        }
        Optional<Integer> count = field.whole(1, PlanLimits.MARKET);
        DistributionSpec common = distribution(treatment, Optional.empty());
        return count.map(c -> List.of(new RoleSpec("bidder", Side.BIDDER, c, common)))
                .orElse(List.of());
    }

    private List<RoleSpec> listed(Section treatment, String key) {
        Optional<DistributionSpec> common = treatment.has(VALUES) || treatment.has(VALUE_DISTRIBUTION)
                ? Optional.of(distribution(treatment, Optional.empty()))
                : Optional.empty();
        List<Field> items = treatment.at(key).items(PlanLimits.ROLES, key);
        List<RoleSpec> roles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Field item : items) {
            String name = items.size() == 1 ? "bidder" : "bidder " + (roles.size() + 1);
            role(item, key.equals(ROLES), name, common, names).ifPresent(roles::add);
        }
        return roles.size() == items.size() ? roles : List.of();
    }

    private Optional<RoleSpec> role(
            Field item, boolean sided, String otherwise, Optional<DistributionSpec> common, Set<String> names) {
        Optional<Section> read = Section.of(item, keys(sided), "a role such as {count: 4, values: [0, 100]}");
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Section section = read.get();
        int before = item.problems().count();
        Side side = section.get("side").flatMap(f -> f.choice(SIDES)).orElse(Side.BIDDER);
        int count =
                section.get("count").flatMap(f -> f.whole(1, PlanLimits.MARKET)).orElse(1);
        String standard = side == Side.BIDDER ? otherwise : side == Side.BUYER ? BUYER : SELLER;
        String name = section.get("name").flatMap(f -> f.text(PlanLimits.NAME)).orElse(standard);
        if (!names.add(name)) {
            section.get("name").orElse(item).fail("a second role " + name, "a name of its own for every role");
        }
        List<String> wants =
                scope == Scope.ASKED ? section.get(WANTS).map(AskedTerms::names).orElse(List.of()) : List.of();
        boolean known = item.problems().count() == before;
        RoleSpec role = new RoleSpec(name, side, count, distribution(section, common), wants);
        return known ? Optional.of(role) : Optional.empty();
    }

    /** The keys of a bidder that are read for {@code scope}. */
    static Keys keys(Scope scope) {
        return scope == Scope.ASKED ? BIDDER_KEYS.and(WANTS) : BIDDER_KEYS;
    }

    private Keys keys(boolean sided) {
        Keys keys = sided ? BIDDER_KEYS.and("side") : BIDDER_KEYS;
        return scope == Scope.ASKED ? keys.and(WANTS) : keys.refusing(WANTS);
    }

    private DistributionSpec distribution(Section section, Optional<DistributionSpec> common) {
        if (section.has(VALUES) && section.has(VALUE_DISTRIBUTION)) {
            section.at(VALUE_DISTRIBUTION).fail("given beside values", "one of them");
            return UNREADABLE;
        }
        Optional<Field> own = section.get(VALUES).or(() -> section.get(VALUE_DISTRIBUTION));
        if (own.isEmpty() && common.isPresent()) {
            return common.get();
        }
        if (own.isEmpty()) {
            section.missing(VALUES, "a distribution such as {type: uniform, lo: 0, hi: 100}");
        }
        return own.flatMap(values::read).orElse(UNREADABLE);
    }
}
