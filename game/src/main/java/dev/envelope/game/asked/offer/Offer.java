package dev.envelope.game.asked.offer;

import dev.envelope.theory.numeric.PlainNumber;
import java.util.List;

/** What an agent sends, in points: a message away from any session. Its text is as files of messages have it. */
public sealed interface Offer {

    /** It takes no part. */
    record None() implements Offer {

        @Override
        public String toString() {
            return "abstain";
        }
    }

    /**
     * A bid, an ask, or a reported type.
     *
     * @param points the amount
     */
    record Amount(double points) implements Offer {

        @Override
        public String toString() {
            return PlainNumber.of(points);
        }
    }

    /**
     * A bid for the first unit, for the second, and so on.
     *
     * @param points the bids, which must not increase
     */
    record Schedule(List<Double> points) implements Offer {

        /** Copies the list. */
        public Schedule {
            points = List.copyOf(points);
        }

        @Override
        public String toString() {
            return points.stream().map(PlainNumber::of).toList().toString();
        }
    }

    /**
     * Offers for packages, of which at most one is accepted.
     *
     * @param packages the offers
     */
    record Packages(List<Bundle> packages) implements Offer {

        /** Copies the list. */
        public Packages {
            packages = List.copyOf(packages);
        }

        @Override
        public String toString() {
            return packages.toString();
        }
    }

    /**
     * An offer for a package.
     *
     * @param items the names of the items in it, at least one
     * @param points what is offered for all of them together
     */
    record Bundle(List<String> items, double points) {

        /** Copies the list. */
        public Bundle {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "{items: " + items + ", amount: " + PlainNumber.of(points) + "}";
        }
    }

    /**
     * The answer to a take-it-or-leave-it offer.
     *
     * @param isAccepted whether it is taken
     */
    record Answer(boolean isAccepted) implements Offer {

        @Override
        public String toString() {
            return isAccepted ? "accept" : "decline";
        }
    }
}
