package dev.envelope.theory;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.DistributionDescription;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reference number of {@code cases.json} with the game it is about. */
record ReferenceCase(JsonNode json) {

    static List<ReferenceCase> all() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ReferenceCase.class.getResourceAsStream("cases.json"), "cases.json")) {
            List<ReferenceCase> cases = new ArrayList<>();
            new JsonMapper().readTree(file).get("cases").forEach(json -> cases.add(new ReferenceCase(json)));
            return cases;
        }
    }

    String id() {
        return json.get("id").asString();
    }

    boolean isAbout(String block, String quantity) {
        return json.get("block").asString().equals(block)
                && json.get("quantity").asString().equals(quantity);
    }

    /** Whether the setting gives this field a value. */
    boolean states(String field) {
        return json.get("setting").hasNonNull(field);
    }

    JsonNode setting(String field) {
        return json.get("setting").get(field);
    }

    double number(String field) {
        return setting(field).asDouble();
    }

    OptionalDouble reserve() {
        return states("reserve") ? OptionalDouble.of(number("reserve")) : OptionalDouble.empty();
    }

    double sellerValue() {
        return states("seller_value") ? number("seller_value") : 0;
    }

    /** The formats this number holds for. */
    List<String> mechanisms() {
        return states("mechanism")
                ? Arrays.asList(setting("mechanism").asString().split("\\|"))
                : List.of();
    }

    double at(String field) {
        return json.get("at").get(field).asDouble();
    }

    /** The bidder meant, from 0: by its number, or the first of its group. */
    int bidder() {
        JsonNode at = json.get("at");
        if (at.has("bidder")) {
            return at.get("bidder").asInt() - 1;
        }
        int first = 0;
        for (int group = 1; group < at.get("group").asInt(); group++) {
            first += setting("bidders").get(group - 1).get("count").asInt();
        }
        return first;
    }

    /** One distribution per bidder: alike, or in groups of {@code count}. */
    List<ValueDistribution> bidders() {
        if (states("bidders")) {
            List<ValueDistribution> types = new ArrayList<>();
            for (JsonNode group : setting("bidders")) {
                int count = group.get("count").asInt();
                types.addAll(Collections.nCopies(count, distribution(group.get("value_distribution"))));
            }
            return types;
        }
        int size = states("n_bidders")
                ? setting("n_bidders").asInt()
                : states("n") ? setting("n").asInt() : 1;
        return Collections.nCopies(size, distribution(setting("value_distribution")));
    }

    ValueDistribution distributionOf(String field) {
        return distribution(setting(field));
    }

    double[] value() {
        JsonNode value = json.get("value");
        if (!value.isArray()) {
            return new double[] {value.asDouble()};
        }
        double[] numbers = new double[value.size()];
        Arrays.setAll(numbers, i -> value.get(i).asDouble());
        return numbers;
    }

    boolean isTrue() {
        return json.get("value").asBoolean();
    }

    /** How far a result may be: the reference's own accuracy or a relative 1e-8, whichever is larger. */
    double tolerance(double reference) {
        return Math.max(json.get("tolerance_abs").asDouble(), 1e-8 * Math.abs(reference));
    }

    /** What the bidders' gains are worth to them. */
    Utility utility() {
        if (!states("utility")) {
            return Utility.riskNeutral();
        }
        JsonNode utility = setting("utility");
        return utility.get("type").asString().equals("CARA")
                ? new ConstantAbsoluteRiskAversion(utility.get("lambda").asDouble())
                : new ConstantRelativeRiskAversion(utility.get("alpha").asDouble());
    }

    private static ValueDistribution distribution(JsonNode spec) {
        return new DistributionDescription(
                        new JsonMapper().convertValue(spec, new TypeReference<Map<String, Object>>() {}))
                .distribution();
    }
}
