package dev.envelope.lab.game;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import java.util.stream.DoubleStream;

/** How large the sums are, in points, that floating-point noise may be left of where figures are 0. */
final class Size {

    private Size() {}

    /** The largest types of all agents together, without those that have no bound. */
    static double ofTypes(Treatment treatment) {
        double sum = 0;
        for (RoleSpec role : treatment.roles()) {
            Support support = StatedValues.support(role.values());
            double largest = Math.max(Math.abs(support.lower()), Math.abs(support.upper()));
            sum += Double.isInfinite(largest) ? 0 : role.count() * largest;
        }
        return sum;
    }

    /** The numbers that {@code offer} names together. */
    static double of(Offer offer) {
        DoubleStream numbers = DoubleStream.empty();
        if (offer instanceof Offer.Amount number) {
            numbers = DoubleStream.of(number.points());
        } else if (offer instanceof Offer.Schedule schedule) {
            numbers = schedule.points().stream().mapToDouble(Double::doubleValue);
        } else if (offer instanceof Offer.Packages packages) {
            numbers = packages.packages().stream().mapToDouble(Offer.Bundle::points);
        }
        return numbers.map(Math::abs).sum();
    }
}
