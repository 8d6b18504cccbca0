package dev.envelope.game.replay;

import dev.envelope.game.message.MessageKind;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.file.PlanReading;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A plan under another mechanism: the same treatments, roles, values, blocks and draws, so that with the same seed and as many
 * seats every round deals the same groups and values.
 */
public final class PlanUnder {

    private static final String TREATMENTS = "treatments";
    private static final String MECHANISM = "mechanism";
    private static final String MESSAGES = "messages";
    private static final String ABSENT = "absent";

    private final Object mechanism;
    private final Optional<MechanismType> type;

    private PlanUnder(Object mechanism) {
        this.mechanism = mechanism;
        Object name = mechanism instanceof Map<?, ?> keys ? keys.get("type") : mechanism;
        this.type = Stream.of(MechanismType.values())
                .filter(each -> each.planName().equals(String.valueOf(name)))
                .findFirst();
    }

    /**
     * The plan that was played, under {@code mechanism}.
     *
     * @param mechanism as a plan states it: a name ({@code second_price}, or {@code second-price}), or YAML such as
     *     {@code {type: first_price, reserve: 20}}
     * @return the plan, or everything that is wrong with it
     */
    public static PlanReading of(Plan played, String mechanism) {
        return PlanReader.read(new PlanUnder(stated(mechanism)).text(played));
    }

    private static Object stated(String mechanism) {
        try {
            @Nullable Object stated = load(mechanism);
            return stated instanceof Map<?, ?> ? stated : word(mechanism);
        } catch (YamlEngineException e) {
            return mechanism; // no mechanism of the schema's either: the reading says so
        }
    }

    private static String word(String mechanism) {
        return mechanism.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private String text(Plan played) {
        Map<String, Object> plan = copy(load(played.source()));
        Map<String, Object> treatments = copy(plan.get(TREATMENTS));
        for (Treatment treatment : played.treatments()) {
            treatments.put(treatment.id(), under(treatment, copy(treatments.get(treatment.id()))));
        }
        plan.put(TREATMENTS, treatments);
        return new Dump(DumpSettings.builder().setDereferenceAliases(true).build()).dumpToString(plan);
    }

    private Map<String, Object> under(Treatment treatment, Map<String, Object> keys) {
        keys.put(MECHANISM, mechanism);
        boolean areMessagesAlike = type.isPresent()
                && type.get().messageKind() == MessageKind.AMOUNT
                && (type.get() != MechanismType.THIRD_PRICE
                        || type.get() == treatment.mechanism().type());
        if (!areMessagesAlike) {
            keys.remove(MESSAGES);
        }
        if (type.isPresent() && !treatment.absent().fits(type.get())) {
            keys.put(ABSENT, type.get().mayAbstain() ? "abstain" : "least_interest");
        }
        return keys;
    }

    /** A copy with the same order. */
    private static Map<String, Object> copy(@Nullable Object mapping) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (mapping instanceof Map<?, ?> keys) {
            keys.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
