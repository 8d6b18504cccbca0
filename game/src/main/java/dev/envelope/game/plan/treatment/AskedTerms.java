package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Schema;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The terms of mechanisms that theory is asked about, beyond those that are played: their keys, and who takes part. */
public final class AskedTerms {

    private static final String UNITS = "units";
    private static final String WANTED = "wanted";
    private static final String PAYMENTS = "payments";
    private static final String ITEMS = "items";
    private static final Choice<String> PRICES = words("highest_rejected", "lowest_accepted");
    private static final Choice<String> LOSSES = words("own_value", "constant", "winners_value");

    private AskedTerms() {}

    /** The keys of {@code type}; none where it has none but those that are played. */
    static String[] keys(MechanismType type) {
        return switch (type) {
            case CALL_MARKET -> new String[] {"k"};
            case UNIFORM_PRICE -> new String[] {UNITS, WANTED, "reserve", "price"};
            case DISCRIMINATORY, MULTI_UNIT_VICKREY -> new String[] {UNITS, WANTED, "reserve"};
            case PACKAGE_AUCTION -> new String[] {ITEMS, PAYMENTS};
            case PUBLIC_PROJECT -> new String[] {"cost", PAYMENTS};
            case PARTNERSHIP -> new String[] {PAYMENTS, "share"};
            case LICENCE_WITH_EXTERNALITY -> new String[] {"alpha", "loss", PAYMENTS};
            default -> new String[] {};
        };
    }

    /** The numbers of {@code type} at {@code section} that no mechanism has that is played. */
    static SortedMap<String, Double> numbers(Section section, MechanismType type) {
        TreeMap<String, Double> numbers = new TreeMap<>();
        switch (type) {
            case UNIFORM_PRICE, DISCRIMINATORY, MULTI_UNIT_VICKREY -> {
                section.need(UNITS, "how many units are sold")
                        .flatMap(f -> f.whole(1, PlanLimits.NUMBERS))
                        .ifPresent(units -> numbers.put(UNITS, (double) units));
                section.get(WANTED)
                        .flatMap(f -> f.whole(1, PlanLimits.NUMBERS))
                        .ifPresent(wanted -> numbers.put(WANTED, (double) wanted));
            }
            case PUBLIC_PROJECT ->
                need(section, "cost", "what the project costs, at least 0").ifPresent(c -> numbers.put("cost", c));
            case LICENCE_WITH_EXTERNALITY ->
                need(section, "alpha", "what losers lose, at least 0").ifPresent(a -> numbers.put("alpha", a));
            case PARTNERSHIP ->
                section.get("share")
                        .flatMap(f -> f.number(BigDecimal.ZERO, BigDecimal.ONE))
                        .ifPresent(share -> numbers.put("share", share.doubleValue()));
            default -> {}
        }
        return numbers;
    }

    /** What editors are told of {@code key} of {@code type}. */
    static Schema schema(MechanismType type, String key) {
        return switch (key) {
            case UNITS, WANTED -> Schema.whole(1, PlanLimits.NUMBERS);
            case PAYMENTS -> Schema.words(payments(type));
            case "price" -> Schema.words(PRICES);
            case "loss" -> Schema.words(LOSSES);
            case ITEMS -> Schema.list(Schema.text(PlanLimits.NAME), PlanLimits.ROLES);
            default -> Schema.number();
        };
    }

    private static Optional<Double> need(Section section, String key, String expected) {
        return section.need(key, expected)
                .flatMap(f -> f.number(BigDecimal.ZERO, PlanLimits.AMOUNT))
                .map(BigDecimal::doubleValue);
    }

    /** The words of {@code type} at {@code section}. */
    static SortedMap<String, List<String>> words(Section section, MechanismType type) {
        TreeMap<String, List<String>> words = new TreeMap<>();
        List<String> keys = List.of(keys(type));
        if (keys.contains(PAYMENTS)) {
            section.get(PAYMENTS)
                    .flatMap(f -> f.choice(payments(type)))
                    .ifPresent(word -> words.put(PAYMENTS, List.of(word)));
        }
        if (keys.contains("price")) {
            section.get("price").flatMap(f -> f.choice(PRICES)).ifPresent(word -> words.put("price", List.of(word)));
        }
        if (keys.contains("loss")) {
            section.get("loss").flatMap(f -> f.choice(LOSSES)).ifPresent(word -> words.put("loss", List.of(word)));
        }
        if (keys.contains(ITEMS)) {
            section.need(ITEMS, "the items' names, such as [A, B]").ifPresent(f -> words.put(ITEMS, names(f)));
        }
        return words;
    }

    private static Choice<String> payments(MechanismType type) {
        return switch (type) {
            case PACKAGE_AUCTION ->
                words("vcg", "pay_as_bid", "nearest_vcg", "nearest_zero", "nearest_bid", "proportional");
            case PUBLIC_PROJECT -> words("vcg", "agv", "balanced");
            case PARTNERSHIP -> words("losers_bid", "winners_bid", "vcg", "agv", "balanced");
            default -> words("first_price", "second_price", "all_pay", "vcg", "agv", "balanced");
        };
    }

    /** Different names. */
    public static List<String> names(Field field) {
        List<String> names = new ArrayList<>();
        for (Field item : field.items(PlanLimits.ROLES, "names")) {
            item.text(PlanLimits.NAME).ifPresent(name -> {
                if (names.contains(name)) {
                    item.fail("a second " + name, "different names");
                }
                names.add(name);
            });
        }
        return names;
    }

    private static Choice<String> words(String... words) {
        Choice<String> choice = Choice.none();
        for (String word : words) {
            choice = choice.or(word, word);
        }
        return choice;
    }

    /** Whether theory is asked about {@code type} also with a single bidder, to whom it is an offer at a price. */
    static boolean isForOne(MechanismType type) {
        return type == MechanismType.OPTIMAL
                || type == MechanismType.VCG
                || type == MechanismType.FIRST_PRICE
                || type == MechanismType.SECOND_PRICE;
    }

    /**
     * Who takes part in {@code type} where that is not bidders alone or not at least two of them: what is expected, in words.
     *
     * @return empty where the rules are those of mechanisms that are played
     */
    static Optional<String> parties(MechanismType type, List<RoleSpec> roles) {
        boolean hasTraders = count(roles, Side.BUYER) + count(roles, Side.SELLER) > 0;
        return switch (type) {
            case CALL_MARKET, MCAFEE -> Optional.of("buyers and sellers, at least one of each, and nobody else");
            case VCG ->
                hasTraders ? Optional.of("bidders, or buyers and sellers, at least one of each") : Optional.empty();
            case SEQUENTIAL_OFFERS -> Optional.of("bidders and nobody else");
            default -> Optional.empty();
        };
    }

    /** Whether {@code roles} are whom {@link #parties} expects. */
    static boolean fits(MechanismType type, List<RoleSpec> roles) {
        int buyers = count(roles, Side.BUYER);
        int sellers = count(roles, Side.SELLER);
        boolean isMarket = buyers > 0 && sellers > 0 && count(roles, Side.BIDDER) == 0;
        return switch (type) {
            case SEQUENTIAL_OFFERS -> buyers + sellers == 0;
            default -> isMarket;
        };
    }

    private static int count(List<RoleSpec> roles, Side side) {
        return roles.stream()
                .filter(role -> role.side() == side)
                .mapToInt(RoleSpec::count)
                .sum();
    }
}
