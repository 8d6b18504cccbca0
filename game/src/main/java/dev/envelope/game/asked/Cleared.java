package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.Offer;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What given messages come to, in points and before any rounding to ticks.
 *
 * @param shares what became of each agent, in the order of the treatment's roles
 * @param price the one price at which everything changed hands, where there is one
 * @param cost what the choice that was made costs; 0 for a sale
 */
public record Cleared(List<Share> shares, OptionalDouble price, double cost) {

    /** Copies the list. */
    public Cleared {
        shares = List.copyOf(shares);
    }

    /** All payments together: what the house takes in. */
    public double revenue() {
        return shares.stream().mapToDouble(Share::payment).sum();
    }

    /**
     * What became of an agent.
     *
     * @param role its role
     * @param offer its message
     * @param units how many units it received, −1 for one given up; 1 also for an agent that a project is built for
     * @param items the items it received, where they have names
     * @param payment what it pays, negative when it is paid
     */
    public record Share(String role, Offer offer, int units, List<String> items, double payment) {

        /** Copies the list. */
        public Share {
            items = List.copyOf(items);
        }
    }
}
