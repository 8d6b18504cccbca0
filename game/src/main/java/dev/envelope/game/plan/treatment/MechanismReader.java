package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.game.plan.treatment.values.Grid;
import dev.envelope.game.plan.treatment.values.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a mechanism: {@code first_price}, or {@code {type: first_price, reserve: 10}}. */
final class MechanismReader {

    private static final String EXPECTED = "a mechanism such as first_price or {type: first_price, reserve: 10}";
    private static final String RESERVE = "reserve";
    private static final String MINIMUM_BID = "minimum_bid";
    private static final String K = "k";
    private static final String SELLER_VALUE = "seller_value";

    /** Parameters below which a bid is none. */
    static final List<String> LEAST_BIDS = List.of(RESERVE, MINIMUM_BID);

    private final BigDecimal tick;
    private final Scope scope;

    /** Reads amounts on a grid of {@code tick} points. */
    MechanismReader(BigDecimal tick, Scope scope) {
        this.tick = tick;
        this.scope = scope;
    }

    /** The mechanism of {@code treatment}. */
    Optional<MechanismSpec> read(Section treatment) {
        return treatment.need("mechanism", EXPECTED).flatMap(this::read);
    }

    private Optional<MechanismSpec> read(Field field) {
        if (!field.isMapping()) {
            return field.isList()
                    ? field.fail(EXPECTED)
                    : field.choice(types()).flatMap(type -> parameters(new Section(field, Map.of()), type));
        }
        Optional<MechanismType> type = Section.any(field, EXPECTED)
                .flatMap(s -> s.need("type", types().expected()))
                .flatMap(f -> f.choice(types()));
        return type.flatMap(t -> Section.of(field, keys(t), EXPECTED).flatMap(s -> parameters(s, t)));
    }

    /** The mechanisms that are read. */
    Choice<MechanismType> types() {
        Choice<MechanismType> choice = Choice.none();
        List<String> unplayed = new ArrayList<>();
        for (MechanismType type : MechanismType.values()) {
            if (type.isPlayable() || scope == Scope.ASKED) {
                choice = choice.or(type.planName(), type);
            } else {
                unplayed.add(type.planName());
            }
        }
        return choice.refusing(unplayed.toArray(String[]::new));
    }

    /** The keys of {@code type}. */
    static Keys keys(MechanismType type) {
        return switch (type) {
            case FIRST_PRICE, SECOND_PRICE, FIRST_PRICE_PROXY -> Keys.of("type", RESERVE);
            case ALL_PAY -> Keys.of("type", MINIMUM_BID);
            case K_DOUBLE_AUCTION -> Keys.of("type", K);
            case OPTIMAL -> Keys.of("type", SELLER_VALUE);
            default -> Keys.of("type").and(AskedTerms.keys(type));
        };
    }

    private Optional<MechanismSpec> parameters(Section section, MechanismType type) {
        TreeMap<String, Double> numbers = new TreeMap<>();
        for (String key : LEAST_BIDS) {
            given(section, type, key)
                    .flatMap(f -> f.amount().filter(points -> Grid.isOn(f, points, tick)))
                    .ifPresent(points -> numbers.put(key, points.doubleValue()));
        }
        given(section, type, K)
                .flatMap(f -> f.number(BigDecimal.ZERO, BigDecimal.ONE))
                .ifPresent(k -> numbers.put(K, k.doubleValue()));
        given(section, type, SELLER_VALUE)
                .flatMap(Field::amount)
                .ifPresent(points -> numbers.put(SELLER_VALUE, points.doubleValue()));
        numbers.putAll(AskedTerms.numbers(section, type));
        return Optional.of(new MechanismSpec(type, numbers, AskedTerms.words(section, type)));
    }

    private static Optional<Field> given(Section section, MechanismType type, String key) {
        return section.get(key).filter(f -> keys(type).known().contains(key) && !f.isNothing());
    }
}
