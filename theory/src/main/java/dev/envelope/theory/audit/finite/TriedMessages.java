package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.interim.Landmarks;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The messages of one agent that are gone through: what each of its types sends, in order, then others. A report may be any type that there
 * is. Of bids it matters how they rank among what others send, and how much between two of these, of which gains are monotone: so that everything
 * that somebody's type is or sends and the reserve is tried, the next numbers below and above each of these, what is beyond all, and to abstain.
 *
 * @param messages NaN to abstain; first one per type
 */
record TriedMessages(List<Double> messages) {

    static TriedMessages of(FiniteGame game, List<? extends BidFunction> strategies, int agent) {
        List<Double> own = game.types().get(agent).points();
        List<Double> messages =
                new ArrayList<>(own.stream().map(strategies.get(agent)::message).toList());
        if (game.mechanism().isDirect()) {
            own.stream().filter(report -> !messages.contains(report)).forEach(messages::add);
            return new TriedMessages(messages);
        }
        TreeSet<Double> points = new TreeSet<>();
        Landmarks.reserve(game.mechanism(), agent).ifPresent(points::add);
        for (int j = 0; j < strategies.size(); j++) {
            for (double type : game.types().get(j).points()) {
                double sent = strategies.get(j).message(type);
                points.add(type);
                points.add(Double.isNaN(sent) ? type : sent);
            }
        }
        double margin = Math.max(1, points.last() - points.first());
        double highest = points.last() + margin;
        double least = points.first() - margin;
        for (double point : List.copyOf(points)) {
            points.add(Math.nextDown(point));
            points.add(Math.nextUp(point));
        }
        points.add(highest);
        if (game.mechanism().mayAbstain()) {
            messages.add(Mechanism.ABSTAIN);
        } else {
            points.add(least);
        }
        points.stream().filter(message -> !messages.contains(message)).forEach(messages::add);
        return new TriedMessages(messages);
    }
}
