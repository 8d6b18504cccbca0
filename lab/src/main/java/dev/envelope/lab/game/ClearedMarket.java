package dev.envelope.lab.game;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.asked.Cleared;
import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The allocation and the payments of given messages, in points and before any rounding to ticks; ties go to the agent that
 * is named first.
 *
 * @param agents what became of each agent, in the order of the treatment's roles
 * @param price the one price at which everything changed hands, where there is one
 * @param cost what the choice that was made costs; 0 for a sale
 */
public record ClearedMarket(List<Agent> agents, OptionalDouble price, double cost) {

    private static final int WIDTH = 14;

    /** Copies the list. */
    public ClearedMarket {
        agents = List.copyOf(agents);
    }

    /**
     * What became of an agent.
     *
     * @param role its role
     * @param offer its message
     * @param units how many it received, −1 for one given up
     * @param items the items it received, where they have names
     * @param payment what it pays, negative when it is paid
     */
    public record Agent(String role, Offer offer, int units, List<String> items, double payment) {

        /** Copies the list. */
        public Agent {
            items = List.copyOf(items);
        }

        /** Its message where that is a number. */
        public OptionalDouble message() {
            return offer instanceof Offer.Amount number ? OptionalDouble.of(number.points()) : OptionalDouble.empty();
        }
    }

    /**
     * Clears one market of {@code treatment}.
     *
     * @param offers one per agent
     * @throws IllegalArgumentException when the mechanism refuses a message
     */
    public static ClearedMarket of(Treatment treatment, List<Offer> offers) {
        Cleared cleared = AskedGame.of(treatment).clear(offers);
        List<Agent> agents = cleared.shares().stream()
                .map(share -> new Agent(share.role(), share.offer(), share.units(), share.items(), share.payment()))
                .toList();
        return new ClearedMarket(agents, cleared.price(), cleared.cost());
    }

    /** All payments together: what the house takes in. */
    public double revenue() {
        return agents.stream().mapToDouble(Agent::payment).sum();
    }

    /** A table for people. */
    public List<String> lines() {
        List<String> messages =
                agents.stream().map(agent -> text(agent.offer())).toList();
        int width =
                Math.max(WIDTH, messages.stream().mapToInt(String::length).max().orElse(0));
        boolean isNamed = agents.stream().anyMatch(agent -> !agent.items().isEmpty());
        String row = "%18s %" + width + "s %6s %14s%s";
        double size =
                agents.stream().mapToDouble(agent -> Size.of(agent.offer())).sum();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, row, "role", "message", "units", "payment", isNamed ? "  items" : ""));
        for (int i = 0; i < messages.size(); i++) {
            Agent agent = agents.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    row,
                    agent.role(),
                    messages.get(i),
                    agent.units(),
                    Figures.of(agent.payment(), size),
                    agent.items().isEmpty() ? "" : "  " + String.join(" ", agent.items())));
        }
        price.ifPresent(p -> lines.add("price " + Figures.of(p)));
        lines.add("revenue " + Figures.of(revenue(), size));
        if (cost != 0) {
            lines.add("cost " + Figures.of(cost));
        }
        return lines;
    }

    private static String text(Offer offer) {
        if (offer instanceof Offer.Amount number) {
            return Figures.of(number.points());
        }
        if (offer instanceof Offer.Schedule schedule) {
            return schedule.points().stream().map(Figures::of).collect(Collectors.joining(", "));
        }
        if (offer instanceof Offer.Packages packages) {
            return packages.packages().stream()
                    .map(bid -> Figures.of(bid.points()) + " for " + String.join(" ", bid.items()))
                    .collect(Collectors.joining(", "));
        }
        return offer instanceof Offer.Answer answer ? (answer.isAccepted() ? "accept" : "decline") : "abstain";
    }

    /** {@code {"agents":[…],"price","revenue","cost"}}; {@code docs/theory.md} describes the schema. */
    public String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("agents", agents.stream().map(ClearedMarket::fields).toList());
        fields.put("price", price.isPresent() ? price.getAsDouble() : null);
        fields.put("revenue", revenue());
        fields.put("cost", cost);
        return new JsonMapper().writeValueAsString(fields);
    }

    private static Map<String, @Nullable Object> fields(Agent agent) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("role", agent.role());
        fields.put("message", message(agent.offer()));
        fields.put("units", agent.units());
        fields.put("items", agent.items());
        fields.put("payment", agent.payment());
        return fields;
    }

    private static @Nullable Object message(Offer offer) {
        if (offer instanceof Offer.Amount number) {
            return number.points();
        }
        if (offer instanceof Offer.Schedule schedule) {
            return schedule.points();
        }
        if (offer instanceof Offer.Packages packages) {
            return packages.packages().stream()
                    .map(bid -> {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("items", bid.items());
                        fields.put("amount", bid.points());
                        return fields;
                    })
                    .toList();
        }
        return offer instanceof Offer.Answer answer ? (answer.isAccepted() ? "accept" : "decline") : null;
    }
}
