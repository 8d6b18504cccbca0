package dev.envelope.lab.reference.file;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.DistributionDescription;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways in which files spell a distribution, brought to the one of {@link DistributionDescription}: {@code exponential}
 * for {@code truncated_exponential}, {@code theta} for the {@code scale} of a gamma, {@code support}
 * for {@code lo} and {@code hi}, and the like. A name with two meanings is left as it is, and refused there.
 */
final class DistributionSpelling {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("exponential", "truncated_exponential"),
            Map.entry("normal", "truncated_normal"),
            Map.entry("gaussian", "truncated_normal"),
            Map.entry("truncated_gaussian", "truncated_normal"),
            Map.entry("lognormal", "truncated_lognormal"),
            Map.entry("log_normal", "truncated_lognormal"),
            Map.entry("truncated_log_normal", "truncated_lognormal"),
            Map.entry("gamma", "truncated_gamma"),
            Map.entry("weibull", "truncated_weibull"),
            Map.entry("power_law", "power"),
            Map.entry("triangle", "triangular"),
            Map.entry("finite", "discrete"),
            Map.entry("piecewise_linear_cdf", "piecewise_linear"));

    private static final Map<String, String> EVERYWHERE = Map.of(
            "low", "lo", "high", "hi", "lower", "lo", "upper", "hi", "min", "lo", "max", "hi", "distribution", "dist");

    private static final Map<String, Map<String, String>> FIELDS = Map.ofEntries(
            Map.entry("uniform", Map.of("a", "lo", "b", "hi")),
            Map.entry("power", Map.of("exponent", "a", "alpha", "a")),
            Map.entry("truncated_exponential", Map.of("lambda", "rate")),
            Map.entry("truncated_normal", Map.of("loc", "mu", "scale", "sigma")),
            Map.entry("beta", Map.of("a", "alpha", "b", "beta")),
            Map.entry("truncated_gamma", Map.of("k", "shape", "theta", "scale")),
            Map.entry("truncated_weibull", Map.of("k", "shape", "lambda", "scale")),
            Map.entry("triangular", Map.of("c", "mode", "peak", "mode")),
            Map.entry("discrete", Map.of("values", "x", "points", "x", "probabilities", "p", "probs", "p", "pmf", "p")),
            Map.entry("mixture", Map.of("parts", "components")),
            Map.entry("piecewise_linear", Map.of("probabilities", "p", "cdf_values", "p")));

    /** Families on [0, 1] where nothing else is said. */
    private static final Set<String> UNIT = Set.of("uniform", "power", "beta");

    /** e to the minus this is below the accuracy of a number. */
    private static final double NEGLIGIBLE_TAIL = 40;

    private DistributionSpelling() {}

    /** The distribution that {@code spelled} describes. */
    static ValueDistribution distribution(Setting spelled) {
        return described(spelled, DistributionDescription::distribution);
    }

    /** The one on finitely many values that it describes; empty where it has a density. */
    static Optional<DiscreteDistribution> discrete(Setting spelled) {
        return described(spelled, stated -> stated.isDiscrete() ? Optional.of(stated.discrete()) : Optional.empty());
    }

    private static <T> T described(Setting spelled, Function<DistributionDescription, T> read) {
        Map<String, Object> fields = MAPPER.convertValue(spelled.json(), new TypeReference<Map<String, Object>>() {});
        try {
            return read.apply(new DistributionDescription(plain(fields)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(spelled.path() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Map<String, Object> plain(Map<String, Object> spelled) {
        Map<String, Object> fields = new LinkedHashMap<>();
        String name = String.valueOf(spelled.getOrDefault("type", spelled.get("family")))
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('-', '_');
        String type = TYPES.getOrDefault(name, name);
        Map<String, String> names = FIELDS.getOrDefault(type, Map.of());
        spelled.forEach((key, value) -> {
            String field = names.getOrDefault(key, EVERYWHERE.getOrDefault(key, key));
            if (value != null && !key.equals("family") && fields.put(field, nested(value)) != null) {
                throw new IllegalArgumentException(type + " " + field + ": given twice (expected: once)");
            }
        });
        fields.put("type", type);
        spread(fields);
        boolean isEndless = !(fields.get("hi") instanceof Number top) || Double.isInfinite(top.doubleValue());
        if (name.equals("exponential") && isEndless && fields.get("rate") instanceof Number rate) {
            Object low = fields.getOrDefault("lo", 0.0);
            fields.put("lo", low);
            fields.put(
                    "hi", (low instanceof Number from ? from.doubleValue() : 0) + NEGLIGIBLE_TAIL / rate.doubleValue());
        }
        if (UNIT.contains(type)) {
            fields.putIfAbsent("lo", 0.0);
            fields.putIfAbsent("hi", 1.0);
        }
        boolean isRate = type.equals("truncated_gamma") && !fields.containsKey("scale");
        if (isRate && fields.remove("rate") instanceof Number rate) {
            fields.put("scale", 1 / rate.doubleValue());
        }
        checkCdf(spelled, fields);
        return fields;
    }

    /** A function beside a family says nothing new: it is compared, under the names of both spellings, and left out. */
    private static void checkCdf(Map<String, Object> spelled, Map<String, Object> fields) {
        Object cdf = fields.remove("cdf");
        if (cdf != null) {
            Map<String, Object> parameters = new LinkedHashMap<>(spelled);
            parameters.putAll(fields);
            StatedCdf.check(cdf, parameters, new DistributionDescription(fields).distribution());
        }
    }

    /** {@code support: [lo, hi]}. */
    private static void spread(Map<String, Object> fields) {
        if (fields.get("support") instanceof List<?> ends && ends.size() == 2) {
            fields.remove("support");
            fields.putIfAbsent("lo", ends.get(0));
            fields.putIfAbsent("hi", ends.get(1));
        }
    }

    private static Object nested(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
            return copy.containsKey("type") || copy.containsKey("family") ? plain(copy) : component(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(entry -> copy.add(nested(entry)));
            return copy;
        }
        return value;
    }

    /** A part of a mixture. */
    private static Map<String, Object> component(Map<String, Object> part) {
        Map<String, Object> copy = new LinkedHashMap<>();
        part.forEach((key, value) -> copy.put(
                switch (key) {
                    case "distribution", "value_distribution" -> "dist";
                    case "w", "probability" -> "weight";
                    default -> key;
                },
                nested(value)));
        return copy;
    }
}
