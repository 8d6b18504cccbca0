package dev.envelope.lab.game;

import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The allocation and the payments of given messages, in points and before any rounding to ticks; ties go to the agent that
 * is named first.
 *
 * @param agents what became of each agent, in the order of the treatment's roles
 * @param price the one price at which everything changed hands, where there is one
 */
public record ClearedMarket(List<Agent> agents, OptionalDouble price) {

    /** Copies the list. */
    public ClearedMarket {
        agents = List.copyOf(agents);
    }

    /**
     * What became of an agent.
     *
     * @param role its role
     * @param message its message; empty when it abstained
     * @param units 1 received, −1 given up, 0 neither
     * @param payment what it pays, negative when it is paid
     */
    public record Agent(String role, OptionalDouble message, int units, double payment) {}

    /**
     * Clears one market of {@code treatment}.
     *
     * @param messages one per agent, in points
     * @throws IllegalArgumentException when the mechanism refuses a message
     */
    public static ClearedMarket of(Treatment treatment, List<OptionalDouble> messages) {
        Mechanism mechanism = TreatmentTheory.inPoints(treatment).mechanism();
        double[] profile = messages.stream()
                .mapToDouble(message -> message.orElse(Mechanism.ABSTAIN))
                .toArray();
        MarketOutcome outcome = mechanism.outcome(profile, TieOrder.byIndex(profile.length));
        List<Agent> agents = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            for (int i = 0; i < role.count(); i++) {
                int agent = agents.size();
                agents.add(new Agent(role.name(), messages.get(agent), outcome.units(agent), outcome.payment(agent)));
            }
        }
        return new ClearedMarket(agents, outcome.price());
    }

    /** All payments together: what the house takes in. */
    public double revenue() {
        return agents.stream().mapToDouble(Agent::payment).sum();
    }

    /** A table for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%18s %14s %6s %14s", "role", "message", "units", "payment"));
        for (Agent agent : agents) {
            String message =
                    agent.message().isPresent() ? Figures.of(agent.message().getAsDouble()) : "abstain";
            lines.add(String.format(
                    Locale.ROOT,
                    "%18s %14s %6d %14s",
                    agent.role(),
                    message,
                    agent.units(),
                    Figures.of(agent.payment())));
        }
        price.ifPresent(p -> lines.add("price " + Figures.of(p)));
        lines.add("revenue " + Figures.of(revenue()));
        return lines;
    }

    /** {@code {"agents":[{"role","message","units","payment"}],"price","revenue"}}. */
    public String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("agents", agents.stream().map(ClearedMarket::fields).toList());
        fields.put("price", price.isPresent() ? price.getAsDouble() : null);
        fields.put("revenue", revenue());
        return new JsonMapper().writeValueAsString(fields);
    }

    private static Map<String, @Nullable Object> fields(Agent agent) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("role", agent.role());
        fields.put("message", agent.message().isPresent() ? agent.message().getAsDouble() : null);
        fields.put("units", agent.units());
        fields.put("payment", agent.payment());
        return fields;
    }
}
