package dev.envelope.game.plan.treatment;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.groups.GroupList;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.values.DependentValues;
import dev.envelope.game.plan.treatment.values.Grid;
import dev.envelope.game.plan.treatment.values.Scope;
import dev.envelope.game.plan.treatment.values.Theory;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.preference.Utility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one treatment: the game of a round. */
public final class TreatmentReader {

    private static final String UTILITY = "utility";
    private static final String ENTRY_FEE = "entry_fee";

    /** The keys of a treatment. */
    public static final Keys KEYS = Keys.of(
                    "mechanism", "bidders", "values", "value_distribution", "buyer", "seller", "roles", "messages")
            .and(Conduct.KEYS)
            .refusing("groups", UTILITY, ENTRY_FEE, "stages");

    /** The same where theory is asked. */
    static final Keys ASKED = new Keys(KEYS.known(), List.of("groups", "stages")).and(UTILITY, ENTRY_FEE);

    /** For bidders, or for a buyer and a seller. */
    private static final Set<MechanismType> EITHER =
            Set.of(MechanismType.VCG, MechanismType.AGV, MechanismType.BALANCED);

    private final BigDecimal tick;
    private final Conduct conduct;
    private final Keys keys;
    private final Scope scope;

    private TreatmentReader(BigDecimal tick, Conduct conduct, Keys keys, Scope scope) {
        this.tick = tick;
        this.conduct = conduct;
        this.keys = keys;
        this.scope = scope;
    }

    /** Reads treatments on a grid of {@code tick} points, run as {@code conduct} says where they do not. */
    public TreatmentReader(BigDecimal tick, Conduct conduct, Scope scope) {
        this(tick, conduct, scope == Scope.ASKED ? ASKED : KEYS, scope);
    }

    /** The same with more keys than a treatment's. */
    public TreatmentReader and(String... more) {
        return new TreatmentReader(tick, conduct, keys.and(more), scope);
    }

    /** The treatment at {@code field}; empty, with its problems noted, when it has any. */
    public Optional<Treatment> read(Field field, String id) {
        int before = field.problems().count();
        Optional<Section> section =
                Section.of(field, keys, "a treatment such as {mechanism: first_price, bidders: 4, values: [0, 100]}");
        return section.flatMap(s -> read(s, id)).filter(t -> field.problems().count() == before);
    }

    private Optional<Treatment> read(Section section, String id) {
        Optional<MechanismSpec> mechanism =
                new MechanismReader(tick, scope).read(section).map(spec -> withFee(spec, section));
        int before = section.field().problems().count();
        Optional<List<RoleSpec>> roles = new RolesReader(tick, scope).read(section);
        boolean sound = section.field().problems().count() == before;
        Conduct own = conduct.with(section);
        Utility utility = scope == Scope.ASKED
                ? section.get(UTILITY).flatMap(UtilityReader::read).orElse(Utility.riskNeutral())
                : Utility.riskNeutral();
        if (!sound) {
            new MessageBoundsReader(tick, scope).check(section);
            mechanism.ifPresent(spec -> roles.ifPresent(known -> fits(section, spec.type(), known)));
        }
        if (!sound || roles.isEmpty()) {
            return Optional.empty();
        }
        Ticks ticks =
                new MessageBoundsReader(tick, scope).read(section, mechanism.map(MechanismSpec::type), roles.get());
        if (mechanism.isEmpty() || !fits(section, mechanism.get().type(), roles.get())) {
            return Optional.empty();
        }
        MechanismReader.LEAST_BIDS.forEach(key -> leastBid(key, section, mechanism.get(), ticks));
        AbsentRule absent = new Absence(section, mechanism.get().type()).rule(own.absent());
        groupsFit(section, own, roles.get());
        return section.field().problems().count() > before
                ? Optional.empty()
                : inTheory(
                        section,
                        treatment(id, mechanism.get(), roles.get(), ticks, own, absent)
                                .withUtility(utility));
    }

    /** What taking part costs is one of the rules. */
    private MechanismSpec withFee(MechanismSpec spec, Section section) {
        Optional<BigDecimal> fee = scope == Scope.ASKED
                ? section.get(ENTRY_FEE).flatMap(f -> f.number(BigDecimal.ZERO, PlanLimits.AMOUNT))
                : Optional.empty();
        TreeMap<String, Double> numbers = new TreeMap<>(spec.parameters());
        fee.ifPresent(points -> numbers.put(ENTRY_FEE, points.doubleValue()));
        return new MechanismSpec(spec.type(), numbers, spec.words());
    }

    private static Treatment treatment(
            String id, MechanismSpec mechanism, List<RoleSpec> roles, Ticks ticks, Conduct own, AbsentRule absent) {
        List<RoleSpec> inOrder = new ArrayList<>(roles);
        inOrder.sort(Comparator.comparing(RoleSpec::side));
        return new Treatment(
                        id, mechanism, inOrder, ticks, Matching.RANDOM_STRANGERS, own.timing(), own.reveal(), absent)
                .withGrouping(own.grouping());
    }

    private boolean fits(Section section, MechanismType type, List<RoleSpec> roles) {
        int seats = roles.stream().mapToInt(RoleSpec::count).sum();
        if (seats > PlanLimits.MARKET) {
            place(section).fail("a market of " + seats + " seats", "at most " + PlanLimits.MARKET);
            return false;
        }
        long different = roles.stream().map(RoleSpec::values).distinct().count();
        if ((type == MechanismType.AGV || type == MechanismType.BALANCED) && different > PlanLimits.DISTRIBUTIONS) {
            place(section)
                    .fail(
                            different + " distributions in " + type.planName(),
                            "at most " + PlanLimits.DISTRIBUTIONS
                                    + ", for the payments of each are integrals over all others', which take seconds");
            return false;
        }
        Optional<String> model = scope == Scope.PLAYED ? DependentValues.misfit(type, roles) : Optional.empty();
        if (model.isPresent()) {
            place(section).fail(DependentValues.found(type, roles), model.get());
            return false;
        }
        Optional<String> parties = scope == Scope.ASKED ? AskedTerms.parties(type, roles) : Optional.empty();
        if (parties.isPresent()) {
            return AskedTerms.fits(type, roles) || misfit(section, type, roles, parties.get());
        }
        boolean pair = seats == 2 && count(roles, Side.BUYER) == 1 && count(roles, Side.SELLER) == 1;
        if (type == MechanismType.K_DOUBLE_AUCTION) {
            return pair || misfit(section, type, roles, "exactly one buyer and one seller");
        }
        int least = type == MechanismType.THIRD_PRICE
                ? 3
                : scope == Scope.ASKED && AskedTerms.isForOne(type) && ValueKind.areIndependent(roles) ? 1 : 2;
        boolean bidders = seats >= least && count(roles, Side.BIDDER) == seats;
        return bidders
                || (pair && EITHER.contains(type))
                || misfit(
                        section,
                        type,
                        roles,
                        "at least " + least + (least == 1 ? " bidder" : " bidders") + " and nobody else"
                                + (EITHER.contains(type) ? ", or one buyer and one seller" : ""));
    }

    private static boolean misfit(Section section, MechanismType type, List<RoleSpec> roles, String expected) {
        List<String> who = new ArrayList<>();
        for (Side side : Side.values()) {
            int count = count(roles, side);
            if (count > 0) {
                who.add(count + " " + side.name().toLowerCase(java.util.Locale.ROOT) + (count > 1 ? "s" : ""));
            }
        }
        place(section).fail(String.join(" and ", who) + " in " + type.planName(), expected);
        return false;
    }

    private static int count(List<RoleSpec> roles, Side side) {
        return roles.stream()
                .filter(r -> r.side() == side)
                .mapToInt(RoleSpec::count)
                .sum();
    }

    private static Field place(Section section) {
        return section.get("roles")
                .or(() -> section.get("bidders"))
                .or(() -> section.get("buyer"))
                .orElse(section.field());
    }

    /** Notes a listed group that is no market of these roles. */
    private static void groupsFit(Section section, Conduct own, List<RoleSpec> roles) {
        int size = roles.stream().mapToInt(RoleSpec::count).sum();
        GroupList list = own.grouping().list();
        for (int round = 0; round < list.rounds(); round++) {
            for (List<Integer> group : list.groups(round)) {
                if (group.size() != size) {
                    section.at("matching")
                            .fail(
                                    "a group of " + group.size() + " seats in round " + (round + 1),
                                    "groups of " + size + ", the seats of a market");
                    return;
                }
            }
        }
    }

    private static void leastBid(String key, Section section, MechanismSpec mechanism, Ticks ticks) {
        if (!mechanism.parameters().containsKey(key)) {
            return;
        }
        long least = Grid.wholeTicks(mechanism.parameter(key, 0), ticks.size());
        if (!ticks.admits(least)) {
            section.get("mechanism")
                    .flatMap(f -> Section.any(f, "a mapping"))
                    .flatMap(s -> s.get(key))
                    .ifPresent(f -> f.fail("an amount that can be bid, from "
                            + Grid.plain(ticks.exactPoints(ticks.minimum())) + " to "
                            + Grid.plain(ticks.exactPoints(ticks.maximum()))));
        }
    }

    private Optional<Treatment> inTheory(Section section, Treatment treatment) {
        Field place = section.get("mechanism").orElse(section.field());
        return Theory.accepts(place, () -> scope == Scope.ASKED ? AskedGame.of(treatment) : games(treatment))
                ? Optional.of(treatment)
                : Optional.empty();
    }

    /** The game in ticks; where theory refuses it, it shall say so in points, as the plan does. */
    private static BayesianGame games(Treatment treatment) {
        if (!ValueKind.areIndependent(treatment.roles())) {
            return TreatmentTheory.rulesInTicks(treatment);
        }
        try {
            return TreatmentTheory.inTicks(treatment);
        } catch (IllegalArgumentException inTicks) {
            TreatmentTheory.inPoints(treatment);
            throw inTicks;
        }
    }
}
